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
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let same = 0;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { start, beforeEnd: before.length - same, afterEnd: after.length - same };
}
