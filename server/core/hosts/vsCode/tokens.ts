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
export function tokensOf(text: string, range: Span): readonly Token[] {
  const { end } = range;
  const tokens: Token[] = [];
  let depth = 0;
  const add = (kind: TokenKind, start: number, stop: number, value = '', style: ScalarStyle = 'plain'): number => {
    tokens.push({ kind, span: span(start, stop), text: value, style });
    return stop;
  };

  /** In flow collections more characters may follow the colon, and after a value in quotes or brackets any may. */
  const isColon = (at: number): boolean => {
    if (isGap(text, at + 1, end)) return true;
    return depth > 0 && ',}]'.includes(text.charAt(at + 1));
  };
  const followsClosed = (): boolean => {
    const last = tokens[lastContent(tokens, tokens.length)];
    return last?.kind === '}' || last?.kind === ']' || (last?.kind === 'scalar' && last.style !== 'plain');
  };

  const plainScalar = (start: number): number => {
    let at = start;
    let stop = start;
    // After the colon of a key, further colons on the line are text.
    const isValue = depth === 0 && tokens.at(-1)?.kind === 'colon';
    for (; !isBreakOrEnd(text, at, end); at++) {
      const char = text.charAt(at);
      if (depth > 0 && ',{}[]'.includes(char)) break;
      if (char === ':' && isColon(at) && !isValue) break;
      if (char === '#' && at > start && isSpaceOrTab(text.charCodeAt(at - 1))) break;
      if (!isSpaceOrTab(text.charCodeAt(at))) stop = at + 1;
    }
    add('scalar', start, stop, text.slice(start, stop));
    return at;
  };

  /** The column below which the lines of a block scalar must not begin. */
  const parentColumn = (): number => {
    const at = lastContent(tokens, tokens.length);
    const last = tokens[at];
    if (last?.kind === 'mark') return -1;
    const owner = last?.kind === 'dash' ? last : last?.kind === 'colon' ? tokens[lastContent(tokens, at)] : undefined;
    return owner === undefined ? 0 : columnOf(text, owner.span.start, range.start);
  };

  /** Reads one token of a line that is neither white space nor a line break. */
  const token = (at: number): number => {
    const char = text.charAt(at);
    if (char === '#') return add('comment', at, endOfLine(text, at, end));
    if (char === '{' || char === '[') {
      depth++;
      return add(char, at, at + 1);
    }
    if (depth > 0 && (char === '}' || char === ']')) {
      depth--;
      return add(char, at, at + 1);
    }
    if (depth > 0 && char === ',') return add('comma', at, at + 1);
    if (char === '-' && isGap(text, at + 1, end)) return add('dash', at, at + 1);
    if (char === ':' && (isColon(at) || (depth > 0 && followsClosed()))) return add('colon', at, at + 1);
    if (char === '"' || char === "'") {
      const { value, stop } = quotedScalar(text, at, end);
      return add('scalar', at, stop, value, char === '"' ? 'double' : 'single');
    }
    if (depth === 0 && startsBlock(text, at, end)) {
      const { value, stop } = blockScalar(text, at, end, parentColumn());
      return add('scalar', at, stop, value, char === '|' ? 'literal' : 'folded');
    }
    return plainScalar(at);
  };

  for (let at = range.start; at < end; ) {
    const first = skipSpaces(text, at, end);
    if (first > at) add('indent', at, first);
    if (first === at && isMark(text, at, end)) at = add('mark', at, at + 3);
    else if (text.startsWith('%', first)) at = endOfLine(text, first, end);
    else at = first;
    let isBlock = false;
    for (at = skipSpaces(text, at, end); !isBlock && !isBreakOrEnd(text, at, end); at = skipSpaces(text, at, end)) {
      at = token(at);
      const last = tokens.at(-1);
      // A block scalar ends at the start of a line, and the white space of that line counts.
      isBlock = last?.style === 'literal' || last?.style === 'folded';
      if (isBlock) break;
    }
    if (!isBlock && at < end) at = add('newline', at, afterBreak(text, at));
  }
  add('end', end, end);
  return tokens;
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
