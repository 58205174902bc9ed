/** Applies many fixes to one text, one round after the other, until there is nothing left to fix. */
import { type Agent, readAgent } from '../../agent/agent';
import { type LintFinding, type LintOptions, lint } from '../../lint/lint';
import type { Fix } from '../../text/edits';
import { applyEdits, disjoint, type Edit } from '../../text/edits';

/** Each round fixes at least one finding; real files need two or three. */
const MAX_ROUNDS = 20;

/** Which fix of a finding to apply, if any. */
export type Choose = (finding: LintFinding) => Fix | undefined;

/** The first safe fix: what runs on save and in `fix`. */
export const safeFix: Choose = (finding) => finding.fixes?.find((fix) => fix.safe);

/**
 * The text after every chosen fix. Fixes that touch the same characters wait for the next round, in which the text is
 * parsed and linted again, so that no fix works on what another one has changed.
 */
export const fixAll = (agent: Agent, options: LintOptions = {}, choose: Choose = safeFix): string =>
  fixAllIn(agent, lint(agent, options).findings, options, choose);

/** The same for an agent that is linted with these options already. */
export function fixAllIn(
  agent: Agent,
  findings: readonly LintFinding[],
  options: LintOptions,
  choose: Choose = safeFix,
): string {
  let now = agent.file.source.text;
  let left = findings;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits: Edit[] = [];
    for (const finding of left) {
      const fix = choose(finding);
      if (fix !== undefined && disjoint([...edits, ...fix.edits])) edits.push(...fix.edits);
    }
    if (edits.length === 0) return now;
    now = applyEdits(now, edits);
    left = lint(readAgent(now, agent.format, agent.path), options).findings;
  }
  return now;
}

/** The smallest single edit that turns `before` into `after`, or undefined when they are equal. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = before.length;
  let afterEnd = after.length;
  while (end > start && afterEnd > start && before[end - 1] === after[afterEnd - 1]) {
    end--;
    afterEnd--;
  }
  return { span: { start, end }, newText: after.slice(start, afterEnd) };
}
