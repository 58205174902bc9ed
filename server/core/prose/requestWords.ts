/** Splits requests and descriptions into words by which the two are compared, in any language. */
import { isAscii } from '../text/beyondAscii';
import { lazy } from '../text/lazy';
import { memo } from '../text/memo';
import { isFunctionWord } from './wording/functionWords';
import { isRouting } from './wording/routing';

/** A word of a text. */
export interface RequestWord {
  /** The same for forms of one word: lower case, without accents and usual endings. */
  readonly key: string;
  /** As it is written. */
  readonly text: string;
}

/** @param text Its time is linear in its length; the caller bounds it. */
export function requestWords(text: string): readonly RequestWord[] {
  const found: RequestWord[] = [];
  // `C++` and `C#` are words too.
  for (const [run] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+#]*/gu))
    for (const word of wordsOfRun(run)) found.push(word);
  return found;
}

/** Texts have few different words, and use most of them often. */
const wordsOfRun = memo(1 << 20, (run): readonly RequestWord[] => {
  if (isAscii(run)) return wordsOf(run);
  const parts = run.match(new RegExp(PARTS, 'gu')) ?? [];
  return parts.flatMap((part) => (unspaced().test(part) ? pairsOf(part) : wordsOf(part)));
});

/** Scripts that are written without spaces between words, or that put endings directly after them. */
const SCRIPTS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u30fc';
const PARTS = `[${SCRIPTS}]+|[^${SCRIPTS}]+`;
const unspaced = lazy(() => new RegExp(`^[${SCRIPTS}]`, 'u'));

/** Each two neighboring characters: where words begin is not known. */
function pairsOf(run: string): readonly RequestWord[] {
  const characters = [...run.normalize('NFKC')];
  if (characters.length === 1) return [{ key: run, text: run }];
  return characters.slice(1).map((character, i) => {
    const pair = `${characters[i] ?? ''}${character}`;
    return { key: pair, text: pair };
  });
}

/** The word, and the words that capitals join in it: `codeReview` is `code` and `review` too. */
function wordsOf(run: string): readonly RequestWord[] {
  const parts = run.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return (parts.length === 1 ? [run] : [run, ...parts]).flatMap((text) => {
    const key = keyOf(text);
    return key === '' ? [] : [{ key, text }];
  });
}

/** The key of a word; empty for one that tells no requests apart. */
function keyOf(text: string): string {
  const lower = text.toLowerCase();
  const plain = isAscii(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, '')
        .normalize('NFC');
  return isRouting(plain) && !isFunctionWord(plain) ? stemOf(plain) : '';
}

/** English endings, the longest first. What is left has three letters or more. */
const ENDING = /(?<=...)(?:ations?|ators?|ating|ated|ates?|ions?|ings?|ers?|ors?|ed|es|e|s|y|ies)$/;

/** @example `reviewer`, `reviews` and `reviewing` have the key `review`; `migrate` and `migration` have `migr`. */
function stemOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return word.replace(ENDING, '').replace(/([^aeiou])\1$/, '$1');
}
