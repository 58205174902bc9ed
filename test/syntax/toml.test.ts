/** TOML as fields with exact spans, for sound and for broken texts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseToml } from '../../server/core/syntax/toml/file';
import type { AgentFile, Entry, Value } from '../../server/core/syntax/tree';
import { runs } from '../seed';

const PROMPT = 'prompt';

const read = (text: string): AgentFile => parseToml(text, PROMPT);

const entriesOf = (text: string): readonly Entry[] => read(text).frontMatter?.entries ?? [];

/** What a value means, as JSON. Numbers and dates stay as they are written. */
function meaning(value: Value): unknown {
  if (value.kind === 'scalar') return value.style === 'plain' ? { [value.type]: value.text } : value.text;
  if (value.kind === 'sequence') return value.items.map((item) => meaning(item.value));
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map(({ key, value: of }) => [key, meaning(of)]));
  return value.kind;
}

const meaningOf = (text: string): unknown => entriesOf(text).map(({ key, value }) => [key, meaning(value)]);

describe('TOML', () => {
  const sound: readonly (readonly [text: string, fields: unknown])[] = [
    ['', []],
    ['# a note\n', []],
    ['\uFEFFa = "x"', [['a', 'x']]],
    [
      'a = "x" # note\nb = \'C:\\d\'\n',
      [
        ['a', 'x'],
        ['b', 'C:\\d'],
      ],
    ],
    ['a = "\\u0041\\t\\x42\\e"', [['a', 'A\tB\x1b']]],
    ['a = """\nx\\\n   y "" z"""', [['a', 'xy "" z']]],
    ["a = '''\r\nx\r\n'''", [['a', 'x\r\n']]],
    ['a = """x"""""', [['a', 'x""']]],
    [
      'a = 0\nb = -1_000\nc = 1.5\nd = true',
      [
        ['a', { number: '0' }],
        ['b', { number: '-1_000' }],
        ['c', { number: '1.5' }],
        ['d', { boolean: 'true' }],
      ],
    ],
    [
      'a = 2024-01-02\nb = 07:32',
      [
        ['a', { string: '2024-01-02' }],
        ['b', { string: '07:32' }],
      ],
    ],
    ['a = [\n  "x", # one\n  \'y\',\n]', [['a', ['x', 'y']]]],
    ['a = { b.c = 1,\n d = "x", }', [['a', { b: { c: { number: '1' } }, d: 'x' }]]],
    ['a.b.c = "x"\na.b.d = "y"', [['a', { b: { c: 'x', d: 'y' } }]]],
    [
      'a = "x"\n[t]\nb = "y"\n[t.u]\nc = "z"\n',
      [
        ['a', 'x'],
        ['t', { b: 'y', u: { c: 'z' } }],
      ],
    ],
    ['[t.u]\nc = "z"\n[t]\nb = "y"\n', [['t', { u: { c: 'z' }, b: 'y' }]]],
    ['[[t.u]]\na = "x"\n[[t.u]]\na = "y"\n[t.u.v]\nb = "z"\n', [['t', { u: [{ a: 'x' }, { a: 'y', v: { b: 'z' } }] }]]],
    [
      '"a b" = "x"\n\'c\' = "y"',
      [
        ['a b', 'x'],
        ['c', 'y'],
      ],
    ],
  ];
  for (const [text, fields] of sound) {
    it(`of ${JSON.stringify(text)} has these fields`, () => {
      assert.deepEqual(read(text).problems, []);
      assert.deepEqual(meaningOf(text), fields);
    });
  }

  const broken: readonly (readonly [text: string, at: string, detail: RegExp])[] = [
    ['a = x\n', 'x', /in quotes/],
    ['a: "x"\n', ':', /key = value/],
    ['a = "x\nb = "y"\n', '"x', /never closed/],
    ["a = '''x\n", "'''x", /never closed/],
    ['a =\n', '', /missing/],
    ['a = "x" y\n', 'y', /after the end/],
    ['a = "\\d"\n', 'd"', /escape/],
    ['a = [1 2]\n', '2', /comma/],
    ['a = 007\n', '007', /zero/],
    ['a = 99999999999999999999\n', '99999999999999999999', /too large/],
    ['a = "x\u0001"\n', '\u0001"', /control/],
    ['# x\u0001\n', '\u0001', /control/],
    ['a = "x"\rb = "y"\n', '\r', /CR alone/],
    ['[t]\n[t]\n', 't', /before/],
    ['a.b = 1\na.b = 2\n', 'b', /before/],
    ['a = {}\n[a.b]\n', 'a', /before/],
    ['a.b = 1\n[a]\nc = 1\n', 'a', /before/],
    ['---\n', '-', /no meaning/],
    ['words\n', '', /./],
  ];
  for (const [text, at, detail] of broken) {
    it(`of ${JSON.stringify(text)} has one problem`, () => {
      const { problems } = read(text);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['toml'],
      );
      const [problem] = problems;
      assert.ok(problem !== undefined);
      assert.match(problem.detail, detail);
      if (at !== '') assert.equal(text.slice(problem.span.start, problem.span.end), at);
    });
  }

  it('reads what is beside a broken field', () => {
    const text = 'a = "x"\nb = words\nc = ["y"\nd = "z"\n\n[t]\ne = "\nf = 1\n';
    assert.equal(read(text).problems.length, 3);
    assert.deepEqual(meaningOf(text), [
      ['a', 'x'],
      ['b', 'broken'],
      ['c', 'broken'],
      ['d', 'z'],
      ['t', { e: 'broken', f: { number: '1' } }],
    ]);
  });

  it('keeps a key that is written twice, without a problem of its own', () => {
    const text = 'a = "x"\na = "y"\n';
    assert.deepEqual(read(text).problems, []);
    assert.deepEqual(meaningOf(text), [
      ['a', 'x'],
      ['a', 'y'],
    ]);
  });

  it('stops at its bounds', () => {
    const texts = [
      `a = ${'['.repeat(100)}${']'.repeat(100)}`,
      'a = 1\n'.repeat(2_000),
      `${'a.'.repeat(100)}b = 1`,
      `#\na = [${'1,'.repeat(40_000)}]`,
    ];
    for (const text of texts)
      assert.deepEqual(
        read(text).problems.map(({ code }) => code),
        ['limit'],
        text.slice(0, 20),
      );
    assert.deepEqual(
      read('a'.repeat(1_100_000)).problems.map(({ code }) => code),
      ['file-limit'],
    );
    assert.deepEqual(read(`a = '''${'x\n'.repeat(200_000)}'''`).problems, []);
    assert.deepEqual(read(`a = """${'\\\\x\n'.repeat(100_000)}"""`).problems, []);
  });

  it('takes little time for what is not TOML', () => {
    const texts = ['x\n'.repeat(16_000), '[a]\n'.repeat(8_000), '= '.repeat(16_000), '"""\n'.repeat(8_001)];
    for (const text of texts) {
      const before = process.cpuUsage().user;
      assert.ok(read(text).problems.length > 0);
      assert.ok(process.cpuUsage().user - before < 2_000_000, text.slice(0, 10));
    }
  });

  it('has spans that give back what is written', () => {
    const text = 'a = "x" # n\n"b c" = [ \'y\', """z""" ]\n[t.u]\nd = { e = 1 }\n';
    const [a, b, t] = entriesOf(text);
    const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    assert.ok(a !== undefined && b !== undefined && t !== undefined);
    assert.deepEqual([at(a.span), at(a.keySpan), at(a.value.span)], ['a = "x"', 'a', '"x"']);
    assert.deepEqual([at(b.keySpan), at(b.span)], ['"b c"', '"b c" = [ \'y\', """z""" ]']);
    assert.ok(b.value.kind === 'sequence');
    assert.deepEqual(
      b.value.items.map(({ value }) => (value.kind === 'scalar' ? at(value.inner) : '')),
      ['y', 'z'],
    );
    assert.deepEqual([at(t.keySpan), at(t.span)], ['t', 't.u]\nd = { e = 1 }']);
  });
});

