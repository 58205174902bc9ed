/**
 * Finds what is left of emoji after a conversion that kept the low byte of each UTF-16 unit. The first byte of a pair is then `<`,
 * `=` or `>`, for the high surrogates D83C, D83D and D83E.
 */
import { runsIn } from './beyondAscii';
import { lazyFor } from './lazy';
import { lineFrom } from './lines';
import type { Source } from './source';
import { type Span, span } from './span';

export interface LostEmoji {
  /** The two characters, with the low byte of a variation selector after them. */
  readonly span: Span;
  /** The emoji that end in the same byte; there are four code points, and few of them are emoji. */
  readonly candidates: readonly string[];
}

/** Fewer places prove nothing. */
const FEWEST = 3;

/** A heading, an item or another line that begins with the two characters, with the character after them. */
const PLACE = /^[ \t]*(?:(#{1,6})[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?:\*\*)?([<=>][\u0080-\u00ff])(.?)/;

/** No line is indented so far that the two characters are after this many. */
const LONGEST = 60;

/** The low byte of the variation selector that is after some emoji. */
const SELECTOR = String.fromCharCode(0x0f);

/** The places in file order; none when there are fewer than three. One pass. */
export const lostEmojiIn = lazyFor((source: Source): readonly LostEmoji[] => {
  const { text } = source;
  if (!runsIn(source).some(({ start }) => isPairAt(text, start - 1))) return [];
  const found: LostEmoji[] = [];
  for (let start = 0; start < text.length; ) {
    const { end, next } = lineFrom(text, start);
    const [whole = '', hashes, pair = '', after = ''] =
      PLACE.exec(text.slice(start, Math.min(end, start + LONGEST))) ?? [];
    // Outside headings `>` begins a block quote.
    const isPair = pair !== '' && (hashes !== undefined || !pair.startsWith('>'));
    if (isPair && ['', ' ', '\t', SELECTOR].includes(after)) {
      const from = start + whole.length - after.length - pair.length;
      const rest = after === SELECTOR ? pair + after : pair;
      found.push({ span: span(from, from + rest.length), candidates: candidatesFor(rest) });
    }
    start = next;
  }
  return found.length < FEWEST ? [] : found;
});

/** Whether the two characters are at an offset. */
const isPairAt = (text: string, at: number): boolean =>
  at >= 0 && '<=>'.includes(text.charAt(at)) && text.charCodeAt(at + 1) <= 0xff;

/** The emoji whose low surrogate ends in the second byte. A letter of a flag is never alone. */
function candidatesFor(rest: string): readonly string[] {
  const high = 0xd800 + rest.charCodeAt(0);
  const selector = rest.length > 2 ? '\ufe0f' : '';
  return [0xdc00, 0xdd00, 0xde00, 0xdf00]
    .map((block) => String.fromCharCode(high, block + rest.charCodeAt(1)))
    .filter((character) => /^\p{Emoji}$/u.test(character) && !/\p{Regional_Indicator}/u.test(character))
    .map((character) => character + selector);
}
