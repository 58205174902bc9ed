/** What is still said about a file with an unresolved merge conflict: nothing that guesses which side was meant. */
import { conflictsOf } from '../syntax/conflicts';
import type { AgentFile } from '../syntax/tree';
import { overlaps, type Span, span } from '../text/span';
import type { Finding } from './rule';

/** The rule that reports conflicts. */
export const MERGE_CONFLICT = 'merge-conflict';

/**
 * The findings without those that a conflict explains, and without fixes that would write into one. Where the frontmatter
 * has a conflict, no finding in the frontmatter keeps a fix.
 */
export function withoutConflicts<T extends Finding & { readonly rule: string }>(
  file: AgentFile,
  findings: readonly T[],
): readonly T[] {
  const conflicts = conflictsOf(file);
  if (conflicts.length === 0) return findings;
  const front = conflictedFront(file, conflicts);
  const spared = front === undefined ? conflicts : [front, ...conflicts];
  const isSpared = (range: Span): boolean => spared.some((one) => overlaps(one, range));
  return findings
    .filter(({ rule, span: where }) => rule === MERGE_CONFLICT || !isExplained(where, conflicts, front))
    .map((finding) => {
      const { fixes = [] } = finding;
      const kept = isSpared(finding.span)
        ? []
        : fixes.filter(({ edits }) => !edits.some((edit) => isSpared(edit.span)));
      return kept.length === fixes.length ? finding : { ...finding, fixes: kept };
    });
}

/** Whether a finding stands in lines of a conflict in the frontmatter, or is about the frontmatter that the conflict broke. */
const isExplained = (where: Span, conflicts: readonly Span[], front: Span | undefined): boolean =>
  front !== undefined && conflicts.some((one) => overlaps(one, front) && overlaps(one, where));

/** The frontmatter when a conflict is in it or hides it; undefined when no conflict touches it. */
function conflictedFront({ header }: AgentFile, conflicts: readonly Span[]): Span | undefined {
  const [first] = conflicts;
  if (first === undefined) return undefined;
  // Without frontmatter the first conflict may be what hides it.
  if (header === undefined) return span(0, first.end);
  return conflicts.some((one) => overlaps(one, header.span)) ? header.span : undefined;
}
