/**
 * Every input that is known to have broken a promise, as small as possible, and some that were made to break one. All of them are
 * seeds, and each is checked in `npm test`.
 */

export interface KnownFailure {
  /** What it broke, or may break, as a sentence without its full stop. */
  readonly broke: string;
  readonly text: string;
}

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');

/** An agent around a body. */
const body = (text: string): string => `---\nname: a\ndescription: Does a thing.\n---\n${text}`;

/** An agent around further lines of frontmatter. */
const header = (...more: readonly string[]): string =>
  lines('---', 'name: a', 'description: Does a thing.', ...more, '---', 'Hi');

/** Safe fixes that made an agent worse. */
const fixes: readonly KnownFailure[] = [
  {
    broke: 'A safe fix kept the last of two lists, but the host ends the frontmatter before it',
    text: lines('---', 'name: a', 'tools: Read', 'description: d---', 'tools: Bash', '---', 'Hi'),
  },
  {
    broke: 'A safe fix removed the only name that the host reads',
    text: lines('---', 'name: a', 'description: x---', 'name: b', '---', 'Hi'),
  },
  {
    broke: 'A safe fix closed the frontmatter above the tool list',
    text: lines('---', 'name: a', 'description: d', 'x:y: z', 'tools: Read', '-----', 'Hi'),
  },
  {
    broke: 'A safe fix closed the frontmatter above the name',
    text: lines('---', 'x:y: z', 'name: a', 'description: d', '-----', 'Hi'),
  },
  {
    broke: 'A rule failed on a duplicate in the last line of unclosed frontmatter',
    text: '---\nx:y: z\ndisallowedTools: \ndisallowedTools: \n-----\n\nHi',
  },
  { broke: 'A safe fix made two errors of one', text: '---' },
  {
    broke: 'A safe fix let an agent load without the list that limits it',
    text: lines('---', 'name: 12', 'description: d---', 'tools: Read', '---', 'Hi'),
  },
  {
    broke: 'A text at the margin spoils a block scalar, and another line is broken too',
    text: lines('---', 'name: a', 'description: >', 'Reviews.', 'tools: Read', 'x: "y', '---', 'Hi'),
  },
  {
    broke: 'A rule called a fix safe that lets the agent load with problems',
    text: '---\nname :\nname: a\ndescription: d\no:',
  },
  {
    broke: 'A rule called a fix safe after which the agent does not load, because another field is broken',
    text: '---\ndescription: .\nname: {PreToolUse:[{[{}]}]}\nname: *\n---',
  },
  {
    broke: 'A safe fix opened frontmatter of which the host reads only a part',
    text: '\n---\nname: a\ndescription: d---\ndisallowedTools: Bash',
  },
  {
    broke: 'A safe fix let a plugin agent lose all of its tools',
    text: '---\ntools: Nothing\ns:\n.\n---\nHi\n',
  },
  { broke: 'More duplicate keys than rounds of fixes', text: `---\nname: a\n${'-\nname: a\n'.repeat(40)}` },
  { broke: 'A sign before a name was read as a part of the name', text: header('tools: Read, -Bash, !Edit') },
  { broke: 'A list with a name that is removed and listed twice', text: header('tools: Read, MultiEdit, Read, Edit') },
  { broke: 'A limit that the host does not read was lost', text: header('tools : Read', '"disallowedTools": [Bash]') },
];

