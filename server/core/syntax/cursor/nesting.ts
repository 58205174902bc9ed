/** Where a cursor is inside a structured value, read from indentation so that half-typed lines do not matter. */

import { isSpaceOrTab } from '../../text/chars';
import { type Line, lineFrom, skipSpaces } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { keyOf } from '../frontMatter/keyLine';

/** A place inside nested maps and lists. */
export interface Nested {
  /** Keys from the entry's own value down to the cursor; a list item is `-`. */
  readonly path: readonly string[];
  /** Whether a key or the value after a key is being written; `key` is that key. */
  readonly at: 'key' | 'value';
  readonly key: string | undefined;
  /** What a completion replaces. */
  readonly span: Span;
  /** Keys that are beside the cursor in the same map. */
  readonly siblings: readonly string[];
}

/** A map or list that is open at the cursor: the column of its keys or dashes. */
interface Level {
  readonly column: number;
  readonly name: string;
}

/**
 * The place of `offset` in the block-style value that begins after the key line at `entryStart`.
 * Work is linear in the lines between the two.
 */
export function nestedAt(text: string, entryStart: number, offset: number): Nested {
  let levels: readonly Level[] = [];
  for (let at = lineFrom(text, entryStart).next; at < text.length; ) {
    const line = lineFrom(text, at);
    if (offset <= line.end) return placeOn(text, line, levels, offset, entryStart);
    levels = descend(text, line, levels);
    at = line.next;
    if (at === line.end) break;
  }
  return placeOn(text, lineFrom(text, offset), levels, offset, entryStart);
}

/** What is open after a line: each dash and each key of it closes whatever is at its column or further right. */
function descend(text: string, line: Line, levels: readonly Level[]): readonly Level[] {
  let open = levels;
  for (const part of partsOf(text, line)) open = [...open.filter((level) => level.column < part.column), part];
  return open;
}

/** The dashes and the key that a line begins with. */
function partsOf(text: string, line: Line): readonly Level[] {
  const parts: Level[] = [];
  let at = skipSpaces(text, line.start, line.end);
  while (text[at] === '-' && (at + 1 === line.end || isSpaceOrTab(text.charCodeAt(at + 1)))) {
    parts.push({ column: at - line.start, name: '-' });
    at = skipSpaces(text, at + 1, line.end);
  }
  const key = keyOf(text, { start: at, end: line.end });
  if (key !== undefined) parts.push({ column: at - line.start, name: text.slice(key.span.start, key.span.end) });
  return parts;
}

function placeOn(text: string, line: Line, levels: readonly Level[], offset: number, entryStart: number): Nested {
  const parts = partsOf(text, line);
  const last = parts.at(-1);
  const key = last === undefined || last.name === '-' ? undefined : last;
  const dashes = parts.filter((part) => part.name === '-' && line.start + part.column < offset);
  const keyStart = key === undefined ? undefined : line.start + key.column;
  const isAfterColon = key !== undefined && keyStart !== undefined && offset > keyStart + key.name.length;
  // On a blank line the cursor's own column says how deep it is.
  const column = key?.column ?? wordStart(text, line, offset) - line.start;
  let open = levels;
  for (const dash of dashes) open = [...open.filter((level) => level.column < dash.column), dash];
  open = open.filter((level) => level.column < column);
  const path = open.map((level) => level.name);
  const siblings = siblingsOf(text, line, column, entryStart);
  if (isAfterColon && keyStart !== undefined && key !== undefined) {
    const start = Math.min(offset, skipSpaces(text, keyStart + key.name.length + 1, line.end));
    return {
      path,
      at: 'value',
      key: key.name,
      span: span(start, Math.max(start, wordEnd(text, line, offset))),
      siblings,
    };
  }
  return {
    path,
    at: 'key',
    key: key?.name,
    span: span(wordStart(text, line, offset), wordEnd(text, line, offset)),
    siblings,
  };
}

const isWord = (text: string, at: number): boolean => {
  const character = text[at];
  return (
    character !== undefined &&
    character !== ' ' &&
    character !== '\t' &&
    character !== ':' &&
    character !== '\n' &&
    character !== '\r'
  );
};

function wordStart(text: string, line: Line, offset: number): number {
  let at = offset;
  while (at > line.start && isWord(text, at - 1)) at--;
  return at;
}

function wordEnd(text: string, line: Line, offset: number): number {
  let at = offset;
  while (at < line.end && isWord(text, at)) at++;
  return at;
}

/** The keys at the same column, up and down to the first line that is less indented; a dash line at the column's item counts. */
function siblingsOf(text: string, line: Line, column: number, entryStart: number): readonly string[] {
  const found: string[] = [];
  const scan = (at: Line): boolean => {
    const parts = partsOf(text, at);
    const key = parts.at(-1);
    const first = parts[0];
    if (first === undefined || key === undefined) return true;
    if (key.name !== '-' && key.column === column) found.push(key.name);
    return first.column >= column;
  };
  for (let at = line.next; at < text.length; ) {
    const next = lineFrom(text, at);
    if (!scan(next) || next.next === next.end) break;
    at = next.next;
  }
  for (let at = line.start; at > entryStart; ) {
    const previous = lineFrom(text, lineStartBefore(text, at));
    if (!scan(previous)) break;
    at = previous.start;
  }
  return found;
}

function lineStartBefore(text: string, lineStart: number): number {
  let at = lineStart - 1;
  if (text[at] === '\n' && text[at - 1] === '\r') at--;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return Math.max(0, at);
}
