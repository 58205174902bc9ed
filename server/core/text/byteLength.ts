/** How many bytes a text takes in UTF-8, because hosts measure files in bytes. */
import type { TextChange } from './change';

/** The longest encoding of one UTF-16 code unit. */
const MOST_BYTES = 3;

/** Whether a text has more than `max` bytes in UTF-8. A lone surrogate counts as the replacement character. Linear. */
export const exceedsBytes = (text: string, max: number): boolean => exceeds(text, max, () => bytesIn(text));

/**
 * The same where the number of bytes may be known.
 * @param bytes Asked only when the number of UTF-16 code units does not decide.
 */
export const exceeds = ({ length }: string, max: number, bytes: () => number): boolean =>
  length > max || (length * MOST_BYTES > max && bytes() > max);

/** The bytes of a text, or of the part between two offsets that divide no pair of surrogates. */
export function bytesIn(text: string, start = 0, end = text.length): number {
  let bytes = end - start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0x800) bytes++;
    else {
      // Three bytes for one unit, or four for two.
      bytes += 2;
      if (isHigh(code) && isLow(text.charCodeAt(at + 1))) at++;
    }
  }
  return bytes;
}

/** How many bytes a change adds to a text; negative when it removes some. Looks only at what has changed. */
export function bytesGained(before: string, after: string, { start, beforeEnd, afterEnd }: TextChange): number {
  // What changed may be half of a pair, whose other half is the same in both.
  const from = start > 0 && isHigh(after.charCodeAt(start - 1)) ? start - 1 : start;
  const more = isLow(after.charCodeAt(afterEnd)) ? 1 : 0;
  return bytesIn(after, from, afterEnd + more) - bytesIn(before, from, beforeEnd + more);
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The offset up to which a text takes at most `max` bytes; never inside a character. */
export function offsetOfByte(text: string, max: number): number {
  let bytes = 0;
  for (let at = 0; at < text.length; ) {
    const units = isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
    bytes += bytesIn(text, at, at + units);
    if (bytes > max) return at;
    at += units;
  }
  return text.length;
}
