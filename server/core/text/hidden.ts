/** Finds invisible characters, except where they have a use: in emoji and flags, between joining letters, before a code fence. */
import { runsBeyondAscii } from './beyondAscii';
import { type Span, span } from './span';

/**
 * A run of hidden characters of one kind.
 * `direction`: bidirectional controls. `smuggled`: tag characters and rows of variation selectors, which can spell out a text.
 */
export interface HiddenRun {
  readonly kind: 'direction' | 'smuggled' | 'invisible';
  readonly span: Span;
  /** The code points, in order. */
  readonly codes: readonly number[];
}

/** The hidden runs of `text` in order, given its runs beyond ASCII. A byte order mark at the very start belongs to the file. One pass. */
export function hiddenRuns(text: string, beyondAscii = runsBeyondAscii(text)): readonly HiddenRun[] {
  const runs: { kind: HiddenRun['kind']; span: Span; codes: number[] }[] = [];
  for (const { start, end } of beyondAscii) {
    let before = text.charCodeAt(start - 1); // the code point before the present one
    let inFlag = false; // a black flag, and the tag characters that say whose it is
    for (let at = start; at < end; ) {
      const code = text.codePointAt(at) ?? 0;
      const next = at + (code > 0xffff ? 2 : 1);
      inFlag = code === BLACK_FLAG || (inFlag && isTag(code));
      const isUsed = code < 0xad || inFlag || (code === BYTE_ORDER_MARK && at === 0);
      const kind = isUsed ? undefined : kindOf(text, code, before, next);
      const last = runs.at(-1);
      if (kind !== undefined && last?.kind === kind && last.span.end === at) {
        last.span = span(last.span.start, next);
        last.codes.push(code);
      } else if (kind !== undefined) runs.push({ kind, span: span(at, next), codes: [code] });
      before = code;
      at = next;
    }
  }
  return runs;
}

function kindOf(text: string, code: number, before: number, next: number): HiddenRun['kind'] | undefined {
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'direction';
  if (isTag(code)) return 'smuggled';
  if (isSelector(code)) return isSelector(before) ? 'smuggled' : undefined;
  if (code === JOINER || code === NON_JOINER)
    return before < 0x80 || (text.codePointAt(next) ?? 0) < 0x80 ? 'invisible' : undefined;
  // It is sometimes used before backticks on purpose, so that they do not open a code block.
  return invisible.has(code) && !text.startsWith('```', next) ? 'invisible' : undefined;
}

/** Tag characters, which are invisible copies of the ASCII characters. */
const isTag = (code: number): boolean => code >= 0xe0000 && code <= 0xe007f;

/** Variation selectors. A character can have only one. */
const isSelector = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);

const BLACK_FLAG = 0x1f3f4;
const BYTE_ORDER_MARK = 0xfeff;
const NON_JOINER = 0x200c;
const JOINER = 0x200d;

/**
 * Soft hyphen, combining grapheme joiner, Hangul fillers, Mongolian separator, zero-width space, word joiner, invisible
 * operators.
 */
const invisible: ReadonlySet<number> = new Set([
  0xad, 0x34f, 0x115f, 0x1160, 0x180e, 0x200b, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x3164, 0xfeff, 0xffa0,
]);
