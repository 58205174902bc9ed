/** Adds an item to a list in the style of the list: a string with commas, a flow list or a block list. */

import { isLineBreak, isSpaceOrTab, isWhitespace } from '../../text/chars';
import { type Edit, insertAt } from '../../text/edits';
import { lineFrom } from '../../text/lines';
import type { Entry, Scalar, Sequence, SequenceItem } from '../tree';
import { listItems, type NameSeparators } from './items';

/**
 * The edit that puts `name` after the last item, with the separator and quotes of that one; undefined when the value has no
 * items.
 * @param name A word that YAML reads as plain text.
 */
export function addItem(text: string, { value }: Entry, name: string, separators: NameSeparators): Edit | undefined {
  if (value.kind === 'scalar') return addToText(text, value, name, separators);
  const last = value.kind === 'sequence' ? value.items.at(-1) : undefined;
  if (value.kind !== 'sequence' || last === undefined) return undefined;
  return value.style === 'flow' ? addToFlow(text, value, last, name) : addToBlock(text, last, name);
}

function addToText(text: string, value: Scalar, name: string, separators: NameSeparators): Edit | undefined {
  const items = listItems(text, value, separators);
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const written = text.slice(value.inner.start, value.inner.end);
  const comma = written.indexOf(',');
  const isBare = comma < 0 && items.length > 1;
  const isTight = comma >= 0 && comma + 1 < written.length && !isWhitespace(written.charCodeAt(comma + 1));
  return insertAt(last.span.end, `${isBare ? ' ' : isTight ? ',' : ', '}${name}`);
}

function addToFlow(text: string, list: Sequence, last: SequenceItem, name: string): Edit {
  const before = list.items.at(-2);
  const gap = before === undefined ? '' : text.slice(before.span.end, last.span.start);
  // A comment between two items is about them and not about the new one.
  return insertAt(last.span.end, `${gap.includes(',') && !gap.includes('#') ? gap : ', '}${quotedLike(last, name)}`);
}

function addToBlock(text: string, last: SequenceItem, name: string): Edit | undefined {
  let start = last.span.start;
  while (start > 0 && isSpaceOrTab(text.charCodeAt(start - 1))) start--;
  if (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) return undefined;
  const line = lineFrom(text, last.span.end);
  const lineEnd = text.slice(line.end, line.next) || '\n';
  return insertAt(line.end, `${lineEnd}${text.slice(start, last.span.start)}- ${quotedLike(last, name)}`);
}

function quotedLike({ value }: SequenceItem, name: string): string {
  const style = value.kind === 'scalar' ? value.style : 'plain';
  return style === 'single' ? `'${name}'` : style === 'double' ? `"${name}"` : name;
}
