/** The body scanner takes linear time for hostile texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf } from '../../server/core/syntax/body/body';

/** Texts that take other Markdown parsers seconds, with the size at which they are read; half of it is timed too. */
const hostile: readonly (readonly [string, number, (n: number) => string])[] = [
  ['list markers on one line', 64_000, (n) => '- '.repeat(n)],
  ['list markers and a word', 64_000, (n) => `${'- '.repeat(n)}x`],
  ['quote marks on one line', 64_000, (n) => '>'.repeat(n)],
  ['nested items, then blank lines', 64_000, (n) => `${'- '.repeat(60)}x\n${'\n'.repeat(n)}`],
  ['nested lists by lines', 1000, (n) => Array.from({ length: n }, (_, i) => `${'  '.repeat(i % 200)}- x\n`).join('')],
  ['headings', 64_000, (n) => '# a\n'.repeat(n)],
  ['headings of falling and rising level', 64_000, (n) => '###### a\n# b\n'.repeat(n / 2)],
  ['open fences', 64_000, (n) => '```\n\n'.repeat(n)],
  ['open fences in items', 64_000, (n) => '- ```\n'.repeat(n)],
  ['one line of 10 MB', 10_000_000, (n) => 'x'.repeat(n)],
  ['one line of 10 MB of blanks', 10_000_000, (n) => ' '.repeat(n)],
  ['blank lines', 100_000, (n) => '\n'.repeat(n)],
  ['an underline below a long paragraph', 64_000, (n) => `${'a\n'.repeat(n)}===`],
  ['a comment that never ends', 64_000, (n) => `<!--\n${'a\n'.repeat(n)}`],
  ['closing tags that never match', 64_000, (n) => `<pre>\n${'</pr </ </x'.repeat(n)}`],
  ['quotes in a tag', 64_000, (n) => '<a b="'.repeat(n)],
  ['links in links', 16_000, (n) => '[a]('.repeat(n)],
  ['links in angle brackets', 64_000, (n) => '[a](<'.repeat(n)],
  ['link titles', 64_000, (n) => '[a](b ('.repeat(n)],
  ['links in images', 64_000, (n) => '![ [b](c) '.repeat(n)],
  ['open brackets', 64_000, (n) => '['.repeat(n)],
  [
    'backticks that do not match',
    64_000,
    (n) => Array.from({ length: Math.sqrt(2 * n) }, (_, i) => '`'.repeat(i)).join(' '),
  ],
  ['backticks of two lengths', 64_000, (n) => `\`${' ``'.repeat(n)}`],
  ['emphasis marks', 64_000, (n) => '*a_ '.repeat(n)],
  ['mentions', 64_000, (n) => '@.'.repeat(n)],
];

/**
 * Milliseconds of processor time of the fastest of three runs, without most of the compiler's and the collector's work.
 * What else the machine does is not counted.
 */
function fastest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    bodyOf(text, 0);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

for (const [what, size, make] of hostile) {
  test(`takes linear time: ${what}`, (t) => {
    const once = fastest(make(size / 2));
    const twice = fastest(make(size));
    t.diagnostic(`${once.toFixed(1)} ms, twice the text ${twice.toFixed(1)} ms`);
    assert.ok(twice < 4 * once + 60, `${twice} ms for twice the text of ${once} ms`);
    assert.ok(twice < 2000, `${twice} ms`);
  });
}
