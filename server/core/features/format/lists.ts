/** The style of each list in the frontmatter, and the edits that change it. */

import { speaksOfLines } from '../../agent/suppressions';
import type { Format } from '../../hosts/host';
import { lookup } from '../../hosts/lookup';
import { type ListStyle, restyled } from '../../syntax/lists/style';
import type { Entry, Value } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { lineAt, lineContent, lineSpan, type Source } from '../../text/source';
import { stylesOf } from '../nameFields';
import type { SoundAgent } from './reading';

/**
 * The edits that write the names of a field in `style`; undefined when they already have it, when the host reads no such
 * style there, or when a comment would move to something else. The caller must check that the host still reads the same.
 */
export function restyledField(
  source: Source,
  entry: Entry,
  format: Format,
  style: ListStyle,
): readonly Edit[] | undefined {
  const styles = stylesOf(format, entry.key);
  if (!styles.includes(style) || (entry.value.kind === 'scalar' && !styles.includes('comma'))) return undefined;
  // Alone in a text such a word means something else than in a list.
  if (names(entry.value).some((name) => lookup(format.toolCategories ?? {}, name) !== undefined)) return undefined;
  const edits = restyled(source.text, entry, style, format.splitsNamesAt);
  return edits !== undefined && isSilenced(source, entry) ? undefined : edits;
}

/** The strings of a value, where it is one or a list. */
const names = (value: Value): readonly string[] =>
  value.kind === 'scalar'
    ? [value.text]
    : value.kind === 'sequence'
      ? value.items.flatMap((item) => names(item.value))
      : [];

/** Whether a comment disables rules on the lines of the entry; it would apply to other names after a conversion. */
function isSilenced(source: Source, { span: { start, end } }: Entry): boolean {
  const above = lineSpan(source, lineAt(source, start) - 1);
  return speaksOfLines(source.text.slice(above.start, lineContent(source, lineAt(source, end)).end));
}

/** The edits that write every list of names in the frontmatter in `style`, in file order. */
export const listStyleEdits = ({ file, format }: SoundAgent, style: ListStyle): readonly Edit[] =>
  file.frontMatter.entries.flatMap((entry) => restyledField(file.source, entry, format, style) ?? []);

/** The edits that do not overlap `others`. Both are in file order and disjoint. */
export function besides(edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  let next = 0;
  return edits.filter(({ span: { start, end } }) => {
    while ((others[next]?.span.end ?? end) <= start && next < others.length) next++;
    return end <= (others[next]?.span.start ?? end);
  });
}
