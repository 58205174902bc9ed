/** The frontmatter: where it opens and closes, its values, and the recovery of broken YAML. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listItems } from '../../server/core/syntax/lists/items';
import { parse } from '../../server/core/syntax/parse';
import type { Entry, Value } from '../../server/core/syntax/tree';
import { document } from '../../server/core/text/document';

const known = new Set(['name', 'description', 'tools', 'model', 'hooks']);

const entriesOf = (text: string): readonly Entry[] => parse(text, known).frontMatter?.entries ?? [];
const codesOf = (text: string): readonly string[] => parse(text, known).problems.map(({ code }) => code);

function valueAt(text: string, key: string): Value {
  const entry = entriesOf(text).find((candidate) => candidate.key === key);
  assert.ok(entry !== undefined, `no entry ${key}`);
  return entry.value;
}

describe('splitting', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['---\nname: a\n---\nHi', []],
    ['---  \t\r\nname: a\r\n---\t\r\nHi', []],
    ['\uFEFF---\nname: a\n---\nHi', []],
    ['---\n---\nHi', []],
    ['---\nname: a\n---', []],
    ['\uFEFF\uFEFF---\nname: a\n---\nHi', []],
    ['', ['frontmatter-missing']],
    ['Hi', ['frontmatter-missing']],
    [
      document`
        # Title

        ---
        name: a
        ---
        `,
      ['frontmatter-not-first'],
    ],
    ['\n---\nname: a\n---\n', ['frontmatter-not-first']],
    [
      document`
        \`\`\`
        ---
        name: a
        ---
        \`\`\`
        `,
      ['frontmatter-not-first'],
    ],
    ['----\nname: a\n---\n', ['frontmatter-opener']],
    ['--- # x\nname: a\n---\n', ['frontmatter-opener']],
    ['---js\nx\n---\n', ['frontmatter-language']],
    ['--- YAML\nname: a\n---\n', ['frontmatter-language']],
    ['---\nname: a\nHi', ['frontmatter-unclosed']],
    ['---', ['frontmatter-unclosed']],
    ['---\nname: a\n...\nHi', ['frontmatter-unclosed']],
    ['---\nname: a --- b\n---\nHi', []],
    ['---\nname: a\n----\nx: y\n---\nHi', ['yaml']],
    ['---\rname: a\r---\rHi', []],
  ];
  for (const [text, codes] of table) {
    it(`${JSON.stringify(text)} has ${codes.length === 0 ? 'no problem' : codes.join(', ')}`, () =>
      assert.deepEqual(codesOf(text), codes));
  }

  it('takes lines below a title for frontmatter only when one of them is a field', () => {
    const codes = (text: string): readonly string[] => parse(text, new Set(['name'])).problems.map(({ code }) => code);
    assert.deepEqual(codes('# Title\n\n---\nmodel: x\nname: a\n---\n'), ['frontmatter-not-first']);
    assert.deepEqual(codes('# Title\n\n---\nNote: this\n---\nname: a\n'), ['frontmatter-missing']);
  });

  it('gives the spans of the documentation', () => {
    const { frontMatter, body } = parse('---\nname: a\n---\nHi');
    assert.deepEqual(
      [frontMatter?.span, frontMatter?.opener, frontMatter?.content, frontMatter?.closer, body.span],
      [
        { start: 0, end: 16 },
        { start: 0, end: 3 },
        { start: 4, end: 12 },
        { start: 12, end: 15 },
        { start: 16, end: 18 },
      ],
    );
  });

  it('reads a lone CR as a line end', () => {
    assert.deepEqual(
      entriesOf('---\rname: a\rmodel: b\r---\rHi').map(({ key }) => key),
      ['name', 'model'],
    );
  });

  it('ends unclosed frontmatter where the YAML ends', () => {
    const text = '---\nname: a\ntools:\n  - Read\n\nYou are: not a key\nmore';
    assert.equal(parse(text, known).frontMatter?.content.end, text.indexOf('\nYou'));
  });
});

describe('values', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a b', 'scalar', 'a b'],
    ['"a\\tb"', 'scalar', 'a\tb'],
    ["'it''s'", 'scalar', "it's"],
    ['|\n  a\n  b', 'scalar', 'a\nb\n'],
    ['>-\n  a\n  b', 'scalar', 'a b'],
    ['[a, b]', 'sequence', '[a, b]'],
    ['\n  - a\n  - b', 'sequence', '- a\n  - b'],
    ['{a: b}', 'mapping', '{a: b}'],
    ['', 'missing', ''],
  ];
  for (const [written, kind, shown] of table) {
    it(`reads ${JSON.stringify(written)} as ${kind}`, () => {
      const text = `---\nmodel: ${written}\n---\n`;
      const value = valueAt(text, 'model');
      assert.equal(value.kind, kind);
      assert.equal(value.kind === 'scalar' ? value.text : text.slice(value.span.start, value.span.end), shown);
    });
  }

  it('knows the YAML types of plain scalars', () => {
    const types = ['12', 'true', '~', 'yes', '"12"', '1.5'].map((written) => {
      const value = valueAt(`---\nname: ${written}\n---\n`, 'name');
      return value.kind === 'scalar' ? value.type : value.kind;
    });
    assert.deepEqual(types, ['number', 'boolean', 'null', 'string', 'string', 'number']);
  });

  it('does not expand aliases, and reports those without an anchor', () => {
    const text = document`
      ---
      name: &n a
      model: *n
      tools: *m
      ---
      `;
    assert.deepEqual(codesOf(text), ['yaml']);
    assert.equal(parse('---\nname: &n a\nmodel: *n\n---\n').frontMatter?.entries[1]?.value.kind, 'alias');
  });
});

describe('items of a list', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Read, Write', ['Read', 'Write']],
    ['Read Write,,Edit', ['Read', 'Write', 'Edit']],
    ['"Read, Bash(git add:*, x)"', ['Read', 'Bash(git add:*, x)']],
    ['[Read, "Bash(npm test)"]', ['Read', 'Bash(npm test)']],
    ['\n  - Read\n  - Edit Write', ['Read', 'Edit', 'Write']],
    ['Read,\n  Write', ['Read', 'Write']],
    ['>\n  Read\n  Write', ['Read', 'Write']],
    ['|\n  Read, Write', ['Read', 'Write']],
    ['Read(x Write(y) Edit', ['Read(x Write(y)', 'Edit']],
    ['Read(\\) a) Edit', ['Read(\\) a)', 'Edit']],
    ['\u3000Read\u00a0, Edit', ['Read', 'Edit']],
    ['Read\tEdit', ['Read\tEdit']],
    ['🚀, Read', ['🚀', 'Read']],
    ['', []],
    ['12', ['12']],
    ['{a: b}', []],
  ];
  for (const [written, items] of table) {
    it(`finds ${items.length} in ${JSON.stringify(written)}, each at its own characters`, () => {
      const text = `---\ntools: ${written}\n---\n`;
      const found = listItems(text, valueAt(text, 'tools'), 'commas and spaces');
      assert.deepEqual(
        found.map((item) => item.text),
        items,
      );
      for (const item of found) assert.equal(text.slice(item.span.start, item.span.end), item.text);
    });
  }

  it('reads two single quotes in quotes as one', () => {
    const text = "---\ntools: 'Bash(echo ''a''), Read'\n---\n";
    const found = listItems(text, valueAt(text, 'tools'), 'commas and spaces');
    assert.deepEqual(
      found.map((item) => [item.text, text.slice(item.span.start, item.span.end)]),
      [
        ["Bash(echo 'a')", "Bash(echo ''a'')"],
        ['Read', 'Read'],
      ],
    );
  });
});

describe('recovery', () => {
  it('keeps the other fields when one value is broken', () => {
    const text = document`
      ---
      name: a
      description: Use this: when
      tools: Read
      ---
      `;
    assert.deepEqual(
      entriesOf(text).map(({ key, value }) => [key, value.kind]),
      [
        ['name', 'scalar'],
        ['description', 'broken'],
        ['tools', 'scalar'],
      ],
    );
    assert.equal(valueAt(text, 'description').kind === 'broken' && text.includes('Use this: when'), true);
  });

  it('treats unindented lines that look like keys as part of the broken value', () => {
    const text = document`
      ---
      name: a
      description: Use it.
      <example>
      user: "hi"
      assistant: "ho"
      </example>
      tools: Read
      ---
      `;
    assert.deepEqual(
      entriesOf(text).map(({ key }) => key),
      ['name', 'description', 'tools'],
    );
    const value = valueAt(text, 'description');
    assert.ok(value.kind === 'broken' && value.text.endsWith('</example>'));
  });

  it('treats an unknown key as a field when everything before it is valid', () => {
    const text = document`
      ---
      name: a
      emoji: x
      description: "He said "hi""
      ---
      `;
    assert.deepEqual(
      entriesOf(text).map(({ key }) => key),
      ['name', 'emoji', 'description'],
    );
  });

  it('finds a key without a space after its colon', () => {
    const text = document`
      ---
      name: a
      description:foo
      tools: Read
      ---
      `;
    assert.deepEqual(
      entriesOf(text).map(({ key }) => key),
      ['name', 'description', 'tools'],
    );
    assert.deepEqual(
      parse(text, known).problems.map(({ detail }) => detail),
      ['a space is missing after the colon of a key'],
    );
  });

  it('reports one problem for each piece, at the piece', () => {
    const text = document`
      ---
      name: "a
      tools: [Read
      model: b
      ---
      `;
    const { problems } = parse(text, known);
    assert.equal(problems.length, 2);
    assert.deepEqual(
      entriesOf(text).map(({ key, value }) => [key, value.kind]),
      [
        ['name', 'broken'],
        ['tools', 'broken'],
        ['model', 'scalar'],
      ],
    );
  });
});

describe('white space that a library scans once for each line', () => {
  // The library's regular expressions take more than half a second for each of these.
  const runs: Readonly<Record<string, string>> = {
    'line separators': '\u2028'.repeat(30_000),
    'paragraph separators and no-break spaces': '\u2029\u00a0'.repeat(15_000),
  };
  for (const [what, run] of Object.entries(runs)) {
    it(`takes linear time: ${what}`, () => {
      const text = `---\nname: a\nx: ${run}y\n---\nHi`;
      const before = process.cpuUsage();
      const { frontMatter } = parse(text, known);
      const { user, system } = process.cpuUsage(before);
      assert.equal(frontMatter?.closer?.start, text.length - '---\nHi'.length);
      assert.ok(user + system < 500_000, `${(user + system) / 1_000} ms`);
    });
  }
});
