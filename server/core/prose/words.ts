/** The words of prose: letters, digits, hyphens and apostrophes, and whole code spans. */
import { isDigit, isLetter, isSpaceOrTab } from '../text/chars';
import { memo } from '../text/memo';
import { type Span, span } from '../text/span';
import type { ProseLine } from './lines';
import { role, rolesOf } from './wording/roles';

/** A word of prose, or a whole code span. */
export interface Word {
  /** As written, without marks; for prose letters, digits, `_`, `-` and apostrophes. */
  readonly raw: string;
  /** Lower case, with a straight apostrophe. */
  readonly text: string;
  /** What it means, as bits of `role`. */
  readonly roles: number;
  /** Where it begins and ends, from the beginning of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly code: boolean;
  /** The punctuation directly after the word, emphasis left out; empty when a space follows. */
  readonly after: string;
  /** Whether it is quoted: in a block quote, or between double quotation marks. */
  readonly quoted: boolean;
}

/** A sentence of a paragraph. */
export interface Words {
  readonly list: readonly [Word, ...Word[]];
  /** All that its words mean, as bits of `role`. */
  readonly roles: number;
}

/**
 * Whether a word or a sentence means something.
 * @param some Bits of `role`.
 */
export const means = ({ roles }: { readonly roles: number } | undefined = { roles: 0 }, some: number): boolean =>
  (roles & some) !== 0;

/** How a word or code span is written. Texts have few different words, and use most of them often. */
const spellingOf = memo(1 << 18, (raw) => {
  const text = raw.toLowerCase().replaceAll('’', "'");
  return { raw, text, roles: rolesOf(raw, text) };
});

/**
 * The sentences of a paragraph. A sentence ends with its item, or at a punctuation mark before a space.
 * @param lines The lines of the paragraph, and `codes` its code spans, both in file order.
 */
export function wordsOf(text: string, lines: readonly ProseLine[], codes: readonly Span[]): readonly Words[] {
  const sentences: { list: [Word, ...Word[]]; roles: number }[] = [];
  let open: { list: Word[]; roles: number } | undefined;
  let isCited = false;
  let nextCode = 0;
  for (const { content, first, quoted } of lines) {
    if (first) open = undefined;
    if (first) isCited = false;
    const { end: lineEnd } = content;
    for (let start = content.start; start < lineEnd; ) {
      let span = codes[nextCode];
      while (span !== undefined && span.end <= start) span = codes[++nextCode];
      const code = span !== undefined && span.start <= start;
      const end = code ? Math.min(span?.end ?? start, lineEnd) : wordEnd(text, start, lineEnd);
      if (end === start) {
        if (endsSentence(text, start, lineEnd)) open = undefined;
        isCited = citedBehind(text.charCodeAt(start), isCited);
        start++;
        continue;
      }
      const { raw, text: lower, roles: all } = spellingOf(text.slice(start, end));
      const roles = code ? role.code : all;
      const after = markAfter(text, end, lineEnd);
      const word = { raw, text: lower, roles, start, end, code, after, quoted: quoted || isCited };
      if (open === undefined) {
        const sentence: (typeof sentences)[number] = { list: [word], roles };
        sentences.push(sentence);
        open = sentence;
      } else {
        open.list.push(word);
        open.roles |= roles;
      }
      start = end;
    }
  }
  return sentences;
}

function wordEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && isWordCode(text.charCodeAt(stop))) stop++;
  return stop;
}

const isWordCode = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 0x5f || code === 0x2d || code === 0x27 || code === 0x2019;

/** `.`, `!`, `?` or `;` before a space or the line's end; not the dot of `e.g.` and `i.e.`. */
function endsSentence(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== DOT && mark !== 0x21 && mark !== 0x3f && mark !== 0x3b) return false;
  if (mark === DOT && text.charCodeAt(at - 2) === DOT) return false;
  let next = at + 1;
  const last = Math.min(end, next + MOST_MARKS);
  while (next < last && CLOSERS.includes(text.charAt(next))) next++;
  return next >= end || isSpaceOrTab(text.charCodeAt(next));
}

/** Whether a quotation is open after `mark`. */
const citedBehind = (mark: number, isCited: boolean): boolean =>
  mark === 0x201c || (mark === 0x22 ? !isCited : isCited && mark !== 0x201d);

function markAfter(text: string, from: number, end: number): string {
  let at = from;
  const last = Math.min(end, from + MOST_MARKS);
  while (at < last && isEmphasis(text.charCodeAt(at))) at++;
  return at >= end || isSpaceOrTab(text.charCodeAt(at)) ? '' : text.charAt(at);
}

const isEmphasis = (code: number): boolean => code === 0x2a || code === 0x5f || code === 0x60;

/** Marks after a word or a full stop; a longer run is not emphasis, and each word would scan them again. */
const MOST_MARKS = 16;

const DOT = 0x2e;
const CLOSERS = '*_`"\')”’';

/** Where a word is when its paragraph begins at `at`. */
export const spanOf = ({ start, end }: Word, at: number): Span => span(at + start, at + end);
