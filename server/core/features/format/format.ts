/** Formatting of the header: blanks, commas and list indentation, and on request the style of lists and the order of keys. Never the body. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Format } from '../../hosts/host';
import type { FormatSettings, ListStyleSetting } from '../../lint/settings';
import type { AgentFile } from '../../syntax/tree';
import { applyEdits, type Edit } from '../../text/edits';
import { editBetween } from '../actions/fixAll';
import { textEditOf } from '../ranges';
import { besides, listStyleEdits } from './lists';
import { sortedFrontMatter } from './order';
import { agreed, isSound, type Sound } from './reading';
import { spacingEdits } from './spacing';

/**
 * The edits that format the header. There are none for a header that is broken in any way, nor when the host would read
 * anything else afterwards: what a writer meant by an odd spelling is for a fix to ask, not for a formatter to guess.
 */
export function formatOf(
  file: AgentFile,
  format: Format,
  { sortKeys, listStyle }: FormatSettings,
): readonly TextEdit[] {
  if (!isSound(file)) return [];
  const written = rewritten(file, format, listStyle);
  if (written !== undefined && !sortKeys) return written.edits.map((edit) => textEditOf(file.source, edit));
  const base = written?.after ?? file;
  if (!sortKeys || !isSound(base)) return [];
  const sorted = agreed(base, sortedFrontMatter(base.source.text, base.frontMatter, format), format) ?? base;
  const edit = editBetween(file.source.text, sorted.source.text);
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}

interface Rewritten {
  readonly edits: readonly Edit[];
  readonly after: AgentFile;
}

/** The header with its blanks and lists in order, or with one of the two where both are not to be had; undefined when neither is. */
function rewritten(file: Sound, format: Format, listStyle: ListStyleSetting): Rewritten | undefined {
  const spacing = spacingEdits(file, file.frontMatter, format);
  const lists = listStyle === 'keep' ? [] : listStyleEdits(file, format, listStyle);
  for (const edits of lists.length === 0 ? [spacing] : [[...lists, ...besides(spacing, lists)], spacing, lists]) {
    const after = agreed(file, applyEdits(file.source.text, edits), format);
    if (after !== undefined) return { edits, after };
  }
  return undefined;
}
