/** How many bytes a text takes in UTF-8, because hosts measure files in bytes. */

/** The longest encoding of one UTF-16 code unit. */
const MOST_BYTES = 3;

/** Whether a text has more than `max` bytes in UTF-8. A lone surrogate counts as the replacement character. Linear. */
export function exceedsBytes(text: string, max: number): boolean {
  if (text.length > max) return true;
  if (text.length * MOST_BYTES <= max) return false;
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= max; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else if (isPair(text, at)) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes > max;
}

function isPair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
