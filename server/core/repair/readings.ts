/** Compares how a host reads the frontmatter before and after a change. */
import type { Reading } from '../hosts/reading';
import { fieldMeanings } from '../syntax/meaning';

/** Whether a host that read the frontmatter as `before` reads each field the same as `after`. */
export function readsTheSame(before: Reading, after: Reading): boolean {
  if (before.kind !== 'read' || after.kind !== 'read') return before.kind === after.kind;
  const fields = fieldMeanings(before.entries);
  const now = fieldMeanings(after.entries);
  return fields.size === now.size && [...fields].every(([key, meaning]) => now.get(key) === meaning);
}
