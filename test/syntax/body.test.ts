/** The body scanner by small texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf } from '../../server/core/syntax/body/body';
import { document } from '../../server/core/text/document';
import { type Span, textAt } from '../../server/core/text/span';
import { sectionsUnder } from './bodyFacts';

/** `kind depth text` of each block. */
const blocks = (text: string): readonly string[] =>
  bodyOf(text, 0).blocks.map(({ kind, depth, span }) => `${kind} ${depth} ${textAt(text, span)}`);

/** Each row: what it shows, the text, its blocks. */
const blockTable: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing', '', []],
  ['blank lines are one block', '\n \t\n', ['blank 0 \n \t\n']],
  ['CR, LF and CRLF end lines', 'a\r# b\r\n# c\n', ['paragraph 0 a\r', 'heading 0 # b\r\n', 'heading 0 # c\n']],
  [
    'U+2028, U+2029 and U+0085 end no line',
    'a\u2028# b\u2029# c\u0085# d',
    ['paragraph 0 a\u2028# b\u2029# c\u0085# d'],
  ],
  ['a byte order mark takes no room', '\ufeff# a', ['heading 0 \ufeff# a']],
  ['seven hashes and a tag word are text', '####### a\n#b\n', ['paragraph 0 ####### a\n#b\n']],
  ['four columns before a heading make code', '    # a\n\t# b', ['code 0     # a\n\t# b']],
  [
    'code keeps inner blank lines only',
    '    a\n\n    b\n\nc',
    ['code 0     a\n\n    b\n', 'blank 0 \n', 'paragraph 0 c'],
  ],
  ['code does not interrupt a paragraph', 'a\n    b', ['paragraph 0 a\n    b']],
  ['an underline takes the whole paragraph', 'a\nb\n---\n', ['heading 0 a\nb\n---\n']],
  ['an underline takes no item before it', '- a\n\nb\n=', ['paragraph 1 - a\n', 'blank 1 \n', 'heading 0 b\n=']],
  ['an underline needs a paragraph', '---\n\n===', ['thematicBreak 0 ---\n', 'blank 0 \n', 'paragraph 0 ===']],
  [
    'no underline reaches into a quote',
    '> a\n---\n> b\n===',
    ['paragraph 1 > a\n', 'thematicBreak 0 ---\n', 'paragraph 1 > b\n==='],
  ],
  ['two marks are no break', '**\n__', ['paragraph 0 **\n__']],
  ['a break wins over an item', '* * *\n- - -x', ['thematicBreak 0 * * *\n', 'paragraph 2 - - -x']],
  ['items of one depth are one block', '- a\n  b\n- c\n1. d', ['paragraph 1 - a\n  b\n- c\n1. d']],
  ['lazy lines belong to the paragraph', '> - a\nb\n\nc', ['paragraph 2 > - a\nb\n', 'blank 0 \n', 'paragraph 0 c']],
  ['nested items', '- a\n  - b\n    c\n', ['paragraph 1 - a\n', 'paragraph 2   - b\n    c\n']],
  ['a heading in an item', '- # a\n  b\n', ['heading 1 - # a\n', 'paragraph 1   b\n']],
  ['a number other than 1 does not interrupt', 'a\n2. b', ['paragraph 0 a\n2. b']],
  ['1 does interrupt', 'a\n1. b', ['paragraph 0 a\n', 'paragraph 1 1. b']],
  ['ten digits are no number', '1234567890. a', ['paragraph 0 1234567890. a']],
  ['an empty item ends at a blank line', '-\n\n  # a', ['paragraph 1 -\n', 'blank 0 \n', 'heading 0   # a']],
  ['an empty item goes on without one', '-\n  # a', ['paragraph 1 -\n', 'heading 1   # a']],
  ['five columns behind a marker are code', '-     a\n\n      b', ['code 1 -     a\n\n      b']],
  [
    'tabs reach to columns of four',
    '-\ta\n\n\tb\n\n\t\tc',
    ['paragraph 1 -\ta\n', 'blank 1 \n', 'paragraph 1 \tb\n', 'blank 1 \n', 'code 1 \t\tc'],
  ],
  ['a tab can stand half in a quote', '>\t\ta', ['code 1 >\t\ta']],
  ['an empty quote line is blank', '>\n> a', ['blank 1 >\n', 'paragraph 1 > a']],
  [
    'HTML 1 ends with its closing tag',
    '<script>\n\n# a\n</script> b\n# c',
    ['html 0 <script>\n\n# a\n</script> b\n', 'heading 0 # c'],
  ],
  ['HTML 2 ends with its mark', '<!-- a\n\n# b -->\n# c', ['html 0 <!-- a\n\n# b -->\n', 'heading 0 # c']],
  ['HTML 3 ends with its mark', '<?a\n\n?>\nb', ['html 0 <?a\n\n?>\n', 'paragraph 0 b']],
  ['HTML 4 ends with its mark', '<!A\n\n>\nb', ['html 0 <!A\n\n>\n', 'paragraph 0 b']],
  ['HTML 5 ends with its mark', '<![CDATA[\n>\n]]>\nb', ['html 0 <![CDATA[\n>\n]]>\n', 'paragraph 0 b']],
  [
    'HTML 6 ends at a blank line',
    'a\n</DIV x\n# b\n\n# c',
    ['paragraph 0 a\n', 'html 0 </DIV x\n# b\n', 'blank 0 \n', 'heading 0 # c'],
  ],
  ['HTML 6 may close itself', '<hr/>a\n# b', ['html 0 <hr/>a\n# b']],
  [
    'HTML 7 ends at a blank line',
    '<a b="c" d>\n# e\n\nf',
    ['html 0 <a b="c" d>\n# e\n', 'blank 0 \n', 'paragraph 0 f'],
  ],
  ['HTML 7 does not interrupt a paragraph', 'a\n<b>\n# c', ['paragraph 0 a\n<b>\n', 'heading 0 # c']],
  [
    'HTML 7 needs a complete tag alone',
    '<a b=>\n# c\n<d> e\n# f',
    ['paragraph 0 <a b=>\n', 'heading 0 # c\n', 'paragraph 0 <d> e\n', 'heading 0 # f'],
  ],
  ['a fence ends with its item', '- ```\n  a\nb', ['fence 1 - ```\n  a\n', 'paragraph 0 b']],
  [
    'a shorter run or the other mark closes no fence',
    '````\n```\n~~~~\n````\na',
    ['fence 0 ````\n```\n~~~~\n````\n', 'paragraph 0 a'],
  ],
  ['backticks behind backticks are no fence', '``` a`\n# b', ['paragraph 0 ``` a`\n', 'heading 0 # b']],
];

