/** Nothing that one file says can be more than text where an editor shows it about another file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import {
  callHierarchyAt,
  callLensesOf,
  completionAt,
  definitionsAt,
  hoverAt,
  incomingCalls,
  outgoingCalls,
  referencesAt,
  workspaceSymbolsOf,
} from '../../server/core/index';
import { MAX_TITLE } from '../../server/core/text/visible';
import { hostileTexts } from './hostileTexts';
import { CONTROL, markupIn } from './markup';
import { agentText, type Files, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';
const quoted = (text: string): string => JSON.stringify(text);
const inPath = (text: string): string => text.replaceAll('/', ':').slice(0, 200);

/** A workspace in which `text` is the name, the description and the path of whatever the last file can name. */
const around = (text: string): Files => ({
  [`${A}${inPath(text)}/twin.md`]: agentText('bb').replace('Does bb work.', quoted(text)),
  [`${A}${inPath(text)}/twin2.md`]: agentText('bb').replace('Does bb work.', quoted(text)),
  [`${A}named.md`]: agentText(quoted(text), 'Ask @agent-bb.', `tools: [Read, ${quoted(text)}]`),
  [`/w/${inPath(text)}/.claude/agents/far.md`]: agentText('far'),
  '/p/.claude-plugin/plugin.json': JSON.stringify({ name: inPath(text) }),
  '/p/agents/broom.md': agentText('broom'),
  [`/w/.claude/skills/${inPath(text)}/SKILL.md`]: `---\nname: go\ndescription: ${quoted(text)}\n---\nGo\n`,
  '/w/.claude/skills/other/SKILL.md': `---\nname: ${quoted(text)}\ndescription: d\n---\nGo\n`,
  '/w/.mcp.json': JSON.stringify({ mcpServers: { [text]: {}, db: {} } }),
  [`${A}me.md`]: agentText(
    'me',
    `Ask @agent-bb, @agent-broom and @agent-far. Use the \`other\` skill.\n@agent-\nsubagent_type: ${quoted(text)}\nsubagent_type: "$0"`,
    `tools: Agent(bb), mcp__\nskills: [go, other]\nmcpServers:\n  - db\n  - ${quoted(text)}\n  - `,
  ),
});

describe('a text from another file', () => {
  for (const text of hostileTexts) {
    it(`is only text where it is shown: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const { agent, index } = workspaceAt(around(text));
      const { text: own } = agent.file.source;
      const lines: string[] = [];
      const markdown = new Set<string>();
      for (const { index: at } of own.matchAll(/\w+|$|[^\s\w]+|(?=\n)/gm)) {
        const hover = hoverAt(agent, at, index)?.contents as MarkupContent | undefined;
        if (hover !== undefined) markdown.add(hover.value);
        for (const { label, detail = '', documentation } of completionAt(agent, at, { index })) {
          lines.push(label, detail);
          if (typeof documentation === 'object') markdown.add(documentation.value);
        }
        for (const item of callHierarchyAt(agent, at, index)) lines.push(item.name, item.detail ?? '');
        assert.ok(definitionsAt(agent, at, index).every(({ targetUri }) => targetUri.startsWith('/')));
        assert.ok(referencesAt(agent, at, index, true).every(({ uri }) => uri.startsWith('/')));
      }
      for (const { name, containerName = '' } of workspaceSymbolsOf(index, '')) lines.push(name, containerName);
      for (const { card } of index.agents) {
        for (const { from } of incomingCalls(card.path, index)) lines.push(from.name, from.detail ?? '');
        for (const { to } of outgoingCalls(card.path, index)) lines.push(to.name, to.detail ?? '');
      }
      for (const { command } of callLensesOf(agent, index, true)) lines.push(command?.title ?? '');
      assert.ok(markdown.size > 5, 'hovers and documentation are shown');
      for (const shown of markdown) {
        assert.deepEqual(markupIn(shown), [], shown);
        assert.doesNotMatch(shown.replaceAll('\n', ''), CONTROL);
        assert.ok(shown.length < 10_000);
      }
      for (const line of lines) {
        assert.doesNotMatch(line, CONTROL);
        assert.ok(line.length <= MAX_TITLE, line);
      }
    });
  }
});
