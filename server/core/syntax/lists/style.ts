/** Converts a list of names between a string with commas, a flow list and a block list, and changes nothing around it. */
import { type Edit, insertAt } from '../../text/edits';
import { lineFrom, lineStartAt } from '../../text/lines';
import { span } from '../../text/span';
import { yamlText } from '../frontMatter/yamlText';
import type { Entry, Value } from '../tree';
import { type Frame, frameOf } from './frame';
import { type Item, itemsIn, listItems, type NameSeparators } from './items';
import { isCommaText, type Name, namesIn, namesInText } from './names';

/** How names are written: `a, b` as one string, `[a, b]`, or one `- a` line each. */
export type ListStyle = 'comma' | 'flow' | 'block';

export const listStyles: readonly ListStyle[] = ['comma', 'flow', 'block'];

/** How far the dashes of a block list are to the right of their key, in columns. */
export const LIST_INDENT = 2;

/** The style of a value; undefined when it is not a list of names, or a string without commas between them. */
function listStyleOf(value: Value): ListStyle | undefined {
  if (value.kind === 'sequence') return value.style;
  if (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded') return undefined;
  return isCommaText(value.text) ? 'comma' : undefined;
}

/**
 * The edits that write the entry's names in `style`, each item of a list as one item. A comment after the key or the value
 * stays on the line of the key.
 * @returns undefined when the value has that style already or no names, when a comment, an anchor or a tag is in it, and
 *   when its items would be read differently.
 */
export function restyled(
  text: string,
  entry: Entry,
  style: ListStyle,
  separators: NameSeparators,
): readonly Edit[] | undefined {
  const { value } = entry;
  const frame = frameOf(text, entry);
  const names = namesIn(text, value);
  if (frame === undefined || names === undefined || listStyleOf(value) === style) return undefined;
  const items = listItems(text, value, separators);
  const texts = names.map((name) => name.text);
  if (!isSplitInto(items, texts, separators)) return undefined;
  if (style === 'block') {
    const lines = listLines(names, entry.keySpan.start - lineStartAt(text, entry.keySpan.start) + LIST_INDENT);
    return lines && toLines(text, entry, frame, lines);
  }
  const written = style === 'flow' ? flowList(names) : commaText(texts, items);
  return written === undefined ? undefined : toLine(text, entry, frame, written);
}

/** Whether the host splits the strings into the same names as the items now. */
function isSplitInto(
  items: readonly Item[],
  texts: readonly string[],
  separators: NameSeparators = 'commas and spaces',
): boolean {
  const words =
    separators !== 'commas and spaces' ? texts : texts.flatMap((one) => itemsIn(one).map(({ text }) => text));
  return words.length === items.length && words.every((word, i) => word === items[i]?.text);
}

/**
 * The names as one text; undefined when it would be split elsewhere, because a parenthesis that is never closed runs on, and
 * for a single name with a space in it, which would look like two.
 */
function commaText(texts: readonly string[], items: readonly Item[]): string | undefined {
  const all = texts.join(', ');
  if (!isCommaText(all)) return undefined;
  const joined = namesInText(all)
    .map(({ text }) => text)
    .join(', ');
  return isSplitInto(items, [joined]) ? yamlText(joined, false) : undefined;
}

function flowList(names: readonly Name[]): string | undefined {
  const items = written(names, true);
  return items && `[${items.join(', ')}]`;
}

const listLines = (names: readonly Name[], column: number): readonly string[] | undefined =>
  written(names, false)?.map((item) => `${' '.repeat(column)}- ${item}`);

/** Each name as an item of a list, in the quotes it has where it needs some. */
function written(names: readonly Name[], isInFlow: boolean): readonly string[] | undefined {
  const items = names.flatMap(({ text, quoted }) => {
    const item = yamlText(text, isInFlow);
    return item === undefined ? [] : [item === text ? item : (quoted ?? item)];
  });
  return items.length === names.length ? items : undefined;
}

function toLine(text: string, entry: Entry, { colon, note, end }: Frame, written: string): readonly Edit[] {
  const { keySpan, value } = entry;
  const isBlock = value.kind === 'sequence' && value.style === 'block';
  if (isBlock && note !== undefined)
    return [
      { span: span(keySpan.end, colon), newText: `: ${written}` },
      { span: span(note.end, end), newText: '' },
    ];
  const isOnKeyLine = !isBlock && value.span.start <= lineFrom(text, colon).end;
  return isOnKeyLine
    ? [{ span: span(value.span.start, end), newText: written }]
    : [{ span: span(keySpan.end, end), newText: `: ${written}` }];
}

function toLines(text: string, { keySpan }: Entry, { note, end }: Frame, lines: readonly string[]): readonly Edit[] {
  const line = lineFrom(text, keySpan.end);
  const lineEnd = text.slice(line.end, line.next) || '\n';
  const below = lines.map((one) => lineEnd + one).join('');
  if (note === undefined) return [{ span: span(keySpan.end, end), newText: `:${below}` }];
  return [{ span: span(keySpan.end, end), newText: ':' }, insertAt(note.end, below)];
}
