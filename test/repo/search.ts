/** Finding short runs of tokens in a source. */
import type { Token } from './tokens';

/** Where `texts` stand one after the other; `undefined` stands for any one token. Strings never match. */
export const positionsOf = (code: readonly Token[], ...texts: readonly (string | undefined)[]): readonly number[] =>
  code.flatMap((_, i) => (texts.every((text, k) => matches(code[i + k], text)) ? [i] : []));

const matches = (token: Token | undefined, text: string | undefined): boolean =>
  token !== undefined && (text === undefined || (token.text === text && token.kind !== 'string'));

/** The words of the code that are among `words` and are no member of something (`x.words`), each as often as it stands. */
export const wordsIn = (code: readonly Token[], words: readonly string[]): readonly string[] =>
  code.flatMap((token, i) =>
    token.kind === 'word' && words.includes(token.text) && code[i - 1]?.text !== '.' && !isKey(code[i + 1])
      ? [token.text]
      : [],
  );

const isKey = (next: Token | undefined): boolean => next?.text === ':';
