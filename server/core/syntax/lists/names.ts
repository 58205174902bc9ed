/** The names in a list as they are written, one for each item, so that they can be written in another style. */

import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { type Span, span } from '../../text/span';
import type { Scalar, Sequence, Value } from '../tree';
import { type Item, itemsIn } from './items';

/** A name, with its quoted spelling if it is quoted on one line. */
export interface Name {
  readonly text: string;
  readonly quoted: string | undefined;
}

/** The names of a string or of the items of a list; undefined when there are none. */
export function namesIn(text: string, value: Value): readonly Name[] | undefined {
  if (value.kind === 'sequence') return namesInList(text, value);
  if (value.kind !== 'scalar' || value.type !== 'string') return undefined;
  if (text.slice(value.span.start, firstLineEnd(value)).includes('#')) return undefined;
  const names = namesInText(value.text);
  return names.length === 0 ? undefined : names;
}

/**
 * What is between commas and line ends, or between spaces in a text without commas. To the host spaces separate as well,
 * but what is written between two commas stays together, as an item of a list does.
 */
export function namesInText(text: string): readonly Name[] {
  const items = itemsIn(text);
  const isSplitAtSpaces = !isCommaText(text);
  const names: string[][] = [];
  for (const [i, item] of items.entries()) {
    const isNew = i === 0 || isSplitAtSpaces || /[,\n]/.test(gapAfter(text, items, i - 1));
    if (isNew) names.push([item.text]);
    else names.at(-1)?.push(item.text);
  }
  return names.map((words) => ({ text: words.join(' '), quoted: undefined }));
}

/** Where the first line of a block scalar ends, which may contain a comment. */
const firstLineEnd = ({ style, span: { start }, inner }: Scalar): number =>
  style === 'literal' || style === 'folded' ? inner.start : start;

function namesInList(text: string, { style, items, span: whole }: Sequence): readonly Name[] | undefined {
  const names: Name[] = [];
  let done = style === 'flow' ? whole.start + 1 : whole.start;
  for (const { span: range, value } of items) {
    if (value.kind !== 'scalar' || value.type !== 'string' || itemsIn(value.text).length === 0) return undefined;
    const dash = style === 'block' ? range.start + 1 : range.start;
    const separator = style === 'flow' && names.length > 0 ? ',' : '';
    if (!isGap(text, span(done, range.start), separator) || !isGap(text, span(dash, value.span.start)))
      return undefined;
    const raw = text.slice(value.span.start, value.span.end);
    const isQuoted = (value.style === 'single' || value.style === 'double') && !/[\r\n]/.test(raw);
    names.push({ text: value.text, quoted: isQuoted ? raw : undefined });
    done = range.end;
  }
  const isClosed =
    style === 'block'
      ? done === whole.end
      : isGap(text, span(done, whole.end - 1)) || isGap(text, span(done, whole.end - 1), ',');
  return isClosed && names.length > 0 ? names : undefined;
}

/** Whether a string of several words has a comma between two of them. */
export const isCommaText = (text: string): boolean => {
  const items = itemsIn(text);
  return items.length < 2 || items.some((_, i) => gapAfter(text, items, i).includes(','));
};

/** What is between the item of that number and the next one; nothing after the last. */
function gapAfter(text: string, items: readonly Item[], i: number): string {
  const [item, next] = [items[i], items[i + 1]];
  return item === undefined || next === undefined ? '' : text.slice(item.span.end, next.span.start);
}

/** Whether a span contains spaces and line ends only, and the separator exactly once when there is one. */
export function isGap(text: string, { start, end }: Span, separator = ''): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (separator !== '' && text[at] === separator) count++;
    else if (!isSpaceOrTab(code) && !isLineBreak(code)) return false;
  }
  return count === separator.length;
}
