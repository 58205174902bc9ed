/** Texts that are meant to hang, crash or mislead a parser, by name; each says whether a bound must be reported. */

import { document } from '../server/core/text/document';

export interface Hostile {
  readonly text: string;
  /** Whether a `limit` finding must say that part of the text was not read. */
  readonly limited?: boolean;
  /** Whether nothing of the text is read, because the file is too large. */
  readonly unread?: boolean;
}

/** Nearly as many characters as a file may have bytes. */
const MEGA = 1_000_000;
const times = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** An agent with further lines in its frontmatter. */
const frontMatter = (lines: string): string => document`
  ---
  name: a
  description: Does a thing.
  ${lines}
  ---
  Hi
  `;
/** An agent with this body. */
const body = (text: string): string => `---\nname: a\ndescription: Does a thing.\n---\n${text}`;

const aliasBomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...Array.from('bcdefghij', (to, i) => `${to}: &${to} [${`*${'abcdefghi'[i]},`.repeat(9)}]`),
].join('\n');

const nesting: Readonly<Record<string, Hostile>> = {
  'flow lists in each other': { text: frontMatter(`x: ${'['.repeat(10_000)}`), limited: true },
  'flow lists in each other, closed': {
    text: frontMatter(`x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    limited: true,
  },
  'flow maps in each other': { text: frontMatter(`x: ${'{a: '.repeat(10_000)}`), limited: true },
  'braces in each other': { text: frontMatter(`x: ${'{'.repeat(10_000)}`), limited: true },
  'compact lists in each other': { text: frontMatter(`x:\n  ${'- '.repeat(10_000)}a`), limited: true },
  'compact keys in each other': { text: frontMatter(`x:\n  ${'? '.repeat(10_000)}a`), limited: true },
  'nothing but dashes and spaces': { text: `---\n${'- '.repeat(10_000)}\n---\n`, limited: true },
  'nothing but question marks': { text: `---\n${'? '.repeat(10_000)}\n---\n`, limited: true },
  'nothing but brackets': { text: `---\n${'['.repeat(10_000)}\n---\n`, limited: true },
  'ever deeper maps': { text: frontMatter(times(1_400, (i) => `${' '.repeat(i)}a:\n`)), limited: true },
  'ever deeper lists': { text: frontMatter(`x:\n${times(1_400, (i) => `${' '.repeat(i)} -\n`)}`), limited: true },
  'block quotes in each other': { text: body('> '.repeat(100_000)) },
  'list items in each other': { text: body('- '.repeat(100_000)) },
  'ever deeper list items': { text: body(times(1_000, (i) => `${'  '.repeat(i)}- a\n`)) },
};

const width: Readonly<Record<string, Hostile>> = {
  '40,000 keys': { text: frontMatter(times(40_000, (i) => `k${i}: v\n`)), limited: true },
  '40,000 keys in a map': { text: frontMatter(`hooks:\n${times(40_000, (i) => `  k${i}: v\n`)}`), limited: true },
  '40,000 keys in braces': { text: frontMatter(`hooks: {${times(40_000, (i) => `k${i}: v,`)}}`), limited: true },
  '40,000 times the same key': { text: frontMatter('name: a\n'.repeat(40_000)), limited: true },
  '40,000 broken quotes': { text: frontMatter('name: "b" c\n'.repeat(40_000)), limited: true },
  '10,000 tools': { text: frontMatter(`tools: ${times(10_000, (i) => `T${i}, `)}`), limited: true },
  '40,000 marks of emphasis': { text: frontMatter('').concat('*_'.repeat(40_000)) },
  '2,500 removed tools': { text: frontMatter(`tools: ${'MultiEdit, '.repeat(2_500)}`) },
  '10,000 closing brackets': { text: frontMatter(`x: ${']'.repeat(10_000)}`) },
  '100,000 blank lines in the body': { text: body('\n'.repeat(100_000)) },
  '100,000 empty lines in the frontmatter': { text: frontMatter('\n'.repeat(100_000)), limited: true },
  '100,000 blank lines after the dashes': { text: `---${'\n'.repeat(100_000)}` },
  '100,000 blank lines': { text: '\r\n'.repeat(100_000) },
  '64,000 headings': { text: body('# a\n'.repeat(64_000)) },
  '64,000 known headings in two levels': { text: body('## Workflow\n### Examples\n'.repeat(32_000)) },
  '64,000 underlined headings': { text: body('a\n===\n'.repeat(64_000)) },
  '64,000 bold lines that open sections': { text: body('**Will:**\n\n'.repeat(64_000)) },
  '32,000 tags that open sections': { text: body('<role>\n</role>\n\n'.repeat(32_000)) },
  '20,000 tags in each other': { text: body(`${'<role>\n\n'.repeat(20_000)}${'</role>\n\n'.repeat(20_000)}`) },
  '64,000 fences': { text: body('```\n'.repeat(64_000)) },
  '250,000 fences': { text: body('```\n'.repeat(250_000)) },
  '100,000 code blocks in a code block': { text: body(`\`\`\`markdown\n${'```js\n```\n'.repeat(100_000)}\`\`\`\n`) },
  '64,000 fences of two kinds': { text: body('```js\n~~~\n'.repeat(32_000)) },
  'ever longer fences': { text: body(times(1_400, (i) => `${'`'.repeat(i + 3)}\n`)) },
  'ever longer code marks': { text: body(times(1_400, (i) => `${'`'.repeat(i + 1)} `)) },
  '100,000 open links': { text: body('[a]('.repeat(100_000)) },
  '200,000 open tags': { text: body('<a '.repeat(200_000)) },
  '100,000 open comments': { text: body('<!-- '.repeat(100_000)) },
  '64,000 check boxes': { text: body('- [ ] a\n'.repeat(64_000)) },
  '64,000 names in prose': { text: body('`a` @b '.repeat(64_000)) },
  '64,000 lines of dashes': { text: body('---\n'.repeat(64_000)) },
  '30,000 ignore comments on a line': { text: body('<!-- agent-authoring-ignore '.repeat(30_000)) },
  '25,000 ignore comments for the file': { text: body('<!-- agent-authoring-ignore-file a -->\n'.repeat(25_000)) },
  '250,000 emoji': { text: body('😀'.repeat(250_000)) },
  '64,000 headings of emoji': { text: body('## 😀\n'.repeat(64_000)) },
  '5,000 keys of emoji': { text: frontMatter('😀: 😀\n'.repeat(5_000)), limited: true },
};

const longLines: Readonly<Record<string, Hostile>> = {
  'a plain value of 1 MB': { text: frontMatter(`x: ${'a'.repeat(MEGA)}`), limited: true },
  'a quoted value of 1 MB': { text: frontMatter(`x: "${'a'.repeat(MEGA)}"`), limited: true },
  'a comment of 1 MB': { text: frontMatter(`# ${'a'.repeat(MEGA)}`), limited: true },
  'a name of 1 MB': { text: `---\nname: ${'a'.repeat(MEGA)}\n---\n`, limited: true },
  'a key of 1 MB': { text: frontMatter(`${'a'.repeat(MEGA)}: b`), limited: true },
  'a line of 1 MB in the body': { text: body('a'.repeat(MEGA)) },
  'code of 1 MB that is not closed': { text: body(`\`${'a'.repeat(MEGA)}`) },
  'a comment of 1 MB in the body': { text: body(`<!-- ${'a'.repeat(MEGA)}`) },
  '450,000 lines of a letter': { text: body('a\n'.repeat(450_000)) },
  'a heading of 1 MB': { text: body(`# ${'a '.repeat(MEGA / 2)}`) },
  '1 MB of hashes': { text: body('#'.repeat(MEGA)) },
  '1 MB of spaces': { text: body(' '.repeat(MEGA)) },
  '1 MB of dashes': { text: '-'.repeat(MEGA) },
  '1 MB after the dashes': { text: `---${'a'.repeat(MEGA)}` },
  '1 MB without frontmatter': { text: 'a'.repeat(MEGA) },
};

const odd: Readonly<Record<string, Hostile>> = {
  nothing: { text: '' },
  'NUL in frontmatter and body': { text: `${frontMatter('x: a\0b')}\0## \0\n` },
  'a million NUL': { text: '\0'.repeat(1_000_000) },
  'NUL between dashes': { text: `---\n${'\0'.repeat(30_000)}\n---\n` },
  'CR only': { text: frontMatter('tools: LS\n').replaceAll('\n', '\r') },
  'lone surrogates': { text: `${frontMatter('x: \ud83d\ntools: \udc00')}## \udc00\ud83d\n` },
  'two byte order marks': { text: `\ufeff\ufeff${frontMatter('')}` },
  '300,000 byte order marks': { text: `${'\ufeff'.repeat(300_000)}---\n` },
  'an alias bomb': { text: frontMatter(aliasBomb), limited: true },
  '5,000 aliases': { text: frontMatter(`x: &a y\nz: [${'*a,'.repeat(5_000)}]`), limited: true },
  'a list that holds itself': { text: frontMatter('x: &a [*a]\ny: *a') },
  'a map that is merged into itself': {
    text: document`
      ---
      &a
      name: *a
      <<: *a
      ---
      `,
  },
  'keys of every object': {
    text: frontMatter(
      '__proto__: x\nconstructor: y\ntoString: z\nhasOwnProperty: 1\nvalueOf: [a]\nmodel: constructor\ncolor: __proto__',
    ),
  },
  'tools named like keys of every object': {
    text: frontMatter(
      'tools: __proto__, constructor, toString, valueOf, hasOwnProperty\nmcpServers: {__proto__: {toString: 1}}',
    ),
  },
};

const tooLarge: Readonly<Record<string, Hostile>> = {
  '40 MB of list items': { text: body('- a\n'.repeat(10_000_000)), unread: true },
  '20 MB of headings': { text: body('# a\n'.repeat(5_000_000)), unread: true },
  '2 MB of secrets': { text: body(`ghp_${'a1'.repeat(18)}\n`.repeat(50_000)), unread: true },
  '2 MB of merge conflicts': { text: '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(70_000), unread: true },
  '2 MB of emoji': { text: '😀'.repeat(500_000), unread: true },
  'a line of 40 MB': { text: 'a'.repeat(40_000_000), unread: true },
  '1 MB of frontmatter': { text: frontMatter('k: "\n'.repeat(300_000)), unread: true },
};

/** All of them. */
export const hostileTexts: Readonly<Record<string, Hostile>> = {
  ...nesting,
  ...width,
  ...longLines,
  ...odd,
  ...tooLarge,
};
