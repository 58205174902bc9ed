/** Patterns for files: what they match, which are refused, and that none is slow. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesWildcards } from '../../server/core/workspace/glob';
import { faultOfPattern, globsOfPattern, matchesPatterns } from '../../server/core/workspace/patterns';

describe('a pattern for files', () => {
  const table: readonly (readonly [pattern: string, matches: readonly string[], misses: readonly string[]])[] = [
    [
      'src/agents/**/*.md',
      ['src/agents/a.md', 'src/agents/b/c.md'],
      ['agents/a.md', 'src/agents/a.txt', 'x/src/agents/a.md'],
    ],
    ['*.md', ['a.md', 'b/c.md'], ['a.mdx']],
    ['vendor', ['vendor/a.md', 'b/vendor/c/d.md', 'vendor'], ['vendors/a.md']],
    ['/vendor', ['vendor/a.md'], ['b/vendor/a.md']],
    ['./docs/', ['docs/a.md', 'docs/b/c.md'], ['b/docs/a.md']],
    ['a/?.md', ['a/b.md'], ['a/bc.md', 'a/.md']],
    ['a?c/*', ['abc/d'], ['ac/d']],
    ['{a,b}/*.{md,txt}', ['a/x.md', 'b/x.txt'], ['c/x.md', 'a/x.toml']],
    ['**', ['a', 'a/b.md'], []],
    ['a/**', ['a/b', 'a/b/c'], ['b/a']],
    ['**/legacy/**', ['legacy/a.md', 'x/legacy/y/a.md'], ['legacy.md']],
    ['*a*b*.md', ['xaxbx.md'], ['xbxax.md']],
  ];
  for (const [pattern, matches, misses] of table) {
    it(pattern, () => {
      assert.equal(faultOfPattern(pattern), undefined);
      for (const path of matches) assert.ok(matchesPatterns(path, [pattern]), path);
      for (const path of misses) assert.ok(!matchesPatterns(path, [pattern]), path);
    });
  }

  it('may be taken back by a later one', () => {
    const patterns = ['vendor/**', '!vendor/ours/**', 'vendor/ours/old.md'];
    const matching = ['vendor/a.md', 'vendor/ours/a.md', 'vendor/ours/old.md', 'b.md'].filter((path) =>
      matchesPatterns(path, patterns),
    );
    assert.deepEqual(matching, ['vendor/a.md', 'vendor/ours/old.md']);
  });

  it('is refused where it would mean something else than in other programs', () => {
    for (const pattern of [
      '',
      ' ',
      '!',
      'a\\b',
      '[ab].md',
      '../a',
      'a/../b',
      '{a',
      'a}',
      '{a,{b,c}}',
      'x'.repeat(257),
      '{a,b}'.repeat(7),
    ])
      assert.ok(faultOfPattern(pattern) !== undefined, pattern);
    assert.deepEqual(globsOfPattern('[ab]'), []);
    assert.ok(!matchesPatterns('[ab]', ['[ab]']));
  });

  it('is told to editors as globs', () => {
    assert.deepEqual(globsOfPattern('src/{a,b}/*.md'), ['src/a/*.md', 'src/b/*.md']);
    assert.deepEqual(globsOfPattern('src/agents'), ['src/agents', 'src/agents/**']);
    assert.deepEqual(globsOfPattern('*.md'), ['**/*.md']);
  });

  it('takes no more time than its length times that of the path', () => {
    // With back-tracking over each star, one of these would take longer than the age of the universe.
    const path = `${'a'.repeat(2_000)}/${'a'.repeat(2_000)}`;
    for (const pattern of [
      `${'*a'.repeat(120)}b`,
      `${'**/'.repeat(80)}b`,
      `${'*a*/'.repeat(60)}b`,
      `${'a?'.repeat(120)}*b`,
    ])
      assert.ok(!matchesPatterns(path, [pattern]), pattern);
    assert.ok(!matchesWildcards('a'.repeat(10_000), `${'*a'.repeat(100)}b`));
  });
});

describe('wildcards in a name', () => {
  it('match whole names', () => {
    for (const [name, pattern] of [
      ['Deploy', 'Deploy'],
      ['mcp__acme__x', 'mcp__acme__*'],
      ['abc', 'a?c'],
      ['', '*'],
      ['aab', '*ab'],
    ] as const)
      assert.ok(matchesWildcards(name, pattern), pattern);
    for (const [name, pattern] of [
      ['Deploy', 'deploy'],
      ['acme', 'acme_*'],
      ['ac', 'a?c'],
      ['', '?'],
      ['abab', '*aba'],
    ] as const)
      assert.ok(!matchesWildcards(name, pattern), pattern);
  });
});
