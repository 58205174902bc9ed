/** Which lists of the frontmatter are written in which style, and what it takes to change that. */
import type { Format } from '../../hosts/host';
import { speaksOfLines } from '../../lint/suppressions';
import { type ListStyle, restyled } from '../../syntax/lists/style';
import type { Entry } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { lineAt, lineContent, lineSpan, type Source } from '../../text/source';
import { stylesOf } from '../nameFields';
import type { SoundAgent } from './reading';

/**
 * The edits that write the names of a field in `style`; undefined when they are written so, when the host reads no such
 * style there, or when a comment would end up beside something else. The caller must check that they keep the reading.
 */
export function restyledField(
  source: Source,
  entry: Entry,
  format: Format,
  style: ListStyle,
): readonly Edit[] | undefined {
  const styles = stylesOf(format, entry.key);
  if (!styles.includes(style) || (entry.value.kind === 'scalar' && !styles.includes('comma'))) return undefined;
  const edits = restyled(source.text, entry, style, format.splitsNamesAt);
  return edits !== undefined && isSilenced(source, entry) ? undefined : edits;
}

/** Whether a comment silences something on the lines of the entry; other lines would be silent when the names have moved. */
function isSilenced(source: Source, { span: { start, end } }: Entry): boolean {
  const above = lineSpan(source, lineAt(source, start) - 1);
  return speaksOfLines(source.text.slice(above.start, lineContent(source, lineAt(source, end)).end));
}

/** The edits that write every list of names in the frontmatter in `style`, in file order. */
export const listStyleEdits = ({ file, format }: SoundAgent, style: ListStyle): readonly Edit[] =>
  file.frontMatter.entries.flatMap((entry) => restyledField(file.source, entry, format, style) ?? []);

/** The edits that touch none of `others`. Both are in file order, and none touch each other. */
export function besides(edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  let next = 0;
  return edits.filter(({ span: { start, end } }) => {
    while ((others[next]?.span.end ?? end) <= start && next < others.length) next++;
    return end <= (others[next]?.span.start ?? end);
  });
}
