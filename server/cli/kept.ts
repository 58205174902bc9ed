/** What is kept of the text of a checked file for its report: all texts together take much memory, and most reports need only places. */
import { type Lines, type Source, sourceOf } from '../core/index';

/** The text of a file with its lines, or only where these begin and whether a byte order mark is before them. */
export type Kept = Source | (Lines & { readonly hasMark: boolean });

/** As plain data; the lines are those of the draft. */
export interface PlainKept {
  readonly text: string | undefined;
  readonly hasMark: boolean;
}

const MARK = '\uFEFF';

/**
 * What is kept of a text.
 * @param isNeeded Whether the report shows some of it.
 */
export const keptOf = (text: string, isNeeded: boolean): PlainKept => ({
  text: isNeeded ? text : undefined,
  hasMark: text.startsWith(MARK),
});

/** The same with the lines of the text. */
export const keptFrom = ({ text, hasMark }: PlainKept, { lineStarts }: Lines): Kept =>
  text === undefined ? { lineStarts, hasMark } : sourceOf(text);

/** Whether the file begins with a byte order mark. */
export const hasMarkIn = (kept: Kept): boolean => ('text' in kept ? kept.text.startsWith(MARK) : kept.hasMark);

/** The text with its lines. @throws when it was not kept, which is a mistake of whoever made the report. */
export function sourceIn(kept: Kept): Source {
  if ('text' in kept) return kept;
  throw new TypeError('The report needs texts and was made without them.');
}
