/** The area `fixes`: whatever a safe fix does to an agent, the host loads as much, grants no more and denies no less. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isProvedSafe } from '../../../server/core/agent/safety';
import { type Agent, type Format, fixAll, type LintFinding, lint, type Settings } from '../../../server/core/index';
import { applyEdits } from '../../../server/core/text/edits';
import { agentLike } from '../../agentLike';
import { type Area, areaOf, type Checked } from '../area';
import { worse } from '../checks/worse';
import { ambiguousAgent } from '../headers';
import { textReductions } from '../minimize';
import { mutated } from '../mutate';
import { agentIn, type Subject, settingsOf, show, subjectOf, withText } from '../subject';
import { split } from './texts';

/** UTF-16 units of a body here: fixes of frontmatter are what can do harm. */
const SHORT = 240;

const MAX_SEED = 2 ** 31;

export const fixes: Area = areaOf<Subject>({
  name: 'fixes',
  promise:
    'After every safe fix, alone and together, the host loads at least as much, grants no more and denies no less; no new error, and nothing to fix the second time',
  subject: 'changed',
  make: (random, seeds) => {
    const kind = random.int(10);
    if (kind < 4) return subjectOf(ambiguousAgent(random), random);
    if (kind < 5) {
      const [text = ''] = fc.sample(agentLike, { numRuns: 1, seed: random.int(MAX_SEED) });
      return subjectOf(text, random);
    }
    const [header, body] = split(kind < 7 ? ambiguousAgent(random) : seeds.text(random));
    return subjectOf(mutated(header.slice(0, 3_000) + body.slice(0, SHORT), random, seeds.text(random)), random);
  },
  check: checkFixes,
  reductions: textReductions<Subject>(({ text }) => text, withText),
  show,
});

/** Thrown when a fix does harm, so that a smaller text is recognized as the same failure. */
class Harm extends Error {
  constructor(what: string, by: string, after: string) {
    super(`${what} after ${by}: ${JSON.stringify(after)}`);
    this.name = what;
  }
}

/** Applies every safe fix of a text, alone and together, and asserts that nothing gets worse. */
export function checkFixes(subject: Subject): Checked {
  const { text, format } = subject;
  const options = { settings: settingsOf(subject) };
  const before = agentIn(text, format);
  const { findings, failures } = lint(before, options);
  for (const { error } of failures) throw error;
  const safe = findings.flatMap(({ rule, fixes: all = [] }) =>
    all.filter((fix) => fix.safe).map((fix) => ({ rule, fix })),
  );
  if (safe.length === 0) return { counts: { loads: loads(before), safe: 0, refused: 0, changed: 0, unfinished: 0 } };
  const isRead = before.reading().kind === 'read';
  // The proof, which decides when all are applied, refuses some fixes that a rule calls safe.
  const proved = safe.filter(({ fix }) => isProvedSafe(before, fix.edits));
  for (const { rule, fix } of proved) assertNoWorse(before, agentIn(applyEdits(text, fix.edits), format), rule);
  const fixed = fixAll(before, options);
  const after = agentIn(fixed, format);
  assertNoWorse(before, after, 'all');
  const repeats = repeatsOf(fixed, format, options.settings);
  // Broken YAML hides what is wrong with the fields after it.
  const isValid = isRead && before.file.problems.every(({ code }) => code !== 'yaml');
  if (isValid && loads(before) === 1) {
    const fresh = newErrors(findings, lint(after, options).findings);
    if (fresh[0] !== undefined) throw new Harm(`new error ${fresh[0]}`, 'all', fixed);
  }
  return {
    counts: {
      loads: loads(before),
      safe: safe.length,
      refused: safe.length - proved.length,
      changed: fixed === text ? 0 : 1,
      unfinished: repeats,
    },
  };
}

/** How often all fixes are applied again until nothing changes. */
const MAX_REPEATS = 20;

/** 0 when nothing is left to fix the second time, 1 when only the number of rounds of `fixAll` left something. */
function repeatsOf(fixed: string, format: Format, settings: Settings): number {
  let now = fixed;
  for (let repeat = 0; repeat < MAX_REPEATS; repeat++) {
    const next = fixAll(agentIn(now, format), { settings });
    if (next === now) return repeat === 0 ? 0 : 1;
    now = next;
  }
  return assert.fail('fixing never ends');
}

const loads = (agent: Agent): number => (agent.verdict()?.cause === null ? 1 : 0);

function assertNoWorse(before: Agent, after: Agent, by: string): void {
  const what = worse(before, after);
  if (what !== undefined) throw new Harm(what, by, after.file.source.text);
}

/** Rules that report an error although they reported fewer problems of any severity before. */
function newErrors(before: readonly LintFinding[], after: readonly LintFinding[]): readonly string[] {
  const known = before.map(({ rule }) => rule);
  const errors = after.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
  return errors.filter((rule) => {
    const at = known.indexOf(rule);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
