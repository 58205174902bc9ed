/** Finds the words of a heading between its decoration: counters, emoji, punctuation, and emoji that an encoding destroyed. */
import { isDigit, isLetter } from '../text/chars';
import { misreadingOf } from '../text/misread';

/** A destroyed emoji is a few characters. */
const LONGEST_EMOJI = 24;

/** How many of them are recognized on each side of a title, because each is decoded. */
const MOST_EMOJI = 8;

/** The title from its first letter to its last letter or digit; empty without a letter. Linear in the length of the title. */
export function bareTitle(title: string): string {
  const start = firstLetter(title);
  return title.slice(startOfCount(title, start), Math.max(start, afterLastWord(title, start)));
}

function firstLetter(title: string): number {
  let emoji = 0;
  for (let at = 0; at < title.length; ) {
    const char = characterAt(title, at);
    if (!isLetterOfAnyScript(char)) {
      at += char.length;
      continue;
    }
    const to = endOfRun(title, at);
    if (emoji === MOST_EMOJI || !isDestroyedEmoji(title, startOfRun(title, at), to)) return at;
    emoji++;
    at = to;
  }
  return title.length;
}

/** Where a number begins that belongs to the first word, as in `3D` and `4-level`; the first letter where there is none. */
function startOfCount(title: string, letter: number): number {
  const end = title[letter - 1] === '-' || title[letter - 1] === '\u2011' ? letter - 1 : letter;
  let start = end;
  while (start > 0 && isDigit(title.charCodeAt(start - 1))) start--;
  return start < end && letter < title.length ? start : letter;
}

function afterLastWord(title: string, start: number): number {
  let emoji = 0;
  for (let end = title.length; end > start; ) {
    const before = end - (isLowSurrogate(title.charCodeAt(end - 1)) && end - 2 >= start ? 2 : 1);
    const char = title.slice(before, end);
    if (!isWordEnd(char)) {
      end = before;
      continue;
    }
    const from = Math.max(start, startOfRun(title, before));
    if (emoji === MOST_EMOJI || !isDestroyedEmoji(title, from, endOfRun(title, before))) return end;
    emoji++;
    end = from;
  }
  return start;
}

const characterAt = (title: string, at: number): string => String.fromCodePoint(title.codePointAt(at) ?? 0);

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** A letter; `ℹ`, which Unicode counts as one, is an emoji. */
function isLetterOfAnyScript(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 0x80 ? isLetter(code) : /^\p{L}$/u.test(char) && !/\p{Extended_Pictographic}/u.test(char);
}

/** A letter, a digit, or a mark above or below one, but not what selects the color of an emoji. */
const isWordEnd = (char: string): boolean =>
  isLetterOfAnyScript(char) || (/^[\p{N}\p{M}]$/u.test(char) && !/[\ufe00-\ufe0f\u20e3]/.test(char));

const isSpace = (char: string | undefined): boolean => char === undefined || char === ' ' || char === '\t';

/** Where the characters around `at` begin that no space separates; looks back as far as an emoji is long. */
function startOfRun(title: string, at: number): number {
  let from = at;
  while (from > 0 && at - from <= LONGEST_EMOJI && !isSpace(title[from - 1])) from--;
  return from;
}

function endOfRun(title: string, at: number): number {
  let to = at;
  while (to - at <= LONGEST_EMOJI && !isSpace(title[to])) to++;
  return to;
}

/**
 * Whether these characters are an emoji that an encoding destroyed: its UTF-8 bytes read in a one-byte encoding, which may have
 * lost the first of them, or the low bytes of its UTF-16.
 */
function isDestroyedEmoji(title: string, from: number, to: number): boolean {
  if (to - from > LONGEST_EMOJI) return false;
  const run = title.slice(from, to);
  if (/^[<=>][\u0080-\u00ff]$/.test(run)) return true;
  if (/[^\u0080-\uffff]/.test(run)) return false;
  return misreadingOf(run)?.complete === true || misreadingOf(`${MAC_ROMAN_F0}${run}`)?.complete === true;
}

/** What the first byte of most emoji is in Mac Roman: a private character, which editors drop. */
const MAC_ROMAN_F0 = '\uf8ff';