for (const [what, text, expected] of blockTable) {
  test(`blocks: ${what}`, () => assert.deepEqual(blocks(text), expected));
}

test('blocks: markers deeper than the cap are text, and the lines below still read as usual', () => {
  const text = `${'> '.repeat(100)}a\n\n# b`;
  const found = bodyOf(text, 0).blocks.map(({ kind, depth }) => `${kind} ${depth}`);
  assert.deepEqual(found, ['paragraph 64', 'blank 0', 'heading 0']);
});

/** `level title`, `heading`, `titleSpan`, `span` of each section, in file order. */
function sections(text: string): readonly string[] {
  const show = ({ start, end }: Span): string => `${start}-${end}`;
  return sectionsUnder(bodyOf(text, 0).root).map(
    ({ level, title, heading, titleSpan, span }) =>
      `${level} ${title} | ${show(heading)} ${show(titleSpan)} ${show(span)}`,
  );
}

const sectionTable: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'the worked example',
    '## A\nx\n### B\ny\n## C',
    ['2 A | 0-4 3-4 0-15', '3 B | 7-12 11-12 7-15', '2 C | 15-19 18-19 15-19'],
  ],
  ['closing hashes and blanks', '#  a #b ##  \n', ['1 a #b | 0-10 3-7 0-13']],
  ['an escaped or joined hash closes nothing', '# a\\#\n# b#', ['1 a\\# | 0-5 2-5 0-6', '1 b# | 6-10 8-10 6-10']],
  ['empty titles', '#  \n## ##\n', ['1  | 0-1 1-1 0-10', '2  | 4-9 6-6 4-10']],
  ['a setext heading of two lines', 'a \n b\n===\n', ['1 a b | 0-9 0-5 0-10']],
  ['in a quote and an item', '> # a\n- ## b\n', ['1 a | 2-5 4-5 2-13', '2 b | 8-12 11-12 8-13']],
  [
    'a section ends where the line of the next heading begins',
    '# a\n  # b',
    ['1 a | 0-3 2-3 0-4', '1 b | 6-9 8-9 6-9'],
  ],
  [
    'levels may be left out',
    '### a\n# b\n### c\n## d',
    ['3 a | 0-5 4-5 0-6', '1 b | 6-9 8-9 6-20', '3 c | 10-15 14-15 10-16', '2 d | 16-20 19-20 16-20'],
  ],
  ['none inside a fence', '```\n# a\n```', []],
];

