/** References in prose: code spans, `@mention` words and link targets, found in one pass over each paragraph or heading. */

import { isDigit, isLetter, isSpaceOrTab } from '../../text/chars';
import { lazy } from '../../text/lazy';
import { skipSpaces } from '../../text/lines';
import { type Span, textAt, trimmed } from '../../text/span';
import type { Inline } from '../tree';
import { codeAt, skipCode } from './line';
import type { BodyLine } from './scanner';

const at = 0x40;
const backslash = 0x5c;
const backtick = 0x60;
const bang = 0x21;
const closeBracket = 0x5d;
const closeParen = 0x29;
const greater = 0x3e;
const less = 0x3c;
const openBracket = 0x5b;
const openParen = 0x28;

/** How many parentheses a target may nest, as in the CommonMark reference parsers; it bounds the look-ahead. */
const maxParens = 32;

/**
 * The references in text and headings, in file order; `lines` as the block scanner gives them.
 * A code span over several lines is skipped. An empty target is not a reference.
 */
export function referencesOf(text: string, lines: readonly BodyLine[]): readonly Inline[] {
  return paragraphsOf(lines).flatMap((paragraph) => paragraphReferences(text, paragraph));
}

function paragraphsOf(lines: readonly BodyLine[]): readonly (readonly Span[])[] {
  const paragraphs: Span[][] = [];
  for (const line of lines) {
    if (line.kind === 'html' || line.kind === 'code') continue;
    if (line.first) paragraphs.push([line.span]);
    else paragraphs.at(-1)?.push(line.span);
  }
  return paragraphs;
}

function paragraphReferences(text: string, lines: readonly Span[]): readonly Inline[] {
  const found: Inline[] = [];
  const closers = lazy(() => closersOf(text, lines));
  const brackets = new Brackets();
  const add = (kind: Inline['kind'], span: Span): void => {
    if (span.start < span.end) found.push({ kind, text: textAt(text, span), span });
  };
  let resume = 0;
  for (const { start, end } of lines) {
    for (let i = Math.max(start, resume); i < end; ) {
      let next = i + 1;
      switch (text.charCodeAt(i)) {
        case backslash:
          next = i + 2;
          break;
        case backtick: {
          const inner = skipCode(text, i, end, backtick);
          const closer = closers()(inner - i, inner);
          if (closer !== undefined && closer < end) add('code', trimmed(text, { start: inner, end: closer }));
          next = closer === undefined ? inner : closer + (inner - i);
          break;
        }
        case at: {
          const word = mentionAt(text, i, start, end);
          add('mention', word);
          next = word.end;
          break;
        }
        case openBracket:
          brackets.open(i > start && text.charCodeAt(i - 1) === bang);
          break;
        case closeBracket: {
          const target = brackets.close() ? targetAt(text, next, end) : undefined;
          if (target === undefined) break;
          brackets.linked();
          add('link', target);
          next = target.end;
        }
      }
      i = next;
      resume = next;
    }
  }
  return found;
}

/**
 * Looks up the next run of exactly `length` backticks at or after `from`. Calls must come with rising `from`: each
 * run is then passed once, so that unmatched backticks cost no more than matched ones.
 */
function closersOf(text: string, lines: readonly Span[]): (length: number, from: number) => number | undefined {
  const runs = new Map<number, { readonly starts: number[]; passed: number }>();
  for (const { start, end } of lines) {
    for (let i = start; i < end; i++) {
      if (text.charCodeAt(i) !== backtick) continue;
      const stop = skipCode(text, i, end, backtick);
      const same = runs.get(stop - i);
      if (same === undefined) runs.set(stop - i, { starts: [i], passed: 0 });
      else same.starts.push(i);
      i = stop;
    }
  }
  return (length, from) => {
    const same = runs.get(length);
    if (same === undefined) return undefined;
    while ((same.starts[same.passed] ?? from) < from) same.passed++;
    return same.starts[same.passed];
  };
}

