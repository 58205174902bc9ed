/** Questions about single UTF-16 code units, so that scanners need no regular expressions. */

/** Space or tab, the two white-space characters that YAML and CommonMark allow inside a line. */
export const isSpaceOrTab = (code: number): boolean => code === 0x20 || code === 0x09;

/** CR or LF. U+2028, U+2029 and U+0085 are ordinary characters, as in LSP and CommonMark. */
export const isLineBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

/** Space, tab or line break. */
export const isWhitespace = (code: number): boolean => isSpaceOrTab(code) || isLineBreak(code);

/** 0 to 9. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** A to Z in either case. */
export const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
