/**
 * Small frontmatter that was given to Claude Code, with what we report: verdict, rule, severity, range, fix. Long because it is
 * one table.
 */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import type { Severity } from '../../server/core/hosts/effect';
import type { LoadVerdict, LossCause } from '../../server/core/hosts/verdict';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { fileOf, format } from '../agent';

/** Rule, severity, the marked text, and whether there is a fix. */
type Says = readonly [rule: string, severity: Severity, marked: string, hasFix: boolean];

interface Row {
  readonly what: string;
  readonly text: string;
  readonly verdict: LoadVerdict['verdict'];
  readonly cause?: LossCause;
  readonly says?: readonly Says[];
}

const DESCRIPTION = 'description: Reads a diff and says what is wrong with it.\n';
const frontMatter = (lines: string): string => `---\nname: a\n${lines}---\nHi\n`;
const lost = (cause: LossCause): Pick<Row, 'verdict' | 'cause'> => ({ verdict: 'does-not-load', cause });
const loads: Pick<Row, 'verdict'> = { verdict: 'loads' };

const rows: readonly Row[] = [
  {
    what: 'colons in a plain value',
    text: frontMatter('description: Use this: when things break: badly\n'),
    ...loads,
    says: [['yaml-colon', 'warning', ': ', true]],
  },
  {
    what: 'an example on one line',
    text: frontMatter('description: Use it.\\n<example>\\nuser: "Help"\\n</example>\n'),
    ...loads,
    says: [['yaml-colon', 'warning', ': ', true]],
  },
  {
    what: 'an example at the left margin',
    text: frontMatter(document`
      description: Use it when asked.

      <example>
      user: "Help"
      </example>
      tools: Read
      `),
    ...lost('yaml'),
    says: [['yaml-spill', 'error', '<example>\nuser: "Help"\n</example>', true]],
  },
  {
    what: 'a block under a line that is less indented',
    text: frontMatter(document`
      description: |
          Use it when asked.

        <example>
          user: "Help"
      tools: Read
      `),
    ...lost('yaml'),
    says: [['yaml-spill', 'error', '<example>\n    user: "Help"', true]],
  },
  {
    what: 'a folded block with colons',
    text: frontMatter('description: >\n  Use it: when\n  <b>: asked.\n'),
    ...loads,
  },
  {
    what: 'a literal block with colons',
    text: frontMatter('description: |\n  Use it: when\n  <b>: asked.\n'),
    ...loads,
  },
  {
    what: 'tabs at the beginning of lines',
    text: frontMatter(`${DESCRIPTION}tools:\n\t- Read\n\t- Edit\n`),
    ...loads,
    says: [['yaml-tabs', 'warning', '\t', true]],
  },
  {
    what: 'an indented line with a colon under a plain value',
    text: frontMatter('description: Use it when asked.\n  second: line\n'),
    ...lost('yaml'),
    says: [['yaml-colon', 'error', ': ', true]],
  },
  {
    what: 'quotes in double quotes',
    text: frontMatter('description: "He said "hi" to me"\n'),
    ...lost('yaml'),
    says: [['yaml-quotes', 'error', '"hi"', true]],
  },
  {
    what: 'no blank behind the colon',
    text: frontMatter('description:Does many things.\n'),
    ...lost('yaml'),
    says: [['yaml-space', 'error', ':', true]],
  },
  {
    what: 'a key one blank too deep',
    text: frontMatter(' description: Does many things.\n'),
    ...lost('yaml'),
    says: [['yaml-indent', 'error', ' ', true]],
  },
  {
    what: '@ at the beginning of a value',
    text: frontMatter('description: @team asks for it.\n'),
    ...loads,
    says: [['yaml-indicator', 'warning', '@', true]],
  },
  {
    what: '* at the beginning of a value',
    text: frontMatter('description: *ref is asked for.\n'),
    ...loads,
    says: [['yaml-indicator', 'warning', '*', true]],
  },
  {
    what: 'a number as the name',
    text: `---\nname: 123\n${DESCRIPTION}---\nHi\n`,
    ...lost('name'),
    says: [['field-value', 'error', '123', true]],
  },
  {
    what: 'a list as the description',
    text: frontMatter('description: [a, b]\n'),
    ...lost('description'),
    says: [['field-value', 'error', '[a, b]', false]],
  },
  {
    what: 'a name that is written twice',
    text: document`
      ---
      name: b
      name: a
      ${DESCRIPTION}---
      Hi
      `,
    ...loads,
    says: [['key-duplicate', 'warning', 'name', true]],
  },
  { what: 'a byte order mark', text: `\uFEFF${frontMatter(DESCRIPTION)}`, ...loads },
  { what: 'CRLF', text: frontMatter(DESCRIPTION).replaceAll('\n', '\r\n'), ...loads },
  { what: 'blanks behind the opening dashes', text: frontMatter(DESCRIPTION).replace('---', '---  '), ...loads },
  {
    what: 'a colon on CRLF line ends, which the repair leaves alone',
    text: frontMatter('description: Use this: when things break.\n').replaceAll('\n', '\r\n'),
    ...lost('yaml'),
    says: [['yaml-colon', 'error', ': ', true]],
  },
  {
    what: 'an empty first line',
    text: `\n${frontMatter(DESCRIPTION)}`,
    ...lost('not-an-agent'),
    says: [['frontmatter-opening', 'error', '---', true]],
  },
  {
    what: 'a code fence around the frontmatter',
    text: `\`\`\`yaml\n${frontMatter(DESCRIPTION)}\`\`\`\n`,
    ...lost('not-an-agent'),
    says: [['frontmatter-opening', 'error', '---', false]],
  },
  {
    what: 'four dashes',
    text: `-${frontMatter(DESCRIPTION)}`,
    ...lost('not-an-agent'),
    says: [['frontmatter-opening', 'error', '----', true]],
  },
  {
    what: 'dots at the end',
    text: frontMatter(DESCRIPTION).replace('\n---\nHi', '\n...\nHi'),
    ...lost('not-an-agent'),
    says: [['frontmatter-unclosed', 'error', '---', true]],
  },
  {
    what: 'dashes inside a value',
    text: frontMatter('description: Reads --- and writes.\ntools: Read\n'),
    verdict: 'loads-with-losses',
    says: [['frontmatter-cut', 'warning', '---', false]],
  },
  {
    what: 'no description',
    text: frontMatter('tools: Read\n'),
    ...lost('description'),
    says: [['description-missing', 'error', '---', true]],
  },
  {
    what: 'no name',
    text: `---\n${DESCRIPTION}---\nHi\n`,
    ...lost('name'),
    says: [['name-missing', 'error', '---', true]],
  },
  {
    what: 'a block beside a line that needs the repair',
    text: frontMatter('description: |\n  Does many things.\ninitialPrompt: First: look.\n'),
    ...lost('yaml'),
    says: [
      ['block-scalar-spoiled', 'error', '|', false],
      ['yaml-colon', 'error', ': ', true],
    ],
  },
  {
    what: 'a flow list beside a line that needs the repair',
    text: frontMatter('description: Use this: when things break.\ntools: [Read, Edit]\n'),
    ...loads,
    says: [['yaml-colon', 'warning', ': ', true]],
  },
  {
    what: 'text behind a #',
    text: frontMatter('description: Fixes issue #12 when asked.\n'),
    ...loads,
    says: [['value-comment', 'warning', '#12 when asked.', true]],
  },
  {
    what: 'allowed-tools instead of tools',
    text: frontMatter(`${DESCRIPTION}allowed-tools: Read\n`),
    ...loads,
    says: [['field-misnamed', 'error', 'allowed-tools', true]],
  },
  {
    what: 'a removed tool',
    text: frontMatter(`${DESCRIPTION}tools: Read, MultiEdit\n`),
    verdict: 'loads-with-losses',
    says: [['tool-removed', 'warning', 'MultiEdit', true]],
  },
  {
    what: 'servers as a bare text',
    text: frontMatter(`${DESCRIPTION}mcpServers: notion\n`),
    verdict: 'loads-with-losses',
    says: [['mcp-servers-shape', 'warning', 'notion', true]],
  },
  {
    what: 'a color that does not exist',
    text: frontMatter(`${DESCRIPTION}color: magenta\n`),
    verdict: 'loads-with-losses',
  },
  {
    what: 'no frontmatter at all',
    text: 'You review code.\n',
    ...lost('not-an-agent'),
    says: [['frontmatter-missing', 'warning', 'You review code.', true]],
  },
  {
    what: 'yes for true',
    text: frontMatter(`${DESCRIPTION}background: yes\n`),
    verdict: 'loads-with-losses',
    says: [['field-value', 'warning', 'yes', true]],
  },
  {
    what: 'a plain value wrapped by a formatter',
    text: frontMatter('description: Reads a diff and says\n  what is wrong with it.\n'),
    ...loads,
  },
  {
    what: 'a pattern that is thought to restrict a tool',
    text: frontMatter(`${DESCRIPTION}tools: Read, Bash(git:*)\n`),
    ...loads,
    says: [['tool-pattern', 'warning', 'Bash(git:*)', true]],
  },
  {
    what: 'a deny list that forgets the shell',
    text: frontMatter(`${DESCRIPTION}disallowedTools: Write, Edit\n`),
    ...loads,
  },
  {
    what: 'names in the wrong case only',
    text: frontMatter(`${DESCRIPTION}tools: read, bash\n`),
    ...lost('tools'),
    says: [
      ['tool-case', 'warning', 'read', true],
      ['tools-unresolved', 'error', 'read, bash', false],
      ['tool-case', 'warning', 'bash', true],
    ],
  },
  {
    what: 'a wildcard for all MCP servers in the allow list',
    text: frontMatter(`${DESCRIPTION}tools: Read, mcp__*\n`),
    verdict: 'loads-with-losses',
    says: [['tool-mcp-shape', 'warning', 'mcp__*', true]],
  },
  {
    what: 'the model of another vendor',
    text: frontMatter(`${DESCRIPTION}model: gpt-4\n`),
    ...loads,
    says: [['model-foreign', 'warning', 'gpt-4', true]],
  },
  { what: 'an unknown model id', text: frontMatter(`${DESCRIPTION}model: claude-opus-9-9\n`), ...loads },
  { what: 'several lists of agents', text: frontMatter(`${DESCRIPTION}tools: Read, Agent(a), Agent(b)\n`), ...loads },
  {
    what: 'memory beside a list that only reads',
    text: frontMatter(`${DESCRIPTION}tools: Read\nmemory: user\n`),
    ...loads,
  },
  ...(
    ['permissionMode: yolo', 'memory: team', 'effort: gigantic', 'isolation: container', 'maxTurns: -3'] as const
  ).map(
    (line): Row => ({
      what: `a value that does not exist: ${line}`,
      text: frontMatter(`${DESCRIPTION}${line}\n`),
      verdict: 'loads-with-losses',
      says: [['field-value', 'warning', line.slice(line.indexOf(' ') + 1), true]],
    }),
  ),
];

/** Style and advice have their own tests. */
const isLoud = ({ severity }: { readonly severity: Severity }): boolean =>
  severity === 'error' || severity === 'warning';

describe('recorded frontmatter', () => {
  for (const { what, text, verdict, cause = null, says = [] } of rows) {
    it(`with ${what}`, () => {
      const file = fileOf(text);
      const answer = agentOf(file, format).verdict();
      assert.deepEqual([answer?.verdict, answer?.cause], [verdict, cause], answer?.reason ?? '');
      const found = lint(agentOf(file, format, '/w/.claude/agents/a.md'))
        .findings.filter(isLoud)
        .map(
          ({ rule, severity, span, fixes }): Says => [
            rule,
            severity,
            text.slice(span.start, span.end),
            (fixes ?? []).length > 0,
          ],
        );
      assert.deepEqual(found, says);
    });
  }
});
