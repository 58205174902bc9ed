/** Makes text from files safe to show as one line: nothing in it controls a terminal, hides, or changes the order of what is read. */
import { hiddenRuns } from './hidden';
import { memo } from './memo';
import type { Span } from './span';

/**
 * The text with such characters written as `\u{202e}`: control characters (C0, C1, line ends), line and paragraph separators,
 * bidirectional marks and controls, and invisible characters, except where those have a use, as in emoji.
 */
export const visible = (text: string): string =>
  // Nearly all texts are plain ASCII.
  /[^ -~]/.test(text) ? shownText(text) : text;

/** The same titles are shown in every version of a file. */
const shownText = memo(1 << 16, (text) =>
  visibleParts(text)
    .map(({ shown }) => shown)
    .join(''),
);

/** A part of a text, and how it is shown: as it is, or one character by its number. */
export interface VisiblePart extends Span {
  readonly shown: string;
  readonly isSpelled: boolean;
}

/** The parts of which `visible` is made, in order; together they cover the text. */
export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = [];
  const spell = (start: number, code: number): number => {
    const end = start + (code > 0xffff ? 2 : 1);
    parts.push({ start, end, shown: spelled(code), isSpelled: true });
    return end;
  };
  const show = (from: number, to: number): void => {
    let at = from;
    const keep = (end: number): void => {
      if (end > at) parts.push({ start: at, end, shown: text.slice(at, end), isSpelled: false });
    };
    // Characters that have no use in one line, wherever they are.
    const useless = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
    for (const { 0: character, index } of text.slice(from, to).matchAll(useless)) {
      keep(from + index);
      at = spell(from + index, character.codePointAt(0) ?? 0);
    }
    keep(to);
  };
  let at = 0;
  for (const { span, codes } of hiddenRuns(text)) {
    show(at, span.start);
    at = codes.reduce(spell, span.start);
  }
  show(at, text.length);
  return parts;
}

const spelled = (code: number): string => `\\u{${code.toString(16)}}`;

/** UTF-16 units of a message, and of a title, label or lens. Ours are far shorter, unless a file makes them long. */
export const MAX_MESSAGE = 1_000;
export const MAX_TITLE = 300;

/** A message or title as one visible line of at most `max` UTF-16 units; a longer one ends in `…`. */
export function asLine(text: string, max: number): string {
  // Cut first as well, because the text may be megabytes long.
  const line = visible(text.slice(0, max + 1));
  if (line.length <= max) return line;
  // Not between the halves of a character.
  const end = /[\ud800-\udbff]/.test(line.charAt(max - 2)) ? max - 2 : max - 1;
  return `${line.slice(0, end)}…`;
}
