/** Reads frontmatter that is not valid YAML piece by piece, so that one broken value does not hide all the others. */

import { append } from '../../text/append';
import { isBlankLine, lineFrom, skipSpaces } from '../../text/lines';
import { type Span, span } from '../../text/span';
import type { Entry, Problem } from '../tree';
import { excess, limits } from './guard';
import { keyOf } from './keyLine';
import type { Yaml } from './movedYaml';
import { readYaml } from './yaml';

/** What was read of one or more pieces. Aliases are not checked here, because their anchors may be in other pieces. */
export type Pieces = Pick<Yaml, 'entries' | 'problems'>;

const broken = (problem: Problem): Pieces => ({ entries: [], problems: [problem] });

/** Lines from one key at column 0 up to the next one. */
interface Piece {
  readonly span: Span;
  readonly key: Span | undefined;
}

/**
 * Cuts the frontmatter at column-0 keys and parses each piece alone.
 *
 * Unindented text of a broken value often looks like keys too (`user: …`, `Context: …`). An unknown key
 * therefore begins a piece only when everything before it is valid; after a broken piece it belongs to that piece.
 * @param knows Whether a word is a key of the format; without it each key-like word is.
 */
export function recover(text: string, content: Span, knows: (key: string) => boolean): Pieces {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  let open: Reading | undefined;
  for (const piece of piecesOf(text, content)) {
    const isKnown = piece.key !== undefined && knows(text.slice(piece.key.start, piece.key.end));
    if (open !== undefined && !isKnown && open.read.problems.length > 0) {
      open = { ...open, piece: { span: span(open.piece.span.start, piece.span.end), key: open.piece.key } };
      continue;
    }
    if (open !== undefined) finish(text, open, entries, problems);
    if (entries.length > limits.keys || problems.length > limits.problems) {
      const detail = `only its first ${limits.keys} keys and ${limits.problems} problems are read`;
      return { entries, problems: [...problems, { code: 'limit', span: piece.span, detail }] };
    }
    open = { piece, read: readPiece(text, piece) };
  }
  if (open !== undefined) finish(text, open, entries, problems);
  return { entries, problems };
}

/** A piece that may still grow, with the result for its own lines; it stays broken whatever is added. */
interface Reading {
  readonly piece: Piece;
  readonly read: Pieces;
}

function finish(text: string, { piece, read }: Reading, entries: Entry[], problems: Problem[]): void {
  if (read.problems.length === 0) append(entries, read.entries);
  else {
    append(entries, brokenEntry(text, piece));
    append(problems, read.problems.slice(0, 1));
  }
}

function* piecesOf(text: string, content: Span): Generator<Piece> {
  let start = content.start;
  let key: Span | undefined;
  for (let at = content.start; at < content.end; ) {
    const line = lineFrom(text, at);
    const found = keyOf(text, line);
    if (found !== undefined) {
      if (at > start) yield { span: span(start, at), key };
      start = at;
      key = found.span;
    }
    at = line.next;
  }
  if (content.end > start) yield { span: span(start, content.end), key };
}

function readPiece(text: string, piece: Piece): Pieces {
  if (piece.key === undefined) return readPreamble(text, piece.span);
  const after = piece.key.end + 1;
  const isSpaced = keyOf(text, lineFrom(text, piece.span.start))?.spaced === true;
  if (!isSpaced) {
    const problem: Problem = {
      code: 'yaml',
      span: span(piece.key.start, after),
      detail: 'a space is missing after the colon of a key',
    };
    return broken(problem);
  }
  const tooMuch = excess(text.slice(piece.span.start, piece.span.end));
  if (tooMuch !== undefined) return broken({ code: 'limit', span: piece.key, detail: tooMuch });
  return readYaml(text, piece.span);
}

/** Lines before the first key: only spaces and comments are allowed. */
function readPreamble(text: string, range: Span): Pieces {
  for (let at = range.start; at < range.end; ) {
    const line = lineFrom(text, at);
    const first = skipSpaces(text, line.start, line.end);
    if (!isBlankLine(text, line) && text.charAt(first) !== '#') {
      return broken({ code: 'yaml', span: span(first, line.end), detail: 'this line is before the first key' });
    }
    at = line.next;
  }
  return { entries: [], problems: [] };
}

function brokenEntry(text: string, piece: Piece): readonly Entry[] {
  if (piece.key === undefined) return [];
  const start = Math.min(piece.span.end, skipSpaces(text, piece.key.end + 1, piece.span.end));
  let end = piece.span.end;
  while (end > start && text.slice(end - 1, end).trim() === '') end--;
  const value = span(start, Math.max(start, end));
  return [
    {
      key: text.slice(piece.key.start, piece.key.end),
      keySpan: piece.key,
      value: { kind: 'broken', text: text.slice(value.start, value.end), span: value },
      span: span(piece.key.start, Math.max(piece.key.end + 1, value.end)),
    },
  ];
}
