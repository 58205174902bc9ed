/**
 * Shared by tests of repairs: the fixes that a person would apply to broken frontmatter, and what safe ones must never change.
 */
import assert from 'node:assert/strict';
import { fixAll, safeFix } from '../../server/core/features/actions/fixAll';
import type { LintFinding } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import { fieldMeanings } from '../../server/core/syntax/meaning';
import type { AgentFile } from '../../server/core/syntax/tree';
import { agent } from '../agent';

/** Where the agents of these tests are. */
export const path = '/w/.claude/agents/a.md';

/** Whether the frontmatter is valid by the YAML specification. */
export const isStrict = (file: AgentFile): boolean =>
  file.frontMatter !== undefined && file.problems.every(({ code }) => code !== 'yaml' && code !== 'yaml-not-a-mapping');

const speaksOfFrontMatter = (rule: string): boolean => /^(?:yaml|key|value|block)-/.test(rule);

const aboutYaml = rules.filter(({ id }) => id.startsWith('yaml-'));
const aboutFrontMatter = rules.filter(({ id }) => speaksOfFrontMatter(id));

/** The text after the first fix of each finding about YAML, as a person would apply them. */
export const withYamlRepaired = (text: string): string =>
  fixAll(agent(text, path), { rules: aboutYaml }, ({ fixes }) => fixes?.[0]);

/** The text after every safe fix of the rules about how frontmatter is written. */
const withSafeRepairs = (text: string): string => fixAll(agent(text, path), { rules: aboutFrontMatter });

/** Whether `assertKept` has anything to check. */
export const hasSafeRepair = (findings: readonly LintFinding[]): boolean =>
  findings.some((finding) => speaksOfFrontMatter(finding.rule) && safeFix(finding) !== undefined);

/** Asserts that safe repairs change neither what the host reads nor the line ends, and change nothing the second time. */
export function assertKept(text: string): void {
  const fixed = withSafeRepairs(text);
  if (fixed === text) return;
  const before = agent(text, path);
  const after = agent(fixed, path);
  const was = before.reading();
  const is = after.reading();
  const where = JSON.stringify([text, fixed]);
  if (was.kind === 'read') {
    assert.ok(is.kind === 'read', where);
    assert.deepEqual(fieldMeanings(is.entries), fieldMeanings(was.entries), where);
    assert.deepEqual(after.verdict()?.tools.effective, before.verdict()?.tools.effective, where);
  }
  assert.equal(withSafeRepairs(fixed), fixed, where);
  assert.equal(
    text.includes('\r\n') && fixed.replaceAll('\r\n', '').includes('\n') && !text.replaceAll('\r\n', '').includes('\n'),
    false,
    where,
  );
}