for (const [what, text, expected] of sectionTable) {
  test(`sections: ${what}`, () => assert.deepEqual(sections(text), expected));
}

test('sections: the children of each are those of the headings under it', () => {
  const { root } = bodyOf('### a\n# b\n### c\n## d\n# e', 0);
  const names = (of: readonly { readonly title: string }[]): string => of.map(({ title }) => title).join(' ');
  assert.equal(names(root.children), 'a b e');
  assert.equal(names(root.children[1]?.children ?? []), 'c d');
});

test('fences: the worked example', () => {
  const [fence, ...more] = bodyOf('```yaml\na: 1\n```', 0).fences;
  assert.deepEqual(more, []);
  assert.deepEqual(fence, {
    language: 'yaml',
    info: { start: 3, end: 7 },
    opener: { start: 0, end: 3 },
    content: { start: 8, end: 13 },
    closer: { start: 13, end: 16 },
    span: { start: 0, end: 16 },
    indent: 0,
    depth: 0,
  });
});

/** `language/indent/depth`, info, content, closer of each fence. */
const fences = (text: string): readonly string[] =>
  bodyOf(text, 0).fences.map(({ language, indent, depth, info, content, closer }) =>
    [`${language}/${indent}/${depth}`, textAt(text, info), textAt(text, content), closer && textAt(text, closer)].join(
      '|',
    ),
  );

const fenceTable: readonly (readonly [string, string, readonly string[]])[] = [
  ['language is the first word, lower case', '~~~  JSON  x `y` \n~~~~  \n', ['json/0/0|JSON  x `y`||~~~~']],
  ['indentation and containers', '> 1.   ```a\n>        b\n>        ```\n', ['a/0/2|a|>        b\n|```']],
  ['own indentation', '  ```\n  a\n    ```\n ```', ['/2/0||  a\n    ```\n|```']],
  ['open to the end of the text', '```a', ['a/0/0|a||']],
  ['open to the end of its item', '- ```\n\n  a\n\nb', ['/0/1||\n  a\n\n|']],
  ['a closing line has no info', '```\n``` a\n```', ['/0/0||``` a\n|```']],
];

for (const [what, text, expected] of fenceTable) {
  test(`fences: ${what}`, () => assert.deepEqual(fences(text), expected));
}

test('checks: done or not, behind any list marker, label without blanks around it', () => {
  const text = '- [ ] a \n* [x] b\n1. [X]  c\n+ [ ]\n- [-] d\n- [x]e\n[ ] f\n> - [ ] g\n```\n- [ ] h\n```\n';
  const found = bodyOf(text, 0).taskItems.map(({ done, box, label }) => [done, textAt(text, box), textAt(text, label)]);
  assert.deepEqual(found, [
    [false, '[ ]', 'a'],
    [true, '[x]', 'b'],
    [true, '[X]', 'c'],
    [false, '[ ]', ''],
    [false, '[ ]', 'g'],
  ]);
});

/** `name` or `/name`, and the text of each tag. */
const tags = (text: string): readonly string[] =>
  bodyOf(text, 0).tags.map(({ name, closing, span }) => `${closing ? '/' : ''}${name} ${textAt(text, span)}`);

