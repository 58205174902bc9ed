/** Cuts frontmatter into the tokens of VS Code's own small YAML reader, which knows no anchors, tags or types. */

import type { ScalarStyle } from '../../syntax/tree';
import { isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { blockScalar, startsBlock } from './blockScalar';
import { afterBreak, columnOf, endOfLine, isBreakOrEnd, isGap, isMark } from './offsets';
import { quotedScalar } from './quotedScalar';

/** `mark` is a `---` or `...` at the left margin, `indent` the white space at the start of a line. */
export type TokenKind =
  | 'scalar'
  | 'colon'
  | 'dash'
  | 'comma'
  | '{'
  | '}'
  | '['
  | ']'
  | 'newline'
  | 'indent'
  | 'comment'
  | 'mark'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
  /** For scalars: the value. */
  readonly text: string;
  readonly style: ScalarStyle;
}

/** The tokens of `text` in `range`, with one of kind `end` after them. */
export const tokensOf = (text: string, range: Span): readonly Token[] => new Scanner(text, range).scan();

/** Scans one text once, from its start to its end. */
class Scanner {
  readonly #text: string;
  readonly #range: Span;
  readonly #tokens: Token[] = [];
  /** How many flow collections are open. */
  #depth = 0;

  constructor(text: string, range: Span) {
    this.#text = text;
    this.#range = range;
  }

  scan(): readonly Token[] {
    const { end } = this.#range;
    for (let at = this.#range.start; at < end; ) at = this.#line(at);
    this.#add('end', end, end);
    return this.#tokens;
  }

  /** Reads a line. Where the next one begins. */
  #line(start: number): number {
    const text = this.#text;
    const { end } = this.#range;
    const first = skipSpaces(text, start, end);
    if (first > start) this.#add('indent', start, first);
    let at = first;
    if (first === start && isMark(text, start, end)) at = this.#add('mark', start, start + 3);
    else if (text.startsWith('%', first)) at = endOfLine(text, first, end);
    for (at = skipSpaces(text, at, end); !isBreakOrEnd(text, at, end); at = skipSpaces(text, at, end)) {
      at = this.#token(at);
      const style = this.#tokens.at(-1)?.style;
      // A block scalar ends at the start of a line, and the white space of that line counts.
      if (style === 'literal' || style === 'folded') return at;
    }
    return at < end ? this.#add('newline', at, afterBreak(text, at)) : at;
  }

  /** Reads one token of a line that is neither white space nor a line break. Where it ends. */
  #token(at: number): number {
    const text = this.#text;
    const { end } = this.#range;
    const char = text.charAt(at);
    if (char === '#') return this.#add('comment', at, endOfLine(text, at, end));
    if (char === '{' || char === '[') {
      this.#depth++;
      return this.#add(char, at, at + 1);
    }
    if (this.#depth > 0 && (char === '}' || char === ']')) {
      this.#depth--;
      return this.#add(char, at, at + 1);
    }
    if (this.#depth > 0 && char === ',') return this.#add('comma', at, at + 1);
    if (char === '-' && isGap(text, at + 1, end)) return this.#add('dash', at, at + 1);
    if (char === ':' && (this.#isColon(at) || (this.#depth > 0 && this.#followsClosed())))
      return this.#add('colon', at, at + 1);
    if (char === '"' || char === "'") {
      const { value, stop } = quotedScalar(text, at, end);
      return this.#add('scalar', at, stop, value, char === '"' ? 'double' : 'single');
    }
    if (this.#depth === 0 && startsBlock(text, at, end)) {
      const { value, stop } = blockScalar(text, at, end, this.#parentColumn());
      return this.#add('scalar', at, stop, value, char === '|' ? 'literal' : 'folded');
    }
    return this.#plainScalar(at);
  }

  #plainScalar(start: number): number {
    const text = this.#text;
    const { end } = this.#range;
    let at = start;
    let stop = start;
    // After the colon of a key, further colons on the line are text.
    const isValue = this.#depth === 0 && this.#tokens.at(-1)?.kind === 'colon';
    for (; !isBreakOrEnd(text, at, end); at++) {
      const char = text.charAt(at);
      if (this.#depth > 0 && ',{}[]'.includes(char)) break;
      if (char === ':' && this.#isColon(at) && !isValue) break;
      if (char === '#' && at > start && isSpaceOrTab(text.charCodeAt(at - 1))) break;
      if (!isSpaceOrTab(text.charCodeAt(at))) stop = at + 1;
    }
    this.#add('scalar', start, stop, text.slice(start, stop));
    return at;
  }

  /** In flow collections more characters may follow the colon, and after a value in quotes or brackets any may. */
  #isColon(at: number): boolean {
    if (isGap(this.#text, at + 1, this.#range.end)) return true;
    return this.#depth > 0 && ',}]'.includes(this.#text.charAt(at + 1));
  }

  #followsClosed(): boolean {
    const last = this.#tokens[lastContent(this.#tokens, this.#tokens.length)];
    return last?.kind === '}' || last?.kind === ']' || (last?.kind === 'scalar' && last.style !== 'plain');
  }

  /** The column below which the lines of a block scalar must not begin. */
  #parentColumn(): number {
    const tokens = this.#tokens;
    const at = lastContent(tokens, tokens.length);
    const last = tokens[at];
    if (last?.kind === 'mark') return -1;
    const owner = last?.kind === 'dash' ? last : last?.kind === 'colon' ? tokens[lastContent(tokens, at)] : undefined;
    return owner === undefined ? 0 : columnOf(this.#text, owner.span.start, this.#range.start);
  }

  /** Adds a token. Where it ends. */
  #add(kind: TokenKind, start: number, stop: number, value = '', style: ScalarStyle = 'plain'): number {
    this.#tokens.push({ kind, span: span(start, stop), text: value, style });
    return stop;
  }
}

/** The index of the last token before `before` that is not white space or a comment; -1 without one. */
function lastContent(tokens: readonly Token[], before: number): number {
  let at = before - 1;
  for (; at >= 0; at--) {
    const kind = tokens[at]?.kind;
    if (kind !== 'newline' && kind !== 'indent' && kind !== 'comment') break;
  }
  return at;
}
