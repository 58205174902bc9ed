/** What differs between two versions of a text. */

/** The part between `start` and `beforeEnd` of the text before became the one between `start` and `afterEnd`. UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly beforeEnd: number;
  readonly afterEnd: number;
}

/** The smallest such part: all characters before it and after it are the same. Linear. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Long equal parts are compared as wholes, which is much faster than character by character.
  while (start + PART <= shorter && before.slice(start, start + PART) === after.slice(start, start + PART))
    start += PART;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let same = 0;
  while (same + PART <= most && endOf(before, same) === endOf(after, same)) same += PART;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { start, beforeEnd: before.length - same, afterEnd: after.length - same };
}

/** In UTF-16 code units. */
const PART = 1024;

/** The part that ends `same` code units before the end of a text. */
const endOf = (text: string, same: number): string => text.slice(text.length - same - PART, text.length - same);