const tagTable: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'in text and in HTML blocks',
    'a\n<example>\n\n<b>\n  # c\n  </b>\n</example>',
    ['example <example>', 'b <b>', '/b </b>', '/example </example>'],
  ],
  ['with attributes and a slash', '<a b="c > d">\n<e/> f\n<g h=\'>i', ['a <a b="c > d">', 'e <e/>', "g <g h='>"]],
  ['names that HTML does not know', '<good_example.1>\n<x:y>', ['good_example.1 <good_example.1>', 'x:y <x:y>']],
  ['only at the beginning of a line', 'a <b>\n- <c>\n> </d>\n', ['c <c>', '/d </d>']],
  ['not links, comments and lone marks', '<https://a.b>\n<a@b.c>\n<!-- <d> -->\n< e>\n<f\n<>\n<g h="i>" j', []],
  ['not in fences', '```\n<a>\n```\n', []],
  [
    'nested ones that indentation makes code',
    '<a>\n\n    <b>\n\n    </b>\n</a>',
    ['a <a>', 'b <b>', '/b </b>', '/a </a>'],
  ],
];

for (const [what, text, expected] of tagTable) {
  test(`tags: ${what}`, () => assert.deepEqual(tags(text), expected));
}

const inlines = (text: string): readonly string[] =>
  bodyOf(text, 0).inlines.map(({ kind, text: name, span }) => {
    assert.equal(textAt(text, span), name);
    return `${kind} ${name}`;
  });

const referenceTable: readonly (readonly [string, string, readonly string[]])[] = [
  ['code spans', '`a` `` b`c `` ``d` e`', ['code a', 'code b`c', 'code e']],
  ['an escaped backtick opens nothing, in code nothing is escaped', '\\`a `b\\`', ['code b\\']],
  ['a code span over a line end hides but names nothing', '`a\n@b` @c\n\n`d\n\ne`', ['mention c']],
  ['code binds closer than links', '[a`](b)` [`c`](d)', ['code ](b)', 'code c', 'link d']],
  [
    'mentions',
    '@a, (@b-c) **@d/e.md** @f: @./g. 看@代理',
    ['mention a', 'mention b-c', 'mention d/e.md', 'mention f', 'mention ./g', 'mention 代理'],
  ],
  ['no mentions', 'me@a.b \\@c https://x/@d @ @. @/ @@', []],
  [
    'links and images',
    '[a](b.md) ![c](<d e>) [f](g "h") [i](j(k)l) [m]( n )',
    ['link b.md', 'link d e', 'link g', 'link j(k)l', 'link n'],
  ],
  ['no links', '[a] (b) [c](d e) [f]() [l](<m<n>) \\[g](h) i](j) [k](l', []],
  [
    'a link holds no link, an image may',
    '[a [b](c)](d) ![e [f](g)](h) [![i](j)](k)',
    ['link c', 'link g', 'link h', 'link j', 'link k'],
  ],
  ['over the lines of a paragraph but no further', '[a\nb](c)\n\n[d\n\ne](f)', ['link c']],
  ['in headings', '# `a` @b\n[c](d)\n---', ['code a', 'mention b', 'link d']],
  [
    'never in code or HTML',
    document`
      x
      \`\`\`
      \`a\`
      \`\`\`

          @b

      <div>
      [c](d)
      `,
    [],
  ],
];

for (const [what, text, expected] of referenceTable) {
  test(`references: ${what}`, () => assert.deepEqual(inlines(text), expected));
}

test('spans are offsets in the whole file, and what stands before the start is not read', () => {
  const frontMatter = '---\n# no: heading\n---\n';
  const body = bodyOf(`${frontMatter}# a\n- [ ] b`, frontMatter.length);
  assert.deepEqual(body.span, { start: 22, end: 33 });
  assert.deepEqual(body.root.children[0]?.heading, { start: 22, end: 25 });
  assert.deepEqual(body.taskItems[0]?.box, { start: 28, end: 31 });
});
