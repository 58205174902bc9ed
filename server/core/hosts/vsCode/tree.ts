/**
 * Reads frontmatter as VS Code's own small YAML reader does. Every value is text, a list or a map. The reader never fails: it stops
 * at the first line that is not a `key: value` pair, and keeps what it has.
 */
import type { Entry, Scalar, SequenceItem, Value } from '../../syntax/tree';
import { type Span, span } from '../../text/span';
import { Cursor } from './cursor';
import { entryOf, scalarOf } from './nodes';
import { type Token, tokensOf } from './tokens';

export interface Tree {
  /** The pairs in file order, repeated keys included; undefined when the frontmatter is not a mapping. */
  readonly entries: readonly Entry[] | undefined;
  /** What comes after the point at which the reader stops; undefined when it reads everything. */
  readonly unread: Span | undefined;
}

/**
 * @param range The lines between the dashes. Nesting in it must be bounded, because lists in lists are read recursively.
 */
export function treeOf(text: string, range: Span): Tree {
  const cursor = new Reader(text, range, tokensOf(text, range));
  cursor.skipEmpty();
  if (cursor.is('mark') && text.startsWith('-', cursor.now.span.start)) {
    cursor.next();
    cursor.skipEmpty();
  }
  if (cursor.is('end') || cursor.is('mark'))
    return { entries: [], unread: cursor.is('mark') ? cursor.rest() : undefined };
  const value = cursor.value(-1);
  cursor.skipEmpty();
  const unread = cursor.is('end') ? undefined : cursor.rest();
  return { entries: value?.kind === 'mapping' ? value.entries : undefined, unread };
}

/** Reads values from the tokens of one text. */
class Reader extends Cursor {
  /** A value on lines of its own, to the right of column `parent`; undefined when none is here. */
  value(parent: number): Value | undefined {
    this.skipEmpty();
    const ahead = this.is('indent') ? 1 : 0;
    const first = this.peek(ahead);
    if (first.kind === '{' || first.kind === '[') {
      this.skipIndent();
      return this.#flow();
    }
    const indent = this.indent();
    if (first.kind === 'dash') return this.#sequence(indent, ahead === 0 ? this.column(first) : indent);
    if (this.isPair(ahead)) return this.#mapping(indent, false);
    if (first.kind !== 'scalar') {
      // The reader takes the white space for an empty value.
      this.skipIndent();
      return ahead === 0 ? undefined : { kind: 'missing', span: span(first.span.start, first.span.start) };
    }
    this.skipIndent();
    return this.#scalar(parent);
  }

