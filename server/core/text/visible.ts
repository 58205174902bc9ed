/** Makes text from files safe to show as one line: nothing in it controls a terminal, hides, or changes the order of what is read. */
import { hiddenRuns } from './hidden';
import { memo } from './memo';

/**
 * The text with such characters written as `\u{202e}`: control characters (C0, C1, line ends), line and paragraph separators,
 * bidirectional marks and controls, and invisible characters, except where those have a use, as in emoji.
 */
export const visible = (text: string): string =>
  // Nearly all texts are plain ASCII.
  /[^ -~]/.test(text) ? shownText(text) : text;

/** The same titles are shown in every version of a file. */
const shownText = memo(1 << 16, (text) => {
  let shown = '';
  let at = 0;
  for (const { span, codes } of hiddenRuns(text)) {
    shown += withoutControls(text.slice(at, span.start)) + codes.map(spelled).join('');
    at = span.end;
  }
  return shown + withoutControls(text.slice(at));
});

/** The text without characters that have no use in one line, wherever they are. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu, (character) =>
    spelled(character.codePointAt(0) ?? 0),
  );

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
