/** Finds keys and tokens in a text by their prefixes, and ignores made-up ones. */
import { isDigit, isLetter } from './chars';
import { searchOf } from './lineSearch';
import { exampleWords, type SecretFormat, secretFormats } from './secretFormats';
import type { Source } from './source';
import { moved, type Span, span } from './span';

export interface Secret {
  /** What it is, with an article; never the secret itself. */
  readonly what: string;
  readonly span: Span;
}

/** The secrets of `text`: tokens in order of their kinds, then private keys; one pass for each kind. */
export const secretsIn = (text: string): readonly Secret[] => [
  ...tokensIn(text),
  ...privateKeys(text, keysBetween(text)),
];

/** The same for a file, with its tokens in file order. */
export const secretsOf = (source: Source): readonly Secret[] => [
  ...tokensOfFile(source),
  ...privateKeys(source.text, beginningsOfKeys(source)),
];

const tokensIn = (text: string): readonly Secret[] =>
  beginning.test(text) ? distinct(secretFormats.flatMap((format) => tokensOf(text, format))) : [];

/** A token has no line break in it. */
const tokensOfFile = searchOf<Secret>({
  find: (text, start, end) =>
    tokensIn(text.slice(start, end))
      .map((one) => shifted(one, start))
      .sort((a, b) => a.span.start - b.span.start),
  startOf: ({ span }) => span.start,
  moved: (secret, by) => shifted(secret, by),
});

const shifted = ({ what, span: where }: Secret, by: number): Secret => ({ what, span: moved(where, by) });

/** Kinds with similar prefixes may find the same secret; the first one counts. */
function distinct(found: readonly Secret[]): readonly Secret[] {
  const starts = new Set<number>();
  return found.filter(({ span: { start } }) => !starts.has(start) && starts.add(start));
}

function tokensOf(text: string, format: SecretFormat): readonly Secret[] {
  const found: Secret[] = [];
  const { prefix, min, max, letters, what } = format;
  for (let at = text.indexOf(prefix); at >= 0; ) {
    const from = at + prefix.length;
    let end = from;
    // A run that does not begin here belongs to a longer word.
    if (at === 0 || !isTokenCode(text.charCodeAt(at - 1)))
      while (end - from <= max && isOf(letters, text.charCodeAt(end))) end++;
    const length = end - from;
    if (
      length >= min &&
      length <= max &&
      !isTokenCode(text.charCodeAt(end)) &&
      isRandom(text.slice(from, end), letters)
    )
      found.push({ what, span: span(at, end) });
    at = text.indexOf(prefix, Math.max(end, from));
  }
  return found;
}

const isWordCode = (code: number): boolean => isLetter(code) || isDigit(code) || code === 0x5f;
const isTokenCode = (code: number): boolean => isWordCode(code) || code === 0x2d;

const isOf = (letters: SecretFormat['letters'], code: number): boolean => {
  if (letters === 'upper') return isDigit(code) || (code >= 0x41 && code <= 0x5a);
  return letters === 'word' ? isWordCode(code) : isTokenCode(code);
};

/**
 * Whether this was generated rather than typed: many different characters, digits and letters among them, and no word of
 * examples.
 */
function isRandom(rest: string, letters: SecretFormat['letters']): boolean {
  const lower = rest.toLowerCase();
  if (exampleWords.some((word) => lower.includes(word))) return false;
  const codes = Array.from(rest, (character) => character.charCodeAt(0));
  const isMixed = letters === 'upper' || (rest !== lower && rest !== rest.toUpperCase()) || codes.some(isDigit);
  return isMixed && codes.some(isDigit) && codes.some(isLetter) && new Set(codes).size >= 10;
}

/** What every token begins with, so that a text without any is searched once and not for each kind. */
const beginning = new RegExp(secretFormats.map(({ prefix }) => prefix).join('|'));

const BEGIN = '-----BEGIN ';
const BEGIN_END = 'PRIVATE KEY-----';

const LONGEST_HEAD = 60;

/** Base64 characters that must follow the first line of a key before it is believed. */
const KEY_LENGTH = 60;

/**
 * PEM blocks of private keys that contain a key and not an ellipsis.
 * @param beginnings Where PEM blocks begin.
 */
function privateKeys(text: string, beginnings: readonly number[]): readonly Secret[] {
  return beginnings.flatMap((at) => {
    // The kind of key is between, which is a word or two.
    const mark = text.slice(at, at + LONGEST_HEAD).indexOf(BEGIN_END);
    const end = at + mark + BEGIN_END.length;
    return mark < 0 || !holdsKey(text, end) ? [] : [{ what: 'a private key', span: span(at, end) }];
  });
}

/** Where PEM blocks begin between two offsets, in the whole text when they are left out. */
function keysBetween(text: string, start = 0, end = text.length): readonly number[] {
  const found: number[] = [];
  const part = text.slice(start, end);
  for (let at = part.indexOf(BEGIN); at >= 0; at = part.indexOf(BEGIN, at + BEGIN.length)) found.push(start + at);
  return found;
}

const beginningsOfKeys = searchOf({ find: keysBetween, startOf: (at) => at, moved: (at, by) => at + by });

function holdsKey(text: string, from: number): boolean {
  let length = 0;
  for (let at = from; at < text.length && length < KEY_LENGTH; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code) || code === 0x2b || code === 0x2f) length++;
    else if (code !== 0x0a && code !== 0x0d && code !== 0x20) return false;
  }
  return length >= KEY_LENGTH && isRandom(text.slice(from, from + 2 * KEY_LENGTH), 'word');
}
