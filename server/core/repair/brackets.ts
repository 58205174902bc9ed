/** Values that begin like a YAML list or mapping in brackets, and the small edits that finish it. */

import type { Shape } from '../hosts/field';
import { type Edit, insertAt } from '../text/edits';
import { span } from '../text/span';
import type { Piece } from './pieces';

/** What an opening bracket begins. */
export interface Collection {
  readonly name: 'list' | 'mapping';
  readonly close: ']' | '}';
}

/** What the character at `offset` begins in YAML; undefined when it is not an opening bracket. */
export function collectionAt(text: string, offset: number): Collection | undefined {
  if (text[offset] === '[') return { name: 'list', close: ']' };
  return text[offset] === '{' ? { name: 'mapping', close: '}' } : undefined;
}

/** Whether a field takes a list or a mapping, so that an opening bracket was meant as one and not as text. */
export const takesCollection = (shape: Shape | undefined): boolean =>
  shape?.kind === 'tools' || shape?.kind === 'names' || shape?.kind === 'sequence' || shape?.kind === 'mapping';

/** Whether the value begins with a bracket that no other one closes. */
export const isUnclosed = (text: string, piece: Piece): boolean => missingBrackets(text, piece) > 0;

/** How many closing brackets the value lacks. Those in quotes count too, so a wrong answer is possible and is tried out. */
function missingBrackets(text: string, { first, span: { end } }: Piece): number {
  const kind = collectionAt(text, first.start);
  if (kind === undefined) return 0;
  const value = text.slice(first.start, end);
  return value.split(value.charAt(0)).length - value.split(kind.close).length;
}

/** Inserts the closing brackets after the last item, before a comment that ends the line. */
export function closeBrackets(text: string, piece: Piece, { close }: Collection): readonly Edit[] {
  const last = piece.lines.at(-1);
  const comment = last === undefined ? -1 : text.slice(last.start, piece.span.end).search(/[ \t]+#/);
  const at = last === undefined || comment < 0 ? piece.span.end : last.start + comment;
  return [insertAt(at, close.repeat(missingBrackets(text, piece)))];
}

/** Removes the brackets around the first names of a one-line list that goes on after them, as in `[a, b], c`. */
export function removeBrackets(text: string, { first }: Piece): readonly Edit[] {
  const close = text.indexOf(']', first.start);
  const isOnly = close > 0 && close < first.end && !/[[\]{}"'#]/.test(text.slice(close + 1, first.end));
  if (text[first.start] !== '[' || !isOnly) return [];
  return [first.start, close].map((at) => ({ span: span(at, at + 1), newText: '' }));
}

/** Removes the commas of a one-line list or mapping that nothing comes before, as in `[a,, b]`. */
export function removeExtraCommas(text: string, { first }: Piece): readonly Edit[] {
  const value = text.slice(first.start, first.end);
  if (collectionAt(text, first.start) === undefined || /\s#/.test(value)) return [];
  const found = value.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|(?<=[[{,])[ \t]*,/g);
  return Array.from(found).flatMap(({ 0: { length }, index }) => {
    const at = first.start + index;
    return /["']/.test(text.charAt(at)) ? [] : [{ span: span(at, at + length), newText: '' }];
  });
}
