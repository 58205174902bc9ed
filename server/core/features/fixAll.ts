/** Applies many fixes to one text, one round after the other, until there is nothing left to fix. */
import { keysOf } from '../dialects/lookup';
import { type LintFinding, type LintOptions, lint } from '../lint';
import type { Fix } from '../rules/rule';
import { isProvedSafe } from '../rules/safety';
import { parse } from '../syntax/agentFile';
import { conflictsOf } from '../syntax/conflicts';
import type { AgentFile } from '../syntax/tree';
import { applyEdits, disjoint, type Edit } from '../text/edits';

/** Each round fixes at least one finding; real files need two or three. */
const MAX_ROUNDS = 20;

/** Which fix of a finding to apply, if any. */
export type Choose = (finding: LintFinding) => Fix | undefined;

/** The first safe fix: what runs on save and in `fix`. */
export const safeFix: Choose = (finding) => finding.fixes?.find((fix) => fix.safe);

/**
 * The text after every chosen fix. Fixes that touch the same characters wait for the next round, in which the text is
 * parsed and linted anew, so that no fix works on what another one has changed.
 */
export const fixAll = (text: string, options: LintOptions, choose: Choose = safeFix): string => {
  const file = parse(text, keysOf(options.dialect));
  return fixAllIn(file, lint(file, options).findings, options, choose);
};

/** The same for a file that is parsed and linted with these options already. */
export function fixAllIn(
  file: AgentFile,
  findings: readonly LintFinding[],
  options: LintOptions,
  choose: Choose = safeFix,
): string {
  let now = file;
  let left = findings;
  // Which side of a conflict counts is not known, so nothing is changed before it is resolved.
  if (conflictsOf(file).length > 0) return file.source.text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = left.flatMap((finding) => choose(finding) ?? []);
    const edits = choose === safeFix ? provedOf(now, fixes, options) : editsOf(apart(fixes));
    if (edits.length === 0) break;
    now = parse(applyEdits(now.source.text, edits), keysOf(options.dialect));
    left = lint(now, options).findings;
  }
  return now.source.text;
}

/** The fixes that touch none of the characters that an earlier one touches. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const edits: Edit[] = [];
  return fixes.filter((fix) => {
    const isApart = disjoint([...edits, ...fix.edits]);
    if (isApart) edits.push(...fix.edits);
    return isApart;
  });
}

const editsOf = (fixes: readonly Fix[]): readonly Edit[] => fixes.flatMap(({ edits }) => edits);

/** The edits of fixes that are proved safe together. A fix that is refused does not stand in the way of those that it overlaps. */
function provedOf(file: AgentFile, fixes: readonly Fix[], options: LintOptions): readonly Edit[] {
  for (let left = fixes; left.length > 0; ) {
    const tried = apart(left);
    const edits = provedEdits(file, tried, options);
    if (edits.length > 0) return edits;
    left = left.filter((fix) => !tried.includes(fix));
  }
  return [];
}

/**
 * The edits of those fixes that are proved safe together. All are tried at once; only when that fails, halves of them are,
 * so that a fix that is refused costs a few more readings of the frontmatter and not one for every other fix.
 */
function provedEdits(file: AgentFile, fixes: readonly Fix[], { dialect, path }: LintOptions): readonly Edit[] {
  let proved: readonly Edit[] = [];
  const pending: (readonly Fix[])[] = [fixes];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    const together = [...proved, ...editsOf(group)];
    if (isProvedSafe(file, together, dialect, path)) proved = together;
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
