/** Which findings remain in a file with an unresolved merge conflict: none that guesses which side is meant. */

import type { Finding } from '../findings/finding';
import { conflictsOf } from '../syntax/conflicts';
import type { AgentFile } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { overlaps, type Span, span } from '../text/span';

/** The rule that reports conflicts. */
const MERGE_CONFLICT = 'merge-conflict';

/**
 * The findings without those that a conflict in the frontmatter explains, and without fixes that would change a conflict or
 * frontmatter that has one. No other fix of such a file is safe, because resolving the conflict may remove what it is based on.
 */
export function withoutConflicts<T extends Finding & { readonly rule: string }>(
  file: AgentFile,
  findings: readonly T[],
): readonly T[] {
  const conflicts = conflictsOf(file);
  if (conflicts.length === 0) return findings;
  const front = conflictedFront(file, conflicts);
  const explained = front === undefined ? [] : conflicts.filter((one) => overlaps(one, front));
  // A finding at the opening dashes is about the frontmatter as a whole.
  if (front !== undefined) explained.push(file.frontMatter?.opener ?? front);
  const spared = front === undefined ? conflicts : [front, ...conflicts];
  return findings
    .filter(({ rule, span: where }) => rule === MERGE_CONFLICT || !touchesAny(explained, where))
    .map((finding) => ({ ...finding, fixes: fixesBeside(finding, spared) }));
}

/** The fixes that change none of `spared`, as unsafe fixes. */
const fixesBeside = ({ span: where, fixes = [] }: Finding, spared: readonly Span[]): readonly Fix[] =>
  touchesAny(spared, where)
    ? []
    : fixes
        .filter(({ edits }) => !edits.some((edit) => touchesAny(spared, edit.span)))
        .map((fix) => ({ ...fix, safe: false }));

const touchesAny = (spans: readonly Span[], where: Span): boolean => spans.some((one) => overlaps(one, where));

/** The frontmatter that contains a conflict or is hidden by one; undefined when there is none. */
function conflictedFront({ frontMatter }: AgentFile, conflicts: readonly Span[]): Span | undefined {
  const [first] = conflicts;
  if (first === undefined) return undefined;
  // Without frontmatter the first conflict may be what hides it.
  if (frontMatter === undefined) return span(0, first.end);
  return conflicts.some((one) => overlaps(one, frontMatter.span)) ? frontMatter.span : undefined;
}