describe('the body of a TOML file', () => {
  const bodyOf = (text: string): string => {
    const { body } = read(text);
    return text.slice(body.span.start, body.span.end);
  };

  it('is what is written between three quotes', () => {
    assert.equal(bodyOf("a = 1\nprompt = '''\n# T\nx \\d\n'''\n[t]\n"), '# T\nx \\d\n');
    assert.equal(bodyOf('prompt = """\r\n# T\r\n"""'), '# T\r\n');
    assert.equal(bodyOf("prompt = '''\n# T\n"), '# T\n');
  });

  it('is empty where offsets of the text are not those of the file, and for one line', () => {
    for (const text of ['prompt = """\nx \\\n y"""', 'prompt = "x"', 'a = 1', 'prompt = 3', 'prompt = x'])
      assert.equal(bodyOf(text), '', text);
  });

  it('has its sections where they are in the file', () => {
    const text = "name = 'a'\nprompt = '''\n## One\n\nx\n\n## Two\n'''\n# Three\n";
    const titles = read(text).body.root.children.map(({ titleSpan }) => text.slice(titleSpan.start, titleSpan.end));
    assert.deepEqual(titles, ['One', 'Two']);
  });
});

describe('any text as TOML', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'prompt',
      'b.c',
      '"k"',
      ' = ',
      '=',
      ':',
      '"',
      "'",
      '"""',
      "'''",
      '\\',
      '\n',
      '\r\n',
      '\r',
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
    ],
    ...[',', '#', ' ', '\t', '1', '-2.5', 'true', '2024-01-02', 'é', '😀', '\u0000', '\uFEFF', '## T', 'x', '_'],
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is read without an exception, with spans inside of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { frontMatter, problems, body } = read(text);
        const inside = ({ start, end }: { readonly start: number; readonly end: number }): void =>
          assert.ok(start >= 0 && start <= end && end <= text.length);
        const check = ({ keySpan, span, value }: Entry): void => {
          for (const place of [keySpan, span, value.span]) inside(place);
          if (value.kind === 'mapping') value.entries.forEach(check);
        };
        frontMatter?.entries.forEach(check);
        for (const { span } of problems) inside(span);
        inside(body.span);
        assert.equal(
          body.blocks.map(({ span }) => text.slice(span.start, span.end)).join(''),
          text.slice(body.span.start, body.span.end),
        );
      }),
      runs(3_000),
    );
  });

  it('gives back every string that was written into it', () => {
    const written = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => /^\P{Cc}*$/u.test(text));
    fc.assert(
      fc.property(written, (value) => {
        const text = `a = ${JSON.stringify(value)}\nb = [${JSON.stringify(value)}]\n`;
        assert.deepEqual(meaningOf(text), [
          ['a', value],
          ['b', [value]],
        ]);
      }),
      runs(500),
    );
  });
});