/** The open brackets of a paragraph. A link cannot contain a link, but an image can be in one and contain one. */
class Brackets {
  /** Whether each is the bracket of an image. */
  readonly #images: boolean[] = [];
  /** Brackets below this depth that are not of an image already contain a link. */
  #holding = 0;
  #closed = false;

  open(image: boolean): void {
    this.#images.push(image);
  }

  /** Closes the innermost bracket; whether it may be the text of a link. */
  close(): boolean {
    const image = this.#images.pop();
    if (image === undefined) return false;
    const may = image || this.#images.length >= this.#holding;
    this.#holding = Math.min(this.#holding, this.#images.length);
    this.#closed = image;
    return may;
  }

  /** The bracket closed last was that of a link or image. */
  linked(): void {
    if (!this.#closed) this.#holding = this.#images.length;
  }
}

/** The target after the `(` at `open`, without angle brackets; undefined when it is not a link. Titles are not read. */
function targetAt(text: string, open: number, end: number): Span | undefined {
  if (codeAt(text, open, end) !== openParen) return undefined;
  const start = skipSpaces(text, open + 1, end);
  const target = codeAt(text, start, end) === less ? angleTarget(text, start, end) : bareTarget(text, start, end);
  if (target === undefined) return undefined;
  const targetEnd = text.charCodeAt(start) === less ? target.end + 1 : target.end;
  const after = codeAt(text, skipSpaces(text, targetEnd, end), end);
  const titled = after === 0x22 || after === 0x27 || after === openParen;
  return after === closeParen || (titled && isSpaceOrTab(text.charCodeAt(targetEnd))) ? target : undefined;
}

function angleTarget(text: string, start: number, end: number): Span | undefined {
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === greater) return { start: start + 1, end: i };
    if (code === less) return undefined;
    if (code === backslash) i++;
  }
  return undefined;
}

function bareTarget(text: string, start: number, end: number): Span | undefined {
  let depth = 0;
  let i = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpaceOrTab(code) || (code === closeParen && depth === 0)) break;
    if (code === backslash) i++;
    else if (code === closeParen) depth--;
    else if (code === openParen && ++depth > maxParens) return undefined;
  }
  return depth === 0 && i < end ? { start, end: i } : undefined;
}

/** The word after the `@` at `sign`: letters, digits and `_-./:~`, without punctuation at its end; empty for none. */
function mentionAt(text: string, sign: number, lineStart: number, end: number): Span {
  const start = sign + 1;
  const none = { start, end: start };
  if (sign > lineStart && joinsAddress(text.charCodeAt(sign - 1))) return none;
  let stop = start;
  let named = false;
  while (stop < end) {
    const code = text.codePointAt(stop) ?? 0;
    const letter = isWordCode(code);
    if (!letter && !isPathCode(code)) break;
    named ||= letter;
    stop += code > 0xffff ? 2 : 1;
  }
  if (!named) return none;
  while (isTrailingCode(text.charCodeAt(stop - 1))) stop--;
  return { start, end: stop };
}

/** Whether an `@` after this character belongs to a mail address, a URL or a package rather than to a mention. */
const joinsAddress = (code: number): boolean =>
  isLetter(code) || isDigit(code) || '_-./+=%#&$@'.includes(String.fromCharCode(code));

const isWordCode = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 0x5f || (code > 0x7f && isAnyLetterOrDigit(String.fromCodePoint(code)));

/** V8 takes half a millisecond for such a pattern where it first meets it, which is here only for other characters than ASCII. */
const isAnyLetterOrDigit = (character: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(character);

/** `-`, `.`, `/`, `:` and `~`: what paths and qualified names contain. */
const isPathCode = (code: number): boolean => (code >= 0x2d && code <= 0x2f) || code === 0x3a || code === 0x7e;

/** `.`, `:`, `-` and `~` end a sentence or a mark rather than a name. */
const isTrailingCode = (code: number): boolean => code === 0x2e || code === 0x3a || code === 0x2d || code === 0x7e;
