/** A text with its line starts: the only place where offsets and line/character positions meet. */

import { bytesGained, bytesIn, exceeds } from './byteLength';
import type { TextChange } from './change';
import { isLineBreak } from './chars';
import { lazy } from './lazy';
import type { Span } from './span';

/** A zero-based line and a UTF-16 character in it, as LSP counts by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An immutable text and the offset at which each of its lines begins. */
export interface Source {
  readonly text: string;
  /** `lineStarts[0]` is 0; CR, LF and CRLF each end a line, so a text of `n` line ends has `n + 1` lines. */
  readonly lineStarts: readonly number[];
  /** How many bytes the text takes in UTF-8. */
  readonly bytes: number;
  /** Stands for this text in what is remembered about it, without keeping it alive. */
  readonly version: object;
  /** The version that the text was changed from, and how; undefined when it was read as a whole. */
  readonly changed: { readonly version: object; readonly change: TextChange } | undefined;
}

/** Whether the text has more than `max` bytes in UTF-8. */
export const hasMoreBytes = (source: Source, max: number): boolean => exceeds(source.text, max, () => source.bytes);

/** Where the lines of a text begin, without the text. */
export type Lines = Pick<Source, 'lineStarts'>;

/** The starts of the lines that begin before `end`, for positions up to there when the text is no longer kept. */
export const linesBefore = (source: Source, end: number): Lines => ({
  lineStarts: source.lineStarts.slice(0, lineAt(source, end) + 1),
});

/** Indexes the lines of `text`, in one pass. */
export function sourceOf(text: string): Source {
  // Only what shows places needs the lines, and the size of most texts is known without a count.
  const lines = lazy(() => (text.includes('\r') ? [0, ...startsBetween(text, 0, text.length)] : lineFeedStarts(text)));
  const bytes = lazy(() => bytesIn(text));
  return {
    text,
    get lineStarts() {
      return lines();
    },
    get bytes() {
      return bytes();
    },
    version: {},
    changed: undefined,
  };
}

/** The same for a text that another one became by `change`, looking only at the lines that it touches. */
export function changedSource(before: Source, text: string, change: TextChange): Source {
  const { start, beforeEnd, afterEnd } = change;
  const by = afterEnd - beforeEnd;
  // A line start right at the change may be in the middle of a CRLF now.
  const head = before.lineStarts.slice(0, lineAt(before, Math.max(0, start - 1)) + 1);
  const tail = before.lineStarts.slice(lineAt(before, beforeEnd) + 1);
  const from = head.at(-1) ?? 0;
  const [next] = tail;
  // The last line that is looked at ends where the first one begins that is taken over.
  const touched = startsBetween(text, from, next === undefined ? text.length : next + by - 1);
  return {
    text,
    // Copies long lists as wholes, which a spread does not.
    lineStarts: head.concat(touched, by === 0 ? tail : tail.map((at) => at + by)),
    bytes: before.bytes + bytesGained(before.text, text, change),
    version: {},
    changed: { version: before.version, change },
  };
}

/** The starts of all lines of a text without carriage returns. The engine's search is several times as fast as a loop. */
function lineFeedStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The starts of lines after `from` and up to `to`. `from` is the start of a line itself. */
function startsBetween(text: string, from: number, to: number): readonly number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    else if (!isLineBreak(code)) continue;
    if (i < to) starts.push(i + 1);
  }
  return starts;
}

/** The zero-based line that contains `offset`; offsets outside the text are clamped to it. */
export function lineAt(source: Lines, offset: number): number {
  const { lineStarts } = source;
  let low = 0;
  let high = lineStarts.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The whole line with its line end; a line that does not exist is the empty span at the end of the text. */
export function lineSpan(source: Source, line: number): Span {
  const length = source.text.length;
  return { start: source.lineStarts[line] ?? length, end: source.lineStarts[line + 1] ?? length };
}

/** The line without its line end. */
export function lineContent(source: Source, line: number): Span {
  const { start, end } = lineSpan(source, line);
  let stop = end;
  while (stop > start && isLineBreak(source.text.charCodeAt(stop - 1))) stop--;
  return { start, end: stop };
}

/** The position of an offset in a source, or in a text of which only the lines are kept; then it must not be inside a line end. */
export function positionIn(lines: Lines | Source, offset: number): Position {
  if ('text' in lines) return positionAt(lines, offset);
  const line = lineAt(lines, offset);
  return { line, character: offset - (lines.lineStarts[line] ?? 0) };
}

/** The position of `offset`, clamped to the text. */
export function positionAt(source: Source, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, source.text.length));
  const line = lineAt(source, clamped);
  const { end } = lineContent(source, line);
  return { line, character: Math.min(clamped, end) - (source.lineStarts[line] ?? 0) };
}

/** The offset of `position`; a character beyond the line is the line's end, a line beyond the text is the text's end. */
export function offsetAt(source: Source, position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= source.lineStarts.length) return source.text.length;
  const { start, end } = lineContent(source, position.line);
  return Math.max(start, Math.min(start + position.character, end));
}

/** The line end that the text uses: that of its first line, or LF. */
export function lineEndOf(source: Source): '\n' | '\r\n' | '\r' {
  const { start, end } = lineSpan(source, 0);
  const content = lineContent(source, 0);
  const found = source.text.slice(content.end, Math.max(start, end));
  return found === '\r\n' || found === '\r' ? found : '\n';
}
