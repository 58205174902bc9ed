/** Formatting: what it changes in frontmatter, and what it does not. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agentOf } from '../../server/core/agent/agent';
import { formatOf } from '../../server/core/features/format/format';
import { readAsClaudeCode } from '../../server/core/hosts/claudeCode/read';
import { type FormatSettings, listStyleSettings } from '../../server/core/lint/settings';
import { listItems } from '../../server/core/syntax/lists/items';
import type { AgentFile, Entry, Value } from '../../server/core/syntax/tree';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { agent, fileOf, format } from '../agent';
import { runs } from '../seed';

/** The text after formatting; a file that is parsed already is not parsed again. */
function formatted(
  before: string | AgentFile,
  sortKeys = false,
  listStyle: FormatSettings['listStyle'] = 'keep',
): string {
  const file = typeof before === 'string' ? fileOf(before) : before;
  const edits = formatOf(agentOf(file, format), { sortKeys, listStyle }).map(({ range, newText }) => ({
    span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
    newText,
  }));
  return applyEdits(file.source.text, edits);
}

const whole = (frontMatter: string): string => `---\n${frontMatter}\n---\n# Body  \n\n-  [ ] as:it  is,here  \n`;

const table: readonly (readonly [string, string])[] = [
  ['name:   a', 'name: a'],
  ['name : a', 'name: a'],
  ['"name":  a', '"name": a'],
  ['name: a  ', 'name: a'],
  ['name:  ', 'name:'],
  ['name: a  # note  ', 'name: a  # note'],
  ['# note \t', '# note'],
  ['name: a\n   \nmodel: opus', 'name: a\n\nmodel: opus'],
  ['tools: Read,Edit ,Bash(git:*,ls)', 'tools: Read, Edit, Bash(git:*,ls)'],
  ['tools: "Read,Edit"', 'tools: "Read, Edit"'],
  ['tools: Read Edit', 'tools: Read Edit'],
  ['tools:   [ Read,Edit ,"Bash" ]', 'tools: [Read, Edit, "Bash"]'],
  ['tools: [Read,\n  Edit ,Bash\n]', 'tools: [Read,\n  Edit, Bash\n]'],
  ['description: Does a,b and c ,d', 'description: Does a,b and c ,d'],
  ['tools:\n- Read\n- Edit', 'tools:\n  - Read\n  - Edit'],
  ['tools:\n      - Read\n      # note\n      - Edit', 'tools:\n  - Read\n  # note\n  - Edit'],
  [
    'hooks:\n  Stop:\n  - matcher: x\n    hooks:\n    - type:   command\n      command: |\n        a\n          b',
    'hooks:\n  Stop:\n    - matcher: x\n      hooks:\n        - type: command\n          command: |\n            a\n              b',
  ],
  [
    'mcpServers:\n- db:\n    type:  stdio\n    args: [ a,b ]',
    'mcpServers:\n  - db:\n      type: stdio\n      args: [a, b]',
  ],
  ['initialPrompt: |\n  a  \n    \n  b\nname:  a', 'initialPrompt: |\n  a  \n    \n  b\nname: a'],
  ['initialPrompt: |+\n  a\n\n  \nname:  a', 'initialPrompt: |+\n  a\n\n  \nname: a'],
  ['description: "a  \n  b"\nname:  a', 'description: "a  \n  b"\nname: a'],
  ['metadata: { a:  1,b: 2 }', 'metadata: { a: 1,b: 2 }'],
  ['x: &here  1\ny:  *here', 'x: &here  1\ny: *here'],
  ['"odd key" :  1', '"odd key": 1'],
];

describe('formatOf', () => {
  for (const [before, after] of table) {
    it(`writes ${JSON.stringify(before)} as ${JSON.stringify(after)}`, () => {
      assert.equal(formatted(whole(before)), whole(after));
      const crlf = whole(before).replaceAll('\n', '\r\n');
      assert.equal(formatted(crlf), whole(after).replaceAll('\n', '\r\n'));
    });
  }

  const broken = [
    '---\nname:   a\ndescription: "x\n---\n',
    '---\nname:   a\n',
    '---js\nname:   a\n---\n',
    'name:   a\n',
    '---\nname:   a\ndescription: b --- c\n---\n',
    '---\n-   a\n---\n',
    '---\nname:   a\ndescription: Use this: when\n---\n',
  ];
  for (const text of broken) it(`leaves ${JSON.stringify(text)} alone`, () => assert.equal(formatted(text), text));

  it('touches nothing but the characters that change', () => {
    const [edit, ...others] = formatOf(agent(whole('name:   a')), { sortKeys: false, listStyle: 'keep' });
    assert.deepEqual(others, []);
    assert.deepEqual(edit?.range, { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } });
  });
});

