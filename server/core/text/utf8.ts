/** A strict UTF-8 decoder for short sequences, because the core uses no platform library. RFC 3629. */

/** A decoded piece and what it is made of. */
export interface Decoded {
  readonly text: string;
  /** Code points of three or four bytes, which are unlikely to occur by chance. */
  readonly wide: number;
  /** Code points of two bytes. */
  readonly narrow: number;
}

/** The text that `bytes` (128 to 255 each) encode; undefined unless every byte belongs to a valid sequence. */
export function decodeUtf8(bytes: readonly number[]): Decoded | undefined {
  let text = '';
  let wide = 0;
  let narrow = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOf(bytes[at] ?? 0);
    const code = length === 0 ? undefined : codePointAt(bytes, at, length);
    if (code === undefined) return undefined;
    text += String.fromCodePoint(code);
    if (length > 2) wide++;
    else narrow++;
    at += length;
  }
  return { text, wide, narrow };
}

/** How many bytes a sequence has that begins with `lead`; 0 for a byte that begins none. */
const lengthOf = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

const smallest: readonly number[] = [0, 0, 0xa0, 0x800, 0x10000];

/** Undefined for surrogates, overlong forms, values beyond Unicode and the control characters after ASCII. */
function codePointAt(bytes: readonly number[], at: number, length: number): number | undefined {
  let code = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let i = at + 1; i < at + length; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (smallest[length] ?? 0) || code > 0x10ffff || isSurrogate ? undefined : code;
}
