/** Makes text from files and arguments safe to show in a terminal. */

/** The text with control and bidirectional characters made visible: a file must not control the terminal. */
export function printable(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const isBidirectional =
      code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return isControl || isBidirectional ? `\\u{${code.toString(16)}}` : character;
  }).join('');
}

/** A count with its noun: "1 file", "2 files". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
