/** A short name for a text, so that reports can be compared. It protects nothing. */

/** FNV-1a with 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** 16 hexadecimal digits; the same text gives the same ones. Takes the UTF-16 units one by one. */
export function fingerprintOf(text: string): string {
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
