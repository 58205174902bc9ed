/** The second reader of Qwen Code, for frontmatter that is not valid YAML. It reads line by line and never fails. */
import type { Entry, Mapping, Scalar, SequenceItem, Value } from '../../syntax/tree';
import { type Span, span } from '../../text/span';

/** A line that is neither blank nor a comment. */
interface Line {
  readonly text: string;
  readonly start: number;
}

const ITEM = '  - ';
const INSIDE = '  ';

/**
 * The fields that the program finds when it cannot read the YAML: a line with a colon is a field, lines that begin with two spaces
 * and a dash after an empty field are its list, and lines that begin with two spaces its map. All other lines mean nothing.
 * @param content The lines between the dashes.
 */
export function readByLines(text: string, content: Span): readonly Entry[] {
  const lines = linesIn(text, content);
  const entries: Entry[] = [];
  let key: Key | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.startsWith(ITEM)) {
      const items = runFrom(lines, at, ITEM);
      entries.push(entryOf(key ?? noKey(line), listOf(items)));
      key = undefined;
      at += items.length;
      continue;
    }
    at++;
    const colon = line.text.indexOf(':');
    if (colon < 0) continue;
    const found = keyIn(line, colon);
    const rest = trimmed(line.text.slice(colon + 1), line.start + colon + 1);
    if (rest.text !== '') {
      entries.push(entryOf(found, valueIn(rest)));
      continue;
    }
    key = found;
    if (lines[at]?.text.startsWith(ITEM) === true) continue;
    if (lines[at]?.text.startsWith(INSIDE) !== true) {
      // A value that the field has already stays, and a list at the left margin is lost.
      const isLost = lines[at]?.text.startsWith('-') === true || entries.some((entry) => entry.key === found.text);
      if (!isLost) entries.push(entryOf(found, missingAt(rest.start)));
      continue;
    }
    const inside = runFrom(lines, at, INSIDE);
    // The items of a list in a map belong to no field.
    const own = inside.filter(({ text: one }) => !one.startsWith(ITEM));
    entries.push(entryOf(found, mapOf(own, found)));
    key = undefined;
    at += inside.length;
  }
  return entries;
}

function linesIn(text: string, { start, end }: Span): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\r|\n/g;
  const block = text.slice(start, end);
  let from = 0;
  for (const match of [...block.matchAll(breaks), { index: block.length, 0: '' }]) {
    const line = block.slice(from, match.index);
    const written = line.trim();
    if (written !== '' && !written.startsWith('#')) lines.push({ text: line, start: start + from });
    from = match.index + match[0].length;
  }
  return lines;
}

const runFrom = (lines: readonly Line[], from: number, prefix: string): readonly Line[] => {
  let to = from;
  while (lines[to]?.text.startsWith(prefix) === true) to++;
  return lines.slice(from, to);
};

interface Key {
  readonly text: string;
  readonly span: Span;
}

/** A piece of a line without the white space around it. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

function trimmed(text: string, start: number): Piece {
  const piece = text.trim();
  return { text: piece, start: piece === '' ? start : start + text.indexOf(piece) };
}

const spanOf = ({ text, start }: Piece): Span => span(start, start + text.length);

function keyIn({ text, start }: Line, colon: number): Key {
  const piece = trimmed(text.slice(0, colon), start);
  return { text: piece.text, span: spanOf(piece) };
}

const noKey = ({ start }: Line): Key => ({ text: '', span: span(start, start) });

const missingAt = (at: number): Value => ({ kind: 'missing', span: span(at, at) });

const entryOf = ({ text, span: keySpan }: Key, value: Value): Entry => ({
  key: text,
  keySpan,
  value,
  span: span(keySpan.start, Math.max(keySpan.end, value.span.end)),
});

function listOf(lines: readonly Line[]): Value {
  const items = lines.flatMap((line): readonly SequenceItem[] => {
    const piece = trimmed(line.text.slice(ITEM.length), line.start + ITEM.length);
    const value = valueIn(piece);
    const place = span(line.start + INSIDE.length, piece.start + piece.text.length);
    return value.kind === 'missing' ? [] : [{ value, span: place }];
  });
  const [first, last] = [items[0], items.at(-1)];
  return { kind: 'sequence', style: 'block', items, span: span(first?.span.start ?? 0, last?.span.end ?? 0) };
}

function mapOf(lines: readonly Line[], { span: { end } }: Key): Mapping {
  const entries = lines.flatMap((line): readonly Entry[] => {
    const colon = line.text.indexOf(':');
    const key = keyIn(line, colon < 0 ? line.text.length : colon);
    const after = colon < 0 ? line.text.length : colon + 1;
    const value = valueIn(trimmed(line.text.slice(after), line.start + after));
    return value.kind === 'missing' ? [] : [entryOf(key, value)];
  });
  const [first, last] = [entries[0], entries.at(-1)];
  return { kind: 'mapping', style: 'block', entries, span: span(first?.span.start ?? end, last?.span.end ?? end) };
}

/** Double quotes are removed, and single ones are part of the text. Brackets, comments and tags mean nothing. */
function valueIn(piece: Piece): Value {
  const { text } = piece;
  const whole = spanOf(piece);
  if (text === 'null') return missingAt(piece.start);
  const plain = (type: Scalar['type']): Scalar => ({
    kind: 'scalar',
    style: 'plain',
    text,
    type,
    span: whole,
    inner: whole,
  });
  if (text === 'true' || text === 'false') return plain('boolean');
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"'))
    return {
      ...plain('string'),
      style: 'double',
      text: text.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\'),
      inner: span(whole.start + 1, whole.end - 1),
    };
  return plain(text !== '' && Number.isFinite(Number(text)) ? 'number' : 'string');
}
