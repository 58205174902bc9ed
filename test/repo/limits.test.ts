/** I9: work is bounded, and each bound that a file exceeds is reported at a place in the file. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { claudeCodeFormat as format } from '../../server/core/hosts/claudeCode/agent';
import { keysOf } from '../../server/core/hosts/lookup';
import { lint } from '../../server/core/lint/lint';
import { defaults } from '../../server/core/lint/settings';
import { limits } from '../../server/core/syntax/frontMatter/guard';
import { parse } from '../../server/core/syntax/parse';
import { document } from '../../server/core/text/document';

const frontMatter = (lines: string): string => document`
  ---
  name: a
  description: Does a thing.
  ${lines}
  ---
  Hi
  `;
const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** For each bound a file just within it and one just beyond; the compiler requires a pair for each bound. */
const cases: Readonly<
  Record<keyof typeof limits, { readonly within: string; readonly beyond: string; readonly silent?: string }>
> = {
  depth: {
    within: frontMatter(`metadata: ${'['.repeat(60)}${']'.repeat(60)}`),
    beyond: frontMatter(`metadata: ${'['.repeat(limits.depth + 1)}${']'.repeat(limits.depth + 1)}`),
  },
  keys: {
    within: frontMatter(repeat(limits.keys - 2, (i) => `k${i}: 1`)),
    beyond: frontMatter(repeat(limits.keys + 1, (i) => `k${i}: 1`)),
  },
  aliases: {
    within: frontMatter(`x: &a 1\ny:\n${repeat(limits.aliases, () => '  - *a')}`),
    beyond: frontMatter(`x: &a 1\ny:\n${repeat(limits.aliases + 1, () => '  - *a')}`),
  },
  frontMatterLength: {
    within: frontMatter(`# ${'x'.repeat(limits.frontMatterLength - 100)}`),
    beyond: frontMatter(`# ${'x'.repeat(limits.frontMatterLength)}`),
  },
  problems: {
    within: frontMatter(repeat(limits.problems - 1, (i) => `k${i}: "a" b`)),
    beyond: frontMatter(repeat(limits.problems + 10, (i) => `k${i}: "a" b`)),
  },
  blankRun: {
    within: frontMatter(`x:${' '.repeat(limits.blankRun)}1`),
    beyond: frontMatter(`x:${' '.repeat(limits.blankRun + 1)}1`),
    silent: 'gray-matter is not asked then, and our own scan finds the same closing line',
  },
};

const limitsIn = (text: string, knownKeys?: ReadonlySet<string>): readonly string[] =>
  parse(text, knownKeys).problems.flatMap(({ code, detail }) => (code === 'limit' ? [detail] : []));

describe('I9: bounds', () => {
  for (const [name, { within, beyond, silent }] of Object.entries(cases)) {
    it(`${name}: nothing is said within`, () => assert.deepEqual(limitsIn(within), []));

    it(`${name}: ${silent ?? 'beyond, a problem and a finding say so'}`, () => {
      if (silent !== undefined) {
        assert.deepEqual(limitsIn(beyond), []);
        assert.deepEqual(parse(beyond).frontMatter?.entries.length, parse(within).frontMatter?.entries.length);
        return;
      }
      const file = parse(beyond);
      assert.equal(limitsIn(beyond).length, 1);
      const settings = { ...defaults, maxFindings: 10_000 };
      const said = lint(agentOf(file, format), { settings }).findings.filter(({ rule }) => rule === 'limit');
      assert.equal(said.length, 1);
      assert.match(said[0]?.message ?? '', /not read completely/);
      assert.ok((said[0]?.span.end ?? 0) <= beyond.length);
    });
  }

  it('says how many findings are shown when there are more', () => {
    const file = parse(
      frontMatter(`tools: ${repeat(30, (i) => `Nothing${i},`)} Read`.replaceAll('\n', ' ')),
      keysOf(format),
    );
    const all = lint(agentOf(file, format)).findings;
    assert.ok(all.length >= 30);
    const { findings } = lint(agentOf(file, format), { settings: { ...defaults, maxFindings: 10 } });
    assert.equal(findings.length, 11);
    const warnings = all.filter(({ severity }) => severity === 'warning');
    assert.deepEqual(findings.slice(0, 10), warnings.slice(0, 10));
    assert.equal(findings.at(-1)?.rule, 'limit');
    assert.match(findings.at(-1)?.message ?? '', new RegExp(`^${all.length} problems.* ${all.length - 10} are not`));
  });

  it('shows an error after more hints than the maximum, in file order', () => {
    const names = Array.from({ length: 260 }, (_, i) => `Foo${i}x`).join(', ');
    const file = parse(frontMatter(`disallowedTools: ${names}\nhooks:\n  PreToolUse: nonsense`), keysOf(format));
    const settings = { ...defaults, rules: { 'tool-unknown': 'hint' } } as const;
    const { findings } = lint(agentOf(file, format), { settings });
    const starts = findings.map(({ span }) => span.start);
    assert.equal(findings.length, defaults.maxFindings + 1);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
      ['hook-unreadable'],
    );
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });
});