  #scalar(parent: number): Value {
    const token = this.next();
    return token.style === 'plain' ? this.#plain(token, parent) : scalarOf(this.text, token);
  }

  /** A plain scalar with its further lines, which are to the right of column `parent` and no pairs. */
  #plain(first: Token, parent: number): Scalar {
    let { text } = first;
    let { end } = first.span;
    for (;;) {
      const back = this.at;
      const blank = this.#lineBreaks();
      const isInside = blank >= 0 && (this.is('indent') ? this.indent() > parent : parent < 0);
      const glue = blank > 0 ? '\n'.repeat(blank) : ' ';
      this.skipIndent();
      if (isInside && this.is('scalar') && this.peek(1).kind !== 'colon') {
        const { span: where, text: more } = this.next();
        text += glue + more;
        ({ end } = where);
        continue;
      }
      if (isInside && this.is('dash')) {
        const dash = this.next();
        const more = this.is('scalar') ? this.next() : undefined;
        text += `${glue}-${more === undefined ? '' : ` ${more.text}`}`;
        ({ end } = (more ?? dash).span);
        continue;
      }
      this.at = back;
      return { ...scalarOf(this.text, { ...first, span: span(first.span.start, end) }), text };
    }
  }

  /** Goes to the next line with text. The number of blank lines before it; -1 when a comment or the end is there first. */
  #lineBreaks(): number {
    let blank = -1;
    while (this.is('newline')) {
      this.at++;
      blank++;
      if (this.is('indent') && ['newline', 'end'].includes(this.peek(1).kind)) this.at++;
    }
    const { kind } = this.is('indent') ? this.peek(1) : this.now;
    return kind === 'comment' || kind === 'end' || kind === 'mark' ? -1 : blank;
  }

  /** @param isInline Whether the first key is here, after a dash. */
  #mapping(column: number, isInline: boolean): Value {
    const { start } = this.is('indent') ? this.peek(1).span : this.now.span;
    const entries: Entry[] = isInline ? [this.#pair(column)] : [];
    for (;;) {
      this.skipEmpty();
      if (this.is('end') || this.indent() < column) break;
      if (!this.isPair(this.is('indent') ? 1 : 0)) break;
      entries.push(this.#pair(column));
    }
    return { kind: 'mapping', style: 'block', entries, span: span(start, entries.at(-1)?.span.end ?? start) };
  }

  /** A key and its value, which is on the same line or further to the right. */
  #pair(column: number): Entry {
    this.skipIndent();
    const key = this.next();
    const colon = this.next();
    return entryOf(key, this.#pairValue(column, colon));
  }

  #pairValue(column: number, { span: { end } }: Token): Value {
    const { kind } = this.now;
    if (kind === '{' || kind === '[') return this.#flow();
    if (kind === 'scalar') return this.#scalar(column);
    this.skipEmpty();
    const missing: Value = { kind: 'missing', span: span(end, end) };
    if (this.is('end')) return missing;
    const indent = this.indent();
    const isList = indent === column && this.peek(this.is('indent') ? 1 : 0).kind === 'dash';
    return indent > column || isList ? (this.value(column) ?? missing) : missing;
  }

  /**
   * @param column Where the dashes are.
   * @param first Where the first one is, which may follow another dash.
   */
  #sequence(column: number, first: number): Value {
    const { start } = this.is('indent') ? this.peek(1).span : this.now.span;
    const items: SequenceItem[] = [];
    for (;;) {
      this.skipEmpty();
      const isHere = items.length === 0 && this.is('dash');
      const dash = this.peek(this.is('indent') ? 1 : 0);
      if (dash.kind !== 'dash' || (isHere ? first : this.indent()) < column) break;
      this.skipIndent();
      this.at++;
      const value = this.#item(column, dash);
      items.push({ value, span: span(dash.span.start, Math.max(dash.span.end, value.span.end)) });
    }
    return { kind: 'sequence', style: 'block', items, span: span(start, items.at(-1)?.span.end ?? start) };
  }

  #item(column: number, { span: { end } }: Token): Value {
    const { now } = this;
    if (now.kind === 'comment') this.at++;
    if (now.kind === '{' || now.kind === '[') return this.#flow();
    if (now.kind === 'dash') return this.#sequence(this.column(now), this.column(now));
    if (this.isPair(0)) return this.#mapping(this.column(now), true);
    if (now.kind === 'scalar') return this.#scalar(column);
    this.skipEmpty();
    const missing: Value = { kind: 'missing', span: span(end, end) };
    return !this.is('end') && this.indent() > column ? (this.value(column) ?? missing) : missing;
  }

  #flow(): Value {
    const {
      kind,
      span: { start },
    } = this.next();
    return kind === '{' ? this.#flowMapping(start) : this.#flowSequence(start);
  }

  #flowMapping(start: number): Value {
    const entries: Entry[] = [];
    this.skipInFlow();
    while (this.is('scalar')) {
      const key = this.#flowScalar();
      this.skipInFlow();
      let value: Value = { kind: 'missing', span: span(key.span.end, key.span.end) };
      if (this.is('colon')) {
        this.at++;
        this.skipInFlow();
        value = this.#flowValue() ?? value;
      }
      entries.push(entryOf(key, value));
      this.#comma();
    }
    return { kind: 'mapping', style: 'flow', entries, span: span(start, this.#close('}')) };
  }

  #flowSequence(start: number): Value {
    const items: SequenceItem[] = [];
    this.skipInFlow();
    while (!this.is(']') && !this.is('end')) {
      const value = this.#flowValue();
      // Whatever is no value is passed over.
      if (value === undefined) this.at++;
      else {
        items.push({ value, span: value.span });
        this.#comma();
      }
    }
    return { kind: 'sequence', style: 'flow', items, span: span(start, this.#close(']')) };
  }

  #flowValue(): Value | undefined {
    if (this.is('{') || this.is('[')) return this.#flow();
    return this.is('scalar') ? this.#flowScalar() : undefined;
  }

  /** A comma is not required. */
  #comma(): void {
    this.skipInFlow();
    if (!this.is('comma')) return;
    this.at++;
    this.skipInFlow();
  }

  /** Where the collection ends. */
  #close(bracket: '}' | ']'): number {
    return this.is(bracket) ? this.next().span.end : this.now.span.start;
  }

  #flowScalar(): Scalar {
    const first = this.next();
    let { text } = first;
    let { end } = first.span;
    while (first.style === 'plain') {
      const back = this.at;
      this.skipInFlow();
      const isFurther = this.at > back && this.is('scalar') && this.now.style === 'plain';
      if (!isFurther) {
        this.at = back;
        break;
      }
      const more = this.next();
      text += ` ${more.text}`;
      ({ end } = more.span);
    }
    return { ...scalarOf(this.text, { ...first, span: span(first.span.start, end) }), text };
  }
}
