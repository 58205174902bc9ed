/** Placeholders in a body: `[Slot]` and `{{slot}}`. */

import type { AgentFile } from '../syntax/tree';
import { isSpaceOrTab } from '../text/chars';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';

/** A sentence in brackets is a remark. */
const MAX_LENGTH = 80;

/**
 * The spans of the placeholders, brackets included, in file order. Links, task list items, footnotes and code in prose do not
 * count. In a code block `[Slot]` counts only right after a quotation mark, because anywhere else it is a list or an index.
 */
export function placeholdersOf({ source: { text }, body }: AgentFile): readonly Span[] {
  const found: Span[] = [];
  const code = body.inlines.filter(({ kind }) => kind === 'code').map((reference) => reference.span);
  const defined = definedLabels(text, body.span);
  let nextCode = 0;
  let nextFence = 0;
  for (let at = body.span.start; at < body.span.end; at++) {
    const opener = text.charCodeAt(at);
    if (opener !== BRACKET && opener !== BRACE) continue;
    while ((code[nextCode]?.end ?? text.length) <= at) nextCode++;
    while ((body.fences[nextFence]?.span.end ?? text.length) <= at) nextFence++;
    const isCode = (code[nextCode]?.start ?? text.length) <= at;
    const isFenced = (body.fences[nextFence]?.span.start ?? text.length) <= at;
    const place = opener === BRACE ? braced(text, at) : bracketed(text, at, isFenced, defined);
    if (place === undefined) continue;
    if (!isCode) found.push(place);
    at = place.end - 1;
  }
  return found;
}

/** `{{name}}`, spaces inside allowed. */
function braced(text: string, at: number): Span | undefined {
  if (text.charCodeAt(at + 1) !== BRACE) return undefined;
  const end = closing(text, at + 2, '{', '}');
  return end !== undefined && text[end + 1] === '}' && text.slice(at + 2, end).trim() !== ''
    ? span(at, end + 2)
    : undefined;
}

function bracketed(text: string, at: number, isFenced: boolean, defined: ReadonlySet<string>): Span | undefined {
  const before = text[at - 1];
  if (isFenced ? before !== '"' && before !== "'" : before === '!' || before === ']' || before === '\\')
    return undefined;
  const end = closing(text, at + 1, '[', ']');
  if (end === undefined || !startsName(text, at + 1) || end === at + 2) return undefined;
  const after = text[end + 1];
  const isLink = !isFenced && (after === '(' || after === '[' || after === ':');
  return isLink || defined.has(text.slice(at + 1, end).toLowerCase()) ? undefined : span(at, end + 1);
}

/** The offset of the closing character on the same line, when no opening one is before it. */
function closing(text: string, from: number, open: string, close: string): number | undefined {
  const stop = Math.min(text.length, from + MAX_LENGTH);
  for (let at = from; at < stop; at++) {
    const character = text[at];
    if (character === close) return at > from ? at : undefined;
    if (character === open || character === '\n' || character === '\r') return undefined;
  }
  return undefined;
}

/** A letter of any alphabet. Digits and signs begin lists, footnotes, patterns. */
const startsName = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0x7f;
};

/** The labels of `[label]: target` lines, to which `[label]` is a link. */
function definedLabels(text: string, body: Span): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let at = body.start; at < body.end; ) {
    const line = lineFrom(text, at);
    let start = line.start;
    while (start < line.end && isSpaceOrTab(text.charCodeAt(start))) start++;
    const end = text.charCodeAt(start) === BRACKET ? closing(text, start + 1, '[', ']') : undefined;
    if (end !== undefined && text[end + 1] === ':') labels.add(text.slice(start + 1, end).toLowerCase());
    at = Math.max(line.next, at + 1);
  }
  return labels;
}

const BRACKET = 0x5b;
const BRACE = 0x7b;
