/** How messages put names into sentences. */

/** A name from a file as it appears in a message: in backticks, on one line, cut when it is long, without control characters. */
export function quoted(name: string): string {
  // Longer names are cut before anything else, because they may be megabytes long.
  const clean = Array.from(name.slice(0, 200).replace(/[\t\r\n]+/g, ' '), (character) =>
    isControl(character) ? '\uFFFD' : character === '`' ? "'" : character,
  );
  const shown = clean.length > 60 ? `${clean.slice(0, 59).join('')}…` : clean.join('');
  return `\`${shown}\``;
}

/** Control and bidirectional characters would let a file rewrite the message that a person reads. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  return code === 0x200e || code === 0x200f || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** A sentence as a label inside another one: without its full stop. */
export const asLabel = (sentence: string): string => sentence.replace(/\.$/, '');
