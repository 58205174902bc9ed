/** Estimates how many tokens a model reads in a text, without a tokenizer. */
import { isLineBreak, isSpaceOrTab } from './chars';

/**
 * About how many tokens `text` is, never fewer than 0 and 0 only for the empty text.
 *
 * An estimate: tokenizers differ between models. Words of up to seven letters count as one token with the space before them,
 * longer ones as one token for 5.5 letters; three digits or two marks as one, runs of spaces and line ends as one,
 * characters beyond Latin letters one each and those beyond U+FFFF two. English prose has four to five characters a token,
 * code about three. Linear in the length.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let kind: Kind | undefined;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = kinds[code] ?? kindOf(code);
    if (next === kind) continue;
    if (kind !== undefined) tokens += costOf(kind, at - start);
    kind = next;
    start = at;
  }
  return kind === undefined ? 0 : tokens + costOf(kind, text.length - start);
}

/** Whether the estimates of the parts before and after an offset add up to that of the whole: no run goes across it. */
export const endsRun = (text: string, at: number): boolean =>
  at === 0 || at >= text.length || kindOf(text.charCodeAt(at - 1)) !== kindOf(text.charCodeAt(at));

/** @example `~120 tokens`, as outline and hints show an estimate. */
export const tokensText = (tokens: number): string => `~${tokens} token${tokens === 1 ? '' : 's'}`;

type Kind = 'letter' | 'digit' | 'space' | 'break' | 'mark' | 'other' | 'surrogate';

/** How many tokens a run of one kind is. */
function costOf(kind: Kind, length: number): number {
  if (kind === 'letter') return length <= 7 ? 1 : Math.ceil(length / 5.5);
  if (kind === 'digit') return Math.ceil(length / 3);
  if (kind === 'mark') return Math.ceil(length / 2);
  if (kind === 'break') return 1;
  // One space belongs to the word after it; more are a token of their own.
  return kind === 'space' ? Math.min(1, length - 1) : length;
}

function kindOf(code: number): Kind {
  if (isSpaceOrTab(code)) return 'space';
  if (isLineBreak(code)) return 'break';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  const lower = code | 0x20;
  if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) return 'letter';
  if (code < 0xc0) return 'mark';
  return code >= 0xd800 && code <= 0xdfff ? 'surrogate' : 'other';
}

/** The kinds of ASCII and Latin characters, of which there are many in every text. */
const kinds: readonly Kind[] = Array.from({ length: 0x250 }, (_, code) => kindOf(code));
