/**
 * The upper halves of the one-byte encodings as which UTF-8 is most often misread, after the tables of unicode.org and WHATWG.
 */

/** A one-byte encoding whose bytes below 128 are ASCII. */
export interface LegacyEncoding {
  /** Its common name. */
  readonly name: string;
  /** The characters of the bytes 128 to 255 in their order, one UTF-16 unit each. */
  readonly upper: string;
  /**
   * Characters that older versions of the table have for a byte, as a string of pairs: the older one, then the one in `upper`.
   */
  readonly also: string;
}

/**
 * The byte 240 is Apple's logo, a private character; the bytes 189 and 219 had other characters before 1998 and by normalization.
 */
const macRoman: LegacyEncoding = {
  name: 'Mac Roman',
  upper: [
    'ÄÅÇÉÑÖÜáàâäãåçéè',
    'êëíìîïñóòôöõúùûü',
    '†°¢£§•¶ß®©™´¨≠ÆØ',
    '∞±≤≥¥µ∂∑∏π∫ªºΩæø',
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ',
    '–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ',
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ',
    '\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  ].join(''),
  also: '\u00a4€\u2126Ω\u03bcµ\u0394∆',
};

/** The five bytes that Windows does not define are control characters, as in browsers. */
const windows1252: LegacyEncoding = {
  name: 'Windows-1252',
  upper: [
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f',
    '\u0090‘’“”•–—˜™š›œ\u009džŸ',
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯',
    '°±²³´µ¶·¸¹º»¼½¾¿',
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ',
    'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß',
    'àáâãäåæçèéêëìíîï',
    'ðñòóôõö÷øùúûüýþÿ',
  ].join(''),
  also: '',
};

const latin1: LegacyEncoding = {
  name: 'Latin-1',
  upper: Array.from({ length: 128 }, (_, i) => String.fromCharCode(128 + i)).join(''),
  also: '',
};

export const legacyEncodings: readonly LegacyEncoding[] = [macRoman, windows1252, latin1];