/** Texts of which a parser, a rule or a feature made something wrong. */
const readings: readonly KnownFailure[] = [
  {
    broke: 'A hover showed an image that the file names',
    text: lines('---', 'name: abc', 'description: d --- x', '"k` ![x](https://evil.example/p.png) `": 1', '---', 'Hi'),
  },
  {
    broke: 'The reason of a verdict showed an image that the file names',
    text: header('tools: a`, ![x](https://evil.example/p.png), `b'),
  },
  { broke: 'A hover made a link of a name of a tool', text: header('tools: "**mcp__https://evil.example/p**"') },
  {
    broke: 'A lens and a message contained a mark that turns the writing direction',
    text: header('tools: "R\u202eead\u0007"'),
  },
  { broke: 'A secret and an error were cut off behind many hints', text: body('- [] a\n'.repeat(12)) },
  { broke: 'Reading nested lists ended the process', text: header(`x: ${'['.repeat(65)}`) },
  { broke: 'Reading nested compact lists ended the process', text: header(`x:\n  ${'- '.repeat(65)}a`) },
  { broke: 'Reading nested explicit keys ended the process', text: header(`x:\n  ${'? '.repeat(65)}a`) },
  { broke: 'An alias of itself made an endless structure', text: header('x: &a [*a]', 'y: *a') },
  {
    broke: 'A map merged into itself made an endless structure',
    text: lines('---', '&a', 'name: *a', '<<: *a', '---'),
  },
  {
    broke: 'An alias bomb took all memory',
    text: header('a: &a [x,x]', 'b: &b [*a,*a]', 'c: &c [*b,*b]', 'd: [*c,*c]'),
  },
  {
    broke: 'A key of every object was taken for a known one',
    text: header('__proto__: x', 'constructor: y', 'toString: z', 'tools: __proto__, valueOf'),
  },
  { broke: 'Frontmatter in another language was run', text: lines('---js', 'globalThis.x = 1', '---', 'Hi') },
  { broke: 'A completion replaced text away from the cursor', text: '\t-' },
  { broke: 'A completion replaced two lines of a heading', text: 'a\nb\n-' },
  { broke: 'A completion replaced a key of two lines', text: '---\nmodel:-\n:\n d\n---' },
  { broke: 'A symbol was beyond the section that it is in', text: '#\n<rules>\n\n#\n</rules>' },
  { broke: 'Only CR ends the lines', text: header('tools: LS').replaceAll('\n', '\r') },
  { broke: 'Half a surrogate pair', text: header('x: \ud83d', 'tools: \udc00') },
  { broke: 'Two byte order marks', text: `\ufeff\ufeff${header('')}` },
  { broke: 'A list begins with a separator', text: header('tools: ", Read, Bash"') },
  { broke: 'A name has an escaped line end in it', text: header('tools: "Re\\', '  ad, Bash"') },
  {
    broke: 'A merge conflict is in a list',
    text: header('<<<<<<< HEAD', 'tools: Read', '=======', 'tools: Bash', '>>>>>>> x'),
  },
];

/** Texts that took too long or too deep a recursion when they were long. */
const pieces: readonly KnownFailure[] = [
  { broke: '300,000 of these overflowed the stack of two rules', text: body('```\n'.repeat(4)) },
  { broke: '70,000 of the inner ones overflowed the stack', text: body(`\`\`\`markdown\n${'```js\n```\n'.repeat(3)}`) },
  {
    broke: 'Many report templates took time that grew with the square of their number',
    text: body(`## Response format\n${'```yaml\ncompletion_report:\n  agent: x\n```\n'.repeat(3)}`),
  },
  {
    broke: 'Many open check boxes took time that grew with the square of their number',
    text: body('- [a\n'.repeat(4)),
  },
  { broke: 'A long list of unknown tools took seconds', text: header('tools: Reaa, Reab, Reac, Read, Reae') },
  { broke: 'Many closing braces took microseconds each', text: header('x: }}}}') },
  { broke: 'Many malformed check boxes took twenty rounds of fixes', text: body('- [x] b\n- [] a\n- [] a\n- [] a\n') },
  {
    broke: 'Every code span was compared with every tool',
    text: header('tools: a, Read').replace('Hi', '`a` `Read` `b`'),
  },
  {
    broke: 'Lists inside each other took time that grew with the square of their depth',
    text: body(`${'- '.repeat(9)}x\n`),
  },
  { broke: 'Open emphasis took time that grew with the square of its length', text: body('*a_ '.repeat(6)) },
  { broke: 'Open links took time that grew with the square of their number', text: body('[a]('.repeat(6)) },
  { broke: 'Lines indented by tabs gave two errors each', text: lines('---', '\tname: a', '\tb: c', '---', 'Hi') },
];

/** Sound agents, so that mutations also begin from something that works. */
const sound: readonly KnownFailure[] = [
  { broke: 'Nothing', text: header('tools: Read, Grep', 'model: opus') },
  {
    broke: 'Nothing',
    text: lines(
      '---',
      'name: endpoint-checker',
      'description: |',
      '  Calls every endpoint. Use it after a change.',
      'tools: [Read, "Bash(curl:*)", mcp__db__query]',
      'disallowedTools:',
      '  - Edit',
      '  - Write',
      'hooks:',
      '  PreToolUse:',
      '    - matcher: Bash',
      '      hooks:',
      '        - type: command',
      '          command: ./check.sh',
      'mcpServers: [db]',
      'permissionMode: plan',
      '---',
      '',
      '# Endpoint checker',
      '',
      'You call endpoints with `curl`. See [the list](docs/endpoints.md) and ask @planner.',
      '',
      '## Access Restrictions',
      '',
      '- Read `src/` only, never edit.',
      '- [ ] Use Bash.',
      '',
      '<workflow>',
      '1. Call `Grep`.',
      '</workflow>',
      '',
      '## Response Format',
      '',
      '```yaml',
      'completion_report:',
      '  agent: endpoint-checker',
      '  status: [done | failed]',
      '  files_changed: []',
      '```',
    ),
  },
];

export const failures: readonly KnownFailure[] = [...fixes, ...readings, ...pieces, ...sound];
