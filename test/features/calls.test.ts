/** Who calls whom, in call hierarchies and lenses, and the search for symbols, over small workspaces. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import {
  callHierarchyAt,
  callLensesOf,
  incomingCalls,
  outgoingCalls,
  workspaceSymbolsOf,
} from '../../server/core/index';
import { agentText, covered, type Files, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';
const user = { user: ['/home/me/.claude'], repositories: ['/w'] };
const skill = '---\nname: ship\ndescription: Ships it.\n---\nShip\n';

const chain: Files = {
  [`${A}a.md`]: agentText('a', 'Ask @agent-b, @agent-b, @agent-c and @agent-Explore.'),
  [`${A}b.md`]: agentText('b', 'Ask @agent-c. $0'),
  [`${A}c.md`]: agentText('c', 'Do not ask.\n\n```text\nFor example, never:\n```'),
};

describe('call hierarchy', () => {
  it('begins with the agent of the file where the cursor is on no name', () => {
    const { agent, offset, index, texts } = workspaceAt(chain);
    const [item, ...more] = callHierarchyAt(agent, offset, index);
    assert.ok(item !== undefined);
    assert.deepEqual([item.name, item.uri, more.length], ['b', `${A}b.md`, 0]);
    assert.equal(covered(texts[item.uri] ?? '', item.selectionRange), 'b');
  });

  it('begins with the agent that is called', () => {
    const { agent, index } = workspaceAt(chain);
    const at = agent.file.source.text.indexOf('agent-c') + 6;
    assert.deepEqual(
      callHierarchyAt(agent, at, index).map(({ name }) => name),
      ['c'],
    );
  });

  it('lists who calls, with each place', () => {
    const { index, texts } = workspaceAt(chain);
    const shown = incomingCalls(`${A}c.md`, index).map(({ from, fromRanges }) => [
      from.name,
      ...fromRanges.map((range) => covered(texts[from.uri] ?? '', range)),
    ]);
    assert.deepEqual(shown, [
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  it('lists who is called, each agent once', () => {
    const { index } = workspaceAt(chain);
    const shown = outgoingCalls(`${A}a.md`, index).map(({ to, fromRanges }) => [to.name, fromRanges.length]);
    assert.deepEqual(shown, [
      ['b', 2],
      ['c', 1],
    ]);
  });

  it('answers nothing about a file that is not in the index', () => {
    const { index } = workspaceAt(chain);
    assert.deepEqual([incomingCalls('file:///none', index), outgoingCalls('', index)], [[], []]);
  });

  it('holds in each item the name within the range', () => {
    const { index } = workspaceAt(chain);
    for (const { to } of outgoingCalls(`${A}a.md`, index)) {
      assert.ok(to.range.start.line <= to.selectionRange.start.line && to.range.end.line >= to.selectionRange.end.line);
    }
  });
});

describe('the lens about calls', () => {
  it('counts agents, not places, and shows the places where the client can', () => {
    const { agent, index, shown } = workspaceAt(chain);
    const lenses = callLensesOf(agent, index, true);
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command]),
      [
        ['Called by 1', 'agentAuthoring.showReferences'],
        ['Delegates to 1', 'agentAuthoring.showReferences'],
      ],
    );
    const [called, delegates] = lenses.map(({ command }) => command?.arguments ?? []);
    assert.deepEqual([called?.[0], called?.[1]], [`${A}b.md`, { line: 0, character: 0 }]);
    assert.deepEqual(called?.[2].map(shown), [`${A}a.md: b`, `${A}a.md: b`]);
    assert.deepEqual(delegates?.[2].map(shown), [`${A}c.md: c`]);
  });

  it('is one line of text for other clients', () => {
    const { agent, index } = workspaceAt(chain);
    assert.deepEqual(
      callLensesOf(agent, index, false).map(({ command }) => command),
      [{ title: 'Called by 1 · delegates to 1', command: '' }],
    );
  });

  it('is not there without calls, and not in a file that the index does not know', () => {
    const alone = workspaceAt({ [`${A}a.md`]: agentText('a$0', '@agent-a and @agent-Explore') });
    assert.deepEqual(callLensesOf(alone.agent, alone.index, true), []);
    const unknown = workspaceAt(chain, { without: [`${A}b.md`] });
    assert.deepEqual(callLensesOf(unknown.agent, unknown.index, true), []);
  });
});

describe('workspace symbols', () => {
  const files: Files = {
    [`${A}a.md`]: agentText('code-reviewer$0'),
    [`${A}deep/b.md`]: agentText('reviewer'),
    '/home/me/.claude/agents/r.md': agentText('reviewer-two'),
    '/w/.claude/skills/review-it/SKILL.md': skill,
    '/w/.mcp.json': '{ "mcpServers": { "relay": {} } }',
    [`${A}broken.md`]: '---\nname: reviewer-broken\n---\nHi\n',
  };
  const symbols = (query: string): readonly string[] =>
    workspaceSymbolsOf(workspaceAt(files, { where: user }).index, query).map(
      ({ name, kind, containerName }) => `${name} ${kind} ${containerName}`,
    );

  it('are the best matches first, with their scope and folder', () => {
    assert.deepEqual(symbols('reviewer'), [
      `reviewer ${SymbolKind.Class} project · .claude/agents/deep`,
      `reviewer-two ${SymbolKind.Class} user · .claude/agents`,
      `code-reviewer ${SymbolKind.Class} project · .claude/agents`,
    ]);
  });

  it('match letters in their order, in any case', () => {
    assert.deepEqual(
      symbols('RVT').map((line) => line.split(' ')[0]),
      ['review-it', 'reviewer-two'],
    );
    assert.deepEqual(symbols('rly'), [`relay ${SymbolKind.Interface} project`]);
    assert.deepEqual(symbols('zzz'), []);
  });

  it('are all for an empty query, and never more than a list can show', () => {
    assert.equal(symbols('').length, 5);
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${A}n${i}.md`, agentText(`n${i}`)]));
    const { index } = workspaceAt({ ...many, [`${A}a.md`]: agentText('a$0') });
    assert.equal(workspaceSymbolsOf(index, '').length, 500);
  });

  it('lead to the name', () => {
    const { index, shown } = workspaceAt(files);
    const [first] = workspaceSymbolsOf(index, 'code-reviewer');
    assert.ok(first !== undefined && 'range' in first.location);
    assert.equal(shown(first.location), `${A}a.md: code-reviewer`);
  });
});