describe('formatOf with sortKeys', () => {
  it('puts required keys first, then those of the format, then the others, with their comments', () => {
    assert.equal(
      formatted(
        whole('zebra: 1\n# which model\nmodel:  opus\nalpha: 2\ntools:\n- Read\ndescription: d\nname: a'),
        true,
      ),
      whole('name: a\ndescription: d\ntools:\n  - Read\n# which model\nmodel: opus\nzebra: 1\nalpha: 2'),
    );
  });

  it('keeps the order by default', () => {
    assert.equal(formatted(whole('model: opus\nname: a')), whole('model: opus\nname: a'));
  });

  it('does not move an alias above its anchor, nor one of two equal keys above the other', () => {
    const anchored = whole('model: &m opus\nname: *m');
    assert.equal(formatted(anchored, true), anchored);
    assert.equal(formatted(whole('model: b\nname: x\nmodel: a'), true), whole('name: x\nmodel: b\nmodel: a'));
  });

  it('keeps the last value last when the frontmatter ends without a line end', () => {
    assert.equal(formatted('---\nmodel: opus\nname: a\n---', true), '---\nname: a\nmodel: opus\n---');
  });
});

/** What Claude Code reads, without offsets and without the spacing of names. */
function reading(file: AgentFile): unknown {
  const read = readAsClaudeCode(file);
  if (read.kind !== 'read') return read.kind;
  const plain = (value: Value): unknown => {
    if (value.kind === 'scalar') return value.text;
    if (value.kind === 'sequence') return value.items.map((item) => plain(item.value));
    return value.kind === 'mapping' ? value.entries.map(({ key, value: inner }) => [key, plain(inner)]) : value.kind;
  };
  const named = ({ key, value }: Entry): unknown =>
    ['tools', 'disallowedTools', 'skills'].includes(key)
      ? listItems(file.source.text, value, 'commas and spaces').map((item) => item.text)
      : plain(value);
  return read.entries.map((entry) => [entry.key, named(entry)]).sort();
}

const blank = fc.constantFrom('', ' ', '  ', '\t');
const names = fc.array(fc.constantFrom('Read', 'Bash(a, b)', '"x,y"', 'mcp__a', '*'), { minLength: 1, maxLength: 4 });
const line = fc.oneof(
  fc.tuple(names, blank, blank).map(([list, a, b]) => `tools:${a}${list.join(`${a},${b}`)}${b}`),
  fc.tuple(names, blank, blank).map(([list, a, b]) => `tools${a}: [${b}${list.join(`${a},${b}`)}${a}]`),
  fc
    .tuple(names, fc.constantFrom('', '  ', '     '), blank)
    .map(([list, a, b]) => `tools:${b}\n${list.map((name) => `${a}- ${name}${b}`).join('\n')}`),
  fc
    .tuple(fc.constantFrom('|', '>', '|+', '>-', '|2', '"', "'", ''), blank, blank)
    .map(
      ([style, a, b]) => `initialPrompt: ${style}${a}\n  x:y,z${b}\n    ${b}\n  - q${/["']/.test(style) ? style : ''}`,
    ),
  fc
    .tuple(blank, fc.constantFrom('  ', '    '))
    .map(
      ([a, b]) =>
        `hooks:\n${b}Stop:${a}\n${b}- matcher:${a} x\n${b}  hooks:\n${b}  - command: >\n${b}      a${a}\n${b}       b`,
    ),
  fc.constantFrom(
    'name:  a',
    'name:a',
    '# note  ',
    '',
    '  ',
    'x: {a: 1,b :2}',
    'y: &a  1',
    'z: *a',
    '? k\n: v',
    'a: b: c',
    '"q" : \'r\'',
    '- x',
    'k: !!str  1',
    '\tt: u',
    'description: a,b  ,c',
    'description: a\n   b  \n   # c',
  ),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => whole(lines.join('\n')).replaceAll('\n', end));

describe('formatting any frontmatter', () => {
  it('changes nothing that the host reads and not the body, and is idempotent', () => {
    let changed = 0;
    fc.assert(
      fc.property(text, fc.boolean(), fc.constantFrom(...listStyleSettings), (before, sortKeys, listStyle) => {
        const file = fileOf(before);
        const after = formatted(file, sortKeys, listStyle);
        if (after !== before) changed++;
        const again = fileOf(after);
        assert.deepEqual(reading(again), reading(file));
        assert.ok(after.endsWith(before.slice(before.indexOf('# Body'))));
        assert.equal(formatted(again, sortKeys, listStyle), after);
      }),
      runs(1_000),
    );
    assert.ok(changed > 100, `only ${changed} texts were changed`);
  });

  it('does so in the files of the corpus', (t) => {
    const corpus = '../shared/corpus/agents';
    if (!existsSync(corpus)) return t.skip(`no corpus at ${corpus}`);
    let changed = 0;
    for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
      const before = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
      const file = fileOf(before);
      const after = formatted(file, true);
      if (after === before) continue;
      changed++;
      const again = fileOf(after);
      assert.deepEqual(reading(again), reading(file), entry.name);
      assert.equal(formatted(again, true), after, entry.name);
    }
    t.diagnostic(`${changed} files were formatted`);
    assert.ok(changed > 50);
  });
});
