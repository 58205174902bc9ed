/** Walks over the tokens of frontmatter, with the questions about lines and columns that decide how it is read. */
import { type Span, span } from '../../text/span';
import { columnOf } from './offsets';
import type { Token, TokenKind } from './tokens';

/** Walks over the tokens of one text. */
export class Cursor {
  protected at = 0;
  protected readonly text: string;
  readonly #range: Span;
  readonly #tokens: readonly Token[];

  constructor(text: string, range: Span, tokens: readonly Token[]) {
    this.text = text;
    this.#range = range;
    this.#tokens = tokens;
  }

  protected peek(ahead: number): Token {
    const { end } = this.#range;
    return this.#tokens[this.at + ahead] ?? { kind: 'end', span: span(end, end), text: '', style: 'plain' };
  }

  get now(): Token {
    return this.peek(0);
  }

  /** A method, because the token changes and the compiler must not remember its kind. */
  is(kind: TokenKind): boolean {
    return this.now.kind === kind;
  }

  next(): Token {
    const token = this.now;
    this.at++;
    return token;
  }

  /** From here to the last character that is not white space. */
  rest(): Span {
    const { start } = this.is('indent') ? this.peek(1).span : this.now.span;
    return span(start, start + this.text.slice(start, this.#range.end).trimEnd().length);
  }

  /** Skips line ends, comments, and white space before either. */
  skipEmpty(): void {
    for (;;) {
      const { kind } = this.now;
      const isBefore = kind === 'indent' && ['newline', 'comment', 'end'].includes(this.peek(1).kind);
      if (kind !== 'newline' && kind !== 'comment' && !isBefore) return;
      this.at++;
    }
  }

  protected skipInFlow(): void {
    while (['newline', 'comment', 'indent'].includes(this.now.kind)) this.at++;
  }

  /** The column of the first token of the line; only white space at its start counts. */
  protected indent(): number {
    const { kind, span: where } = this.now;
    return kind === 'indent' ? where.end - where.start : 0;
  }

  protected skipIndent(): void {
    if (this.is('indent')) this.at++;
  }

  protected column(token: Token): number {
    return columnOf(this.text, token.span.start, this.#range.start);
  }

  /** Whether a key and its colon are next, from a token on. */
  protected isPair(ahead: number): boolean {
    return this.peek(ahead).kind === 'scalar' && this.peek(ahead + 1).kind === 'colon';
  }
}
