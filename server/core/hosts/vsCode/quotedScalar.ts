/** Reads text in quotes as VS Code's own YAML reader does: unknown escapes stay, and a missing quote ends with the frontmatter. */

import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { afterBreak } from './offsets';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '\\': '\\',
  '"': '"',
  '/': '/',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  v: '\v',
  f: '\f',
  ' ': ' ',
  _: '\xa0',
};

/** How many hexadecimal digits follow. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * @param start Of the opening quote.
 * @param end Of the frontmatter.
 * @returns The value, and the offset after the closing quote.
 */
export function quotedScalar(
  text: string,
  start: number,
  end: number,
): { readonly value: string; readonly stop: number } {
  const quote = text.charAt(start);
  let value = '';
  // Written white space at the end of a line is dropped, escaped white space is kept.
  let blanks = 0;
  const put = (more: string, isBlank = false): void => {
    value += more;
    blanks = isBlank ? blanks + more.length : 0;
  };
  let at = start + 1;
  while (at < end) {
    const char = text.charAt(at);
    if (char === quote) {
      if (quote === '"' || text.charAt(at + 1) !== "'") return { value, stop: at + 1 };
      put("'");
      at += 2;
    } else if (quote === '"' && char === '\\') {
      const { value: read, stop } = escapeAt(text, at, end);
      put(read);
      at = stop;
    } else if (isLineBreak(text.charCodeAt(at))) {
      value = value.slice(0, value.length - blanks);
      const fold = foldAt(text, at, end);
      put(fold.breaks === 0 ? ' ' : '\n'.repeat(fold.breaks));
      at = fold.stop;
    } else {
      put(char, isSpaceOrTab(text.charCodeAt(at)));
      at++;
    }
  }
  return { value, stop: end };
}

function escapeAt(text: string, at: number, end: number): { readonly value: string; readonly stop: number } {
  const next = text.charAt(at + 1);
  if (at + 1 < end && isLineBreak(text.charCodeAt(at + 1)))
    return { value: '', stop: skipSpaces(text, afterBreak(text, at + 1), end) };
  const known = Object.hasOwn(ESCAPES, next) ? ESCAPES[next] : undefined;
  if (known !== undefined) return { value: known, stop: at + 2 };
  const digits = Object.hasOwn(DIGITS, next) ? (DIGITS[next] ?? 0) : 0;
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  const isCode = digits > 0 && at + 2 + digits <= end && code >= 0 && code <= 0x10_ff_ff;
  return isCode
    ? { value: String.fromCodePoint(code), stop: at + 2 + digits }
    : { value: `\\${next}`, stop: Math.min(end, at + 2) };
}

/** The line breaks that a line break and the blank lines after it stand for; none for a space. */
function foldAt(text: string, from: number, end: number): { readonly breaks: number; readonly stop: number } {
  let breaks = 0;
  let at = skipSpaces(text, afterBreak(text, from), end);
  while (at < end && isLineBreak(text.charCodeAt(at))) {
    breaks++;
    at = skipSpaces(text, afterBreak(text, at), end);
  }
  return { breaks, stop: Math.min(at, end) };
}
