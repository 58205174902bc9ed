/** The sentences of a body as words with offsets, and whether each is an instruction. */

import type { AgentFile } from '../syntax/tree';
import { isDigit, isLetter } from '../text/chars';
import { type Span, span } from '../text/span';
import type { ProseLine } from './lines';
import { nonInstructionalRegions } from './nonInstructional';

/** A word of prose, or a whole code span. */
export interface Word {
  /** As written, without marks; for prose letters, digits, `_`, `-` and apostrophes. */
  readonly raw: string;
  /** Lower case, with a straight apostrophe. */
  readonly text: string;
  readonly span: Span;
  readonly code: boolean;
  /** The punctuation directly after the word, emphasis left out; empty when a space follows. */
  readonly after: string;
  /** Whether it is quoted: in a block quote, or between double quotation marks. */
  readonly quoted: boolean;
}

export interface Sentence {
  readonly words: readonly [Word, ...Word[]];
  readonly span: Span;
  /** Whether it is where nothing is an instruction: among examples, templates and prohibitions. */
  readonly quiet: boolean;
}

/**
 * The sentences of paragraphs and list items, in file order, without headings and code; one pass. @param lines All lines of
 * prose.
 */
export function sentencesOf(file: AgentFile, lines: readonly ProseLine[]): readonly Sentence[] {
  const isQuiet = nonInstructionalRegions(file);
  const codes = file.body.inlines.filter(({ kind }) => kind === 'code').map((reference) => reference.span);
  const sentences: Sentence[] = [];
  for (const words of wordRuns(file.source.text, lines, codes)) {
    const first = words[0];
    const last = words.at(-1) ?? first;
    sentences.push({ words, span: span(first.span.start, last.span.end), quiet: isQuiet(first.span.start) });
  }
  return sentences;
}

type Words = [Word, ...Word[]];

/** The words of each sentence. A sentence ends with its paragraph, or at a punctuation mark before a space. */
function wordRuns(text: string, lines: readonly ProseLine[], codes: readonly Span[]): readonly Words[] {
  const runs: Words[] = [];
  let isOpen = false;
  let isCited = false;
  let nextCode = 0;
  const add = (word: Word): void => {
    const run = isOpen ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([word]);
    else run.push(word);
    isOpen = true;
  };
  for (const { content, first, quoted } of lines) {
    if (first) isOpen = false;
    if (first) isCited = false;
    for (let at = content.start; at < content.end; ) {
      while ((codes[nextCode]?.end ?? at + 1) <= at) nextCode++;
      const code = codes[nextCode];
      const isCode = code !== undefined && code.start <= at;
      const end = isCode ? Math.min(code.end, content.end) : wordEnd(text, at, content.end);
      if (end > at) {
        const raw = text.slice(at, end);
        const lower = raw.toLowerCase().replaceAll('’', "'");
        const after = markAfter(text, end, content.end);
        add({ raw, text: lower, span: span(at, end), code: isCode, after, quoted: quoted || isCited });
        at = end;
      } else {
        if (endsSentence(text, at, content.end)) isOpen = false;
        isCited = citedBehind(text.charAt(at), isCited);
        at++;
      }
    }
  }
  return runs;
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
  const mark = text.charAt(at);
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== ';') return false;
  if (mark === '.' && text[at - 2] === '.') return false;
  let next = at + 1;
  const last = Math.min(end, next + MOST_MARKS);
  while (next < last && CLOSERS.includes(text.charAt(next))) next++;
  return next >= end || text[next] === ' ' || text[next] === '\t';
}

/** Whether a quotation is open after `mark`. */
const citedBehind = (mark: string, isCited: boolean): boolean =>
  mark === '“' || (mark === '"' ? !isCited : isCited && mark !== '”');

function markAfter(text: string, from: number, end: number): string {
  let at = from;
  const last = Math.min(end, from + MOST_MARKS);
  while (at < last && EMPHASIS.includes(text.charAt(at))) at++;
  const mark = at < end ? text.charAt(at) : '';
  return mark === ' ' || mark === '\t' ? '' : mark;
}

/** Marks after a word or a full stop; a longer run is not emphasis, and each word would scan them again. */
const MOST_MARKS = 16;

const CLOSERS = '*_`"\')”’';
const EMPHASIS = '*_`';
