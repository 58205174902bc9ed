/** Formatting of the header: blanks, commas and list indentation, and on request the style of lists and the order of keys. Never the body. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Dialect } from '../dialects/dialect';
import type { FormatSettings, ListStyleSetting } from '../settings';
import { conflictsOf } from '../syntax/conflicts';
import type { AgentFile } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { editBetween } from './fixAll';
import { besides, listStyleEdits } from './formatLists';
import { sortedHeader } from './formatOrder';
import { agreed, isSound, type Sound } from './formatReading';
import { spacingEdits } from './formatSpacing';
import { textEditOf } from './ranges';

/**
 * The edits that format the header. There are none for a header that is broken in any way, nor when the host would read
 * anything else afterwards: what a writer meant by an odd spelling is for a fix to ask, not for a formatter to guess.
 */
export function formatOf(
  file: AgentFile,
  dialect: Dialect,
  { sortKeys, listStyle }: FormatSettings,
): readonly TextEdit[] {
  // Resolving the conflict comes first; until then every other edit is noise in the merge.
  if (!isSound(file) || conflictsOf(file).length > 0) return [];
  const written = rewritten(file, dialect, listStyle);
  if (written !== undefined && !sortKeys) return written.edits.map((edit) => textEditOf(file.source, edit));
  const base = written?.after ?? file;
  if (!sortKeys || !isSound(base)) return [];
  const sorted = agreed(base, sortedHeader(base.source.text, base.header, dialect), dialect) ?? base;
  const edit = editBetween(file.source.text, sorted.source.text);
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}

interface Rewritten {
  readonly edits: readonly Edit[];
  readonly after: AgentFile;
}

/** The header with its blanks and lists in order, or with one of the two where both are not to be had; undefined when neither is. */
function rewritten(file: Sound, dialect: Dialect, listStyle: ListStyleSetting): Rewritten | undefined {
  const spacing = spacingEdits(file, file.header, dialect);
  const lists = listStyle === 'keep' ? [] : listStyleEdits(file, dialect, listStyle);
  for (const edits of lists.length === 0 ? [spacing] : [[...lists, ...besides(spacing, lists)], spacing, lists]) {
    const after = agreed(file, applyEdits(file.source.text, edits), dialect);
    if (after !== undefined) return { edits, after };
  }
  return undefined;
}
