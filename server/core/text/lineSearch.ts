/** Searches that look at each line alone: in a later version of a text only the lines that have changed are searched again. */
import type { TextChange } from './change';
import { isLineBreak } from './chars';
import { lineStartAt } from './lines';
import { firstFrom } from './sorted';
import type { Source } from './source';
import type { Span } from './span';
import { type Earlier, inVersions } from './versions';

export interface LineSearch<T> {
  /**
   * Finds everything in file order between two offsets, which are those of line starts and line ends. What is found in a line must
   * depend on nothing outside it.
   */
  readonly find: (text: string, start: number, end: number) => readonly T[];
  readonly startOf: (found: T) => number;
  /** The same, `by` UTF-16 code units further on. */
  readonly moved: (found: T, by: number) => T;
}

/** A function that finds everything in a text, each time as if it had searched the whole. It keeps no text alive. */
export function searchOf<T>({ find, startOf, moved }: LineSearch<T>): (source: Source) => readonly T[] {
  const search = inVersions(({ text }, _: undefined, earlier?: Earlier<readonly T[]>): readonly T[] => {
    if (earlier === undefined) return find(text, 0, text.length);
    const { found, change } = earlier;
    if (change === undefined) return found;
    const { start, end, by } = touchedLines(text, change);
    const rest = found.slice(firstFrom(found, startOf, end - by));
    return found
      .slice(0, firstFrom(found, startOf, start))
      .concat(find(text, start, end), by === 0 ? rest : rest.map((one) => moved(one, by)));
  });
  return (source) => search(source, undefined);
}

/** Lines that a change touches: offsets in the text after it, and how far what follows has moved. */
interface Touched extends Span {
  readonly by: number;
}

function touchedLines(text: string, { start, beforeEnd, afterEnd }: TextChange): Touched {
  let end = afterEnd;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return { start: lineStartAt(text, start), end, by: afterEnd - beforeEnd };
}
