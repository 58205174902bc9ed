/** The form in which headings are compared: words in lower case, without decoration. */
import { isDigit } from '../text/chars';
import { memo } from '../text/memo';
import { bareTitle } from './bareTitle';

/**
 * A heading's text in the form that is compared: lower case, `&` as `and`, one space between words, without emphasis marks,
 * and without anything before the first letter or after the last letter or digit. Letters of every script count. The case
 * mapping is that of Unicode, never that of the machine's language, and `İ` becomes `i`.
 * @example `## 1. 🔒 **Access_Restrictions:**` is `access restrictions`. `Phase 2: Build` stays `phase 2: build`.
 */
export const normalTitle: (title: string) => string = memo(1 << 16, (title) =>
  startOfNormalTitle(title, Number.POSITIVE_INFINITY),
);

/** The normal title, or its beginning with more than `enough` characters, because a longer one cannot match. */
export function startOfNormalTitle(title: string, enough: number): string {
  const bare = bareTitle(title);
  let result = '';
  let gap = false;
  let isNumber = true;
  for (let i = 0; i < bare.length && result.length <= enough; ) {
    const char = String.fromCodePoint(bare.codePointAt(i) ?? 0);
    const code = bare.charCodeAt(i);
    i += char.length;
    if (isMark(code)) continue;
    // A number that a hyphen joins to its word is not a counter: `4-level loop`.
    if (isGap(code) && !(isNumber && i > 1 && isHyphen(code))) {
      gap = true;
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    isNumber &&= isDigit(code);
    result += normalCharacter(char, code);
  }
  return result.normalize('NFC');
}

function normalCharacter(char: string, code: number): string {
  if (code === 0x26) return 'and';
  if (code === 0x2019) return "'";
  if (code === 0x2011) return '-';
  // Unicode maps it to two characters, and a Turkish keyboard writes it in English words too.
  return char === '\u0130' ? 'i' : char.toLowerCase();
}

/** Emphasis and code marks. */
const isMark = (code: number): boolean => code === 0x2a || code === 0x60;

const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2011;

/** What separates words: spaces of every width, hyphens, underscore. */
const isGap = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || code === 0x5f || isHyphen(code);
