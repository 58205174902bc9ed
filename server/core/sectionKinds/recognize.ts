/** Recognizes the kind of a section by the text of its heading. */
import { isDigit, isLetter } from '../text/chars';
import { catalogue } from './catalogue';
import type { SectionKind } from './section';

const bySpelling: ReadonlyMap<string, SectionKind> = new Map(
  catalogue.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind])),
);

const longest = Math.max(...[...bySpelling.keys()].map((spelling) => spelling.length));

/** The kind of section that a heading with this text opens; undefined when it is not in the catalogue. */
export const sectionKindOf = (title: string): SectionKind | undefined => bySpelling.get(normalized(title, longest));

/**
 * A heading's text in the form that is compared: lower case, `&` as `and`, one space between words, without emphasis marks,
 * and without anything before the first ASCII letter or after the last ASCII letter or digit. The last rule removes
 * emoji, numbers, punctuation, and emoji whose UTF-8 bytes were once read as Mac Roman, which never hold an ASCII letter.
 * @example `## 1. 🔒 **Access_Restrictions:**` is `access restrictions`. `Phase 2: Build` stays `phase 2: build`.
 */
export const normalTitle = (title: string): string => normalized(title, Number.POSITIVE_INFINITY);

/** Stops after `enough` characters, because a longer title cannot match. */
function normalized(title: string, enough: number): string {
  let result = '';
  let gap = false;
  for (let i = firstLetter(title), end = afterLastWord(title); i < end && result.length <= enough; i++) {
    const code = title.charCodeAt(i);
    if (isMark(code)) continue;
    if (isGap(code)) {
      gap = true;
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += code === 0x26 ? 'and' : code === 0x2019 ? "'" : title.charAt(i).toLowerCase();
  }
  return result;
}

function firstLetter(title: string): number {
  let start = 0;
  while (start < title.length && !isLetter(title.charCodeAt(start))) start++;
  return start;
}

function afterLastWord(title: string): number {
  let end = title.length;
  while (end > 0 && !isLetter(title.charCodeAt(end - 1)) && !isDigit(title.charCodeAt(end - 1))) end--;
  return end;
}

/** Emphasis and code marks. */
const isMark = (code: number): boolean => code === 0x2a || code === 0x60;

/** What separates words: spaces, no-break space, hyphen, non-breaking hyphen, underscore. */
const isGap = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x2d || code === 0x2011 || code === 0x5f;
