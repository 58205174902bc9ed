/** Applies many fixes to one text in rounds, until no fix is left. */
import { type Agent, withText } from '../../agent/agent';
import { isProvedSafe } from '../../agent/safety';
import { type LintFinding, type LintOptions, lint } from '../../lint/lint';
import { conflictsOf } from '../../syntax/conflicts';
import { append } from '../../text/append';
import { changeBetween } from '../../text/change';
import { applyEdits, createsFiles, disjoint, type Edit, type Fix } from '../../text/edits';

/** Each round fixes at least one finding; real files need two or three. */
const MAX_ROUNDS = 20;

/** Which fix of a finding to apply, if any. */
export type Choose = (finding: LintFinding) => Fix | undefined;

/** The first safe fix: what runs on save and in `fix`. */
export const safeFix: Choose = (finding) => finding.fixes?.find((fix) => fix.safe && !createsFiles(fix));

/**
 * The text after every chosen fix. Fixes that touch the same characters wait for the next round, in which the text is
 * parsed and linted again, so that no fix works on what another one has changed.
 */
export const fixAll = (agent: Agent, options: LintOptions = {}, choose: Choose = safeFix): string =>
  fixAllIn(agent, lint(agent, options).findings, options, choose);

/** The same for an agent whose findings under these options are known. */
export function fixAllIn(
  agent: Agent,
  findings: readonly LintFinding[],
  options: LintOptions,
  choose: Choose = safeFix,
): string {
  // What other hosts read is the text before the fixes, and their fixes are never applied with others.
  const { others: _before, ...alone } = options;
  let now = agent;
  let left: readonly LintFinding[] = findings.filter(({ reader }) => reader === undefined);
  // It is not known which side of a conflict is kept, so nothing is changed until it is resolved.
  if (conflictsOf(agent.file).length > 0) return agent.file.source.text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = left.flatMap((finding) => choose(finding) ?? []);
    const edits = choose === safeFix ? provedOf(now, fixes) : editsOf(apart(fixes));
    if (edits.length === 0) break;
    now = withText(applyEdits(now.file.source.text, edits), now);
    left = lint(now, alone).findings;
  }
  return now.file.source.text;
}

/** The fixes that do not overlap an earlier one. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const edits: Edit[] = [];
  return fixes.filter((fix) => {
    const isApart = disjoint([...edits, ...fix.edits]);
    if (isApart) append(edits, fix.edits);
    return isApart;
  });
}

const editsOf = (fixes: readonly Fix[]): readonly Edit[] => fixes.flatMap(({ edits }) => edits);

/** The edits of fixes that are proved safe together. A fix that is refused does not block those that it overlaps. */
function provedOf(agent: Agent, fixes: readonly Fix[]): readonly Edit[] {
  for (let left = fixes; left.length > 0; ) {
    const tried = apart(left);
    const edits = provedEdits(agent, tried);
    if (edits.length > 0) return edits;
    left = left.filter((fix) => !tried.includes(fix));
  }
  return [];
}

/**
 * The edits of those fixes that are proved safe together. All are tried at once; only when that fails, halves of them are,
 * so that a refused fix costs a few more parses of the frontmatter instead of one for each other fix.
 */
function provedEdits(agent: Agent, fixes: readonly Fix[]): readonly Edit[] {
  let proved: readonly Edit[] = [];
  const pending: (readonly Fix[])[] = [fixes];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    const together = [...proved, ...editsOf(group)];
    if (isProvedSafe(agent, together)) proved = together;
    else if (group.length > 1) {
      const half = group.length >> 1;
      pending.push(group.slice(half), group.slice(0, half));
    }
  }
  return proved;
}

/** The smallest single edit that turns `before` into `after`, or undefined when they are equal. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const { start, beforeEnd, afterEnd } = changeBetween(before, after);
  return { span: { start, end: beforeEnd }, newText: after.slice(start, afterEnd) };
}
