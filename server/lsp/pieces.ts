/**
 * A text in pieces, so that many changes of a large text need no copy and no line index of the whole for each of them. Positions
 * are those of LSP: CR, LF and CRLF each end a line, a character beyond a line is its end, a line beyond the text is the text's end.
 */
import type { Position, Range } from 'vscode-languageserver';

/** In UTF-16 code units. A change scans the pieces that it touches, and steps over all others. */
const LENGTH = 4_096;

interface Piece {
  readonly text: string;
  /** How many line ends it has. A CRLF is never divided between two pieces. */
  readonly lineEnds: number;
}

/** A place in a text: an offset in a piece. The end of the text is the start of the piece after the last one. */
interface Place {
  readonly piece: number;
  readonly offset: number;
}

export class PiecedText {
  /** @param whole The same text, which is not put together again, and not there twice. */
  private constructor(
    readonly pieces: readonly Piece[],
    readonly whole?: string,
  ) {}

  static of(text: string): PiecedText {
    return new PiecedText(piecesOf(text), text);
  }

  /** The first `length` UTF-16 code units; all of a shorter text. */
  start(length: number): string {
    if (this.whole !== undefined) return this.whole.slice(0, length);
    const texts: string[] = [];
    let size = 0;
    for (const { text } of this.pieces) {
      if (size >= length) break;
      texts.push(text);
      size += text.length;
    }
    return texts.join('').slice(0, length);
  }

  /** The text with another text in a range whose start is not after its end. */
  with({ start, end }: Range, text: string): PiecedText {
    return new PiecedText(replaced(this.pieces, placeOf(this.pieces, start), placeOf(this.pieces, end), text));
  }
}

/**
 * Divides a text evenly, so that a piece that has grown by one character does not leave a piece of one character behind.
 * @returns Pieces of at most `LENGTH` code units, and one more where a CRLF would be divided.
 */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const length = Math.ceil(text.length / Math.ceil(text.length / LENGTH));
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + length, text.length);
    if (text.charCodeAt(end - 1) === CR && text.charCodeAt(end) === LF) end++;
    const piece = text.slice(start, end);
    pieces.push({ text: piece, lineEnds: lineEndsIn(piece) });
    start = end;
  }
  return pieces;
}

function lineEndsIn(text: string): number {
  let count = 0;
  const find = lineEndFinder(text);
  for (let at = find(0); at < text.length; at = find(afterLineEnd(text, at))) count++;
  return count;
}

/** The pieces with another text between two places. */
function replaced(pieces: readonly Piece[], start: Place, end: Place, by: string): readonly Piece[] {
  let first = start.piece;
  let next = end.piece;
  let text = `${pieces[first]?.text.slice(0, start.offset) ?? ''}${by}`;
  if (end.offset > 0) {
    text += pieces[next]?.text.slice(end.offset) ?? '';
    next++;
  }
  // A CR and an LF that come together are one line end. Small pieces are joined, so that typing does not leave many.
  const before = pieces[first - 1]?.text;
  if (before !== undefined && (text.charCodeAt(0) === LF || before.length + text.length <= LENGTH)) {
    first--;
    text = before + text;
  }
  const after = pieces[next]?.text;
  if (after !== undefined && (text.charCodeAt(text.length - 1) === CR || text.length + after.length <= LENGTH)) {
    next++;
    text += after;
  }
  return [...pieces.slice(0, first), ...piecesOf(text), ...pieces.slice(next)];
}

function placeOf(pieces: readonly Piece[], { line, character }: Position): Place {
  const start = lineStart(pieces, line);
  // Clamps to the line: the character counts from its start, which may be many pieces before its end.
  let { piece, offset } = start;
  let left = character;
  for (; piece < pieces.length; piece++) {
    const { text, lineEnds } = pieces[piece] ?? NOTHING;
    const length = lineEnds === 0 ? text.length - offset : contentLength(text, offset);
    if (left < length || offset + length < text.length) return { piece, offset: offset + Math.min(left, length) };
    left -= length;
    offset = 0;
  }
  return { piece, offset: 0 };
}

/** Where a line starts; the end of the text when it has fewer lines. */
function lineStart(pieces: readonly Piece[], line: number): Place {
  let left = line;
  for (const [piece, { text, lineEnds }] of pieces.entries()) {
    if (left === 0) return { piece, offset: 0 };
    if (left <= lineEnds) return { piece, offset: afterLineEnds(text, left) };
    left -= lineEnds;
  }
  return { piece: pieces.length, offset: 0 };
}

/** The offset after the first `count` line ends of a text that has them. */
function afterLineEnds(text: string, count: number): number {
  const find = lineEndFinder(text);
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) at = afterLineEnd(text, find(at));
  return at;
}

/** How many code units are from `offset` to the end of the line or of the text. */
const contentLength = (text: string, offset: number): number => lineEndFinder(text)(offset) - offset;

/**
 * Finds the next line end from an offset on; the length of the text when there is none. Without a CR, as in nearly all texts, the
 * engine searches, which is much faster than looking at each code unit.
 */
function lineEndFinder(text: string): (from: number) => number {
  if (!text.includes('\r')) {
    return (from) => {
      const found = text.indexOf('\n', from);
      return found < 0 ? text.length : found;
    };
  }
  return (from) => {
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  };
}

/** The offset after the code unit at `at`, and after both of a CRLF. */
const afterLineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;

const NOTHING: Piece = { text: '', lineEnds: 0 };
const CR = 0x0d;
const LF = 0x0a;
const isLineEnd = (code: number): boolean => code === CR || code === LF;
