/** The container-aware CommonMark line scanner: one pass over the lines, one open leaf block, a capped stack of containers. */

import { isBlankLine, type Line, lineFrom } from '../../text/lines';
import { type Span, trimmed } from '../../text/span';
import type { Block, Fence, Heading } from '../tree';
import { type Container, containerAt, continuedBy, maxDepth } from './containers';
import { type FenceOpener, fenceCloser, fenceOpener, languageOf } from './fence';
import { atxHeading, isThematicBreak, setextLevel } from './heading';
import { endsAtBlank, type HtmlKind, holdsHtmlEnd, htmlKindAt } from './html';
import { type Cursor, indentOf } from './line';
import { tilesFrom } from './tiles';

/** A line outside fences that is not white space, without container prefixes, outer spaces and line end. */
export interface BodyLine {
  /** `text`: of a paragraph or setext title; `heading`: the title of an ATX heading; `code`: of indented code. */
  readonly kind: 'paragraph' | 'heading' | 'html' | 'code';
  readonly span: Span;
  /** Whether a paragraph or heading begins here; the following text lines without it continue it. */
  readonly first: boolean;
  /** Whether a list marker is right before it. */
  readonly item: boolean;
}

/** What one pass finds, each list in file order. */
export interface Scan {
  readonly blocks: readonly Block[];
  readonly fences: readonly Fence[];
  readonly headings: readonly Heading[];
  readonly lines: readonly BodyLine[];
  /** Where lines begin at which nothing is open. */
  readonly seams: readonly number[];
  /** The seam at which the scan ended; undefined at the end of the text. */
  readonly end: number | undefined;
}

/**
 * Scans `text` from offset `start` to its end, in time linear in its length.
 * @param isEnd Asked at each seam after `start` whether to end there instead.
 */
export function scanBlocks(text: string, start: number, isEnd?: (seam: number) => boolean): Scan {
  const scanner = new Scanner(text, start);
  const seams: number[] = [];
  let at = start;
  while (at < text.length) {
    const line = lineFrom(text, at);
    if (scanner.isSeam(line)) {
      if (isEnd?.(at) === true) return { ...scanner.finish(at), seams, end: at };
      seams.push(at);
    }
    scanner.take(line);
    at = line.next;
  }
  return { ...scanner.finish(text.length), seams, end: undefined };
}

/** The open block that contains no others. */
type Leaf =
  | { readonly kind: 'paragraph'; readonly lineStart: number; readonly firstLine: number }
  | { readonly kind: 'code'; readonly end: number } // `end` is after its last line that is not white space
  | { readonly kind: 'html'; readonly html: HtmlKind }
  | { readonly kind: 'fence'; readonly fence: FenceOpener; readonly content: number; readonly indent: number };

class Scanner {
  readonly #text: string;
  readonly #tiles;
  readonly #fences: Fence[] = [];
  readonly #headings: Heading[] = [];
  readonly #lines: BodyLine[] = [];
  readonly #containers: Container[] = [];
  #leaf: Leaf | undefined;
  /** Whether the line before opened an item and gave it no content. */
  #hollow = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#tiles = tilesFrom(start);
  }

  take(line: Line): void {
    const { count, cursor } = continuedBy(this.#text, line, this.#containers, this.#hollow);
    this.#hollow = false;
    if (count === this.#containers.length && this.#continueLeaf(line, cursor)) return;
    this.#place(line, cursor, count);
  }

  /** Whether nothing is open, and no block of lines before could be joined with the one that begins here. */
  isSeam(line: Line): boolean {
    const isOpen = this.#leaf !== undefined || this.#hollow || this.#containers.length > 0;
    return !isOpen && this.#tiles.blocks.at(-1)?.kind !== 'paragraph' && !isBlankLine(this.#text, line);
  }

  finish(end: number): Omit<Scan, 'seams' | 'end'> {
    this.#closeTo(0, end);
    return { blocks: this.#tiles.blocks, fences: this.#fences, headings: this.#headings, lines: this.#lines };
  }

  /** Adds the line to the open code block or HTML block, and says whether it belongs there. */
  #continueLeaf(line: Line, cursor: Cursor): boolean {
    const leaf = this.#leaf;
    const blank = cursor.at === line.end;
    switch (leaf?.kind) {
      case 'fence': {
        const closer = indentOf(cursor) > 3 ? undefined : fenceCloser(this.#text, cursor.at, line.end, leaf.fence);
        if (closer !== undefined) this.#endFence(leaf, line.start, line.next, closer);
        return true;
      }
      case 'html':
        if (blank && endsAtBlank(leaf.html)) return false;
        this.#addHtml(line, cursor, leaf.html);
        return true;
      case 'code':
        if (!blank && indentOf(cursor) < 4) return false;
        if (!blank) this.#addCode(line, cursor);
        return true;
      default:
        return false;
    }
  }

  /** Opens what begins on the line, or continues a paragraph with it; `matched` containers are continued by it. */
  #place(line: Line, start: Cursor, matched: number): void {
    let cursor = start;
    let count = matched;
    let item = false;
    let listed = false;
    while (cursor.at < line.end) {
      if (indentOf(cursor) > 3) {
        if (this.#leaf?.kind === 'paragraph') this.#addText(line, cursor, item);
        else {
          this.#closeTo(count, line.start);
          this.#addCode(line, cursor);
        }
        return;
      }
      if (this.#openLeaf(line, cursor, count)) return;
      const opened = count < maxDepth ? containerAt(this.#text, line, cursor, this.#interrupts(count)) : undefined;
      if (opened === undefined) {
        if (this.#leaf?.kind !== 'paragraph')
          this.#open({ kind: 'paragraph', lineStart: line.start, firstLine: this.#lines.length }, count, line);
        this.#addText(line, cursor, item);
        return;
      }
      this.#closeTo(count, line.start);
      this.#containers.push(opened.container);
      cursor = opened.cursor;
      count++;
      item = opened.container.kind === 'item';
      listed ||= item;
    }
    this.#closeTo(count, line.start);
    this.#tiles.add(listed ? 'paragraph' : 'blank', line.next, count);
    this.#hollow = item;
  }

  /** Whether a block that contains no others begins at the cursor, other than a paragraph and indented code. */
  #openLeaf(line: Line, cursor: Cursor, count: number): boolean {
    const { at } = cursor;
    const text = this.#text;
    const atx = atxHeading(text, at, line.end);
    if (atx !== undefined) {
      this.#closeTo(count, line.start);
      const { level, titleSpan } = atx;
      this.#lines.push({ kind: 'heading', span: titleSpan, first: true, item: false });
      this.#addHeading(
        { level, heading: { start: at, end: atx.end }, titleLines: [titleSpan], lineStart: line.start },
        line,
      );
      return true;
    }
    const fence = fenceOpener(text, at, line.end);
    if (fence !== undefined) {
      this.#open({ kind: 'fence', fence, content: line.next, indent: indentOf(cursor) }, count, line);
      return true;
    }
    const html = htmlKindAt(text, at, line.end);
    if (html !== undefined && (html !== 7 || this.#leaf?.kind !== 'paragraph')) {
      this.#open({ kind: 'html', html }, count, line);
      this.#addHtml(line, cursor, html);
      return true;
    }
    if (this.#interrupts(count) && this.#underline(line, cursor)) return true;
    if (!isThematicBreak(text, at, line.end)) return false;
    this.#closeTo(count, line.start);
    this.#tiles.add('thematicBreak', line.next, count);
    return true;
  }

  /** Whether the line is the underline that makes the open paragraph a heading. */
  #underline(line: Line, cursor: Cursor): boolean {
    const leaf = this.#leaf;
    const level = setextLevel(this.#text, cursor.at, line.end);
    if (leaf?.kind !== 'paragraph' || level === undefined) return false;
    const titleLines = this.#lines.slice(leaf.firstLine).map((it) => it.span);
    const start = titleLines[0]?.start ?? cursor.at;
    const { end } = trimmed(this.#text, { start: cursor.at, end: line.end });
    this.#leaf = undefined;
    this.#addHeading({ level, heading: { start, end }, titleLines, lineStart: leaf.lineStart }, line);
    return true;
  }

  /** Whether a block that begins inside the first `count` containers would interrupt an open paragraph there. */
  #interrupts(count: number): boolean {
    return this.#leaf?.kind === 'paragraph' && count === this.#containers.length;
  }

  #open(leaf: Leaf, count: number, line: Line): void {
    this.#closeTo(count, line.start);
    this.#leaf = leaf;
  }

  #addText(line: Line, cursor: Cursor, item: boolean): void {
    const leaf = this.#leaf;
    const first = leaf?.kind === 'paragraph' && leaf.firstLine === this.#lines.length;
    const span = trimmed(this.#text, { start: cursor.at, end: line.end });
    this.#lines.push({ kind: 'paragraph', span, first, item });
  }

  #addCode(line: Line, cursor: Cursor): void {
    const span = trimmed(this.#text, { start: cursor.at, end: line.end });
    this.#lines.push({ kind: 'code', span, first: false, item: false });
    this.#leaf = { kind: 'code', end: line.next };
  }

  #addHtml(line: Line, cursor: Cursor, kind: HtmlKind): void {
    const span = trimmed(this.#text, { start: cursor.at, end: line.end });
    if (span.start < span.end) this.#lines.push({ kind: 'html', span, first: false, item: false });
    if (holdsHtmlEnd(this.#text, cursor.at, line.end, kind)) this.#closeLeaf(line.next);
  }

  #addHeading(heading: Heading, line: Line): void {
    this.#headings.push(heading);
    this.#tiles.add('heading', line.next, this.#containers.length);
  }

  #closeTo(count: number, end: number): void {
    this.#closeLeaf(end);
    this.#containers.length = count;
  }

  #closeLeaf(end: number): void {
    const leaf = this.#leaf;
    if (leaf?.kind === 'fence') this.#endFence(leaf, end, end, undefined);
    else if (leaf !== undefined) this.#endLeaf(leaf, end);
  }

  #endLeaf(leaf: Exclude<Leaf, { readonly kind: 'fence' }>, end: number): void {
    const depth = this.#containers.length;
    this.#tiles.add(leaf.kind, leaf.kind === 'code' ? leaf.end : end, depth);
    // Blank lines after indented code belong to it only when more code follows.
    this.#tiles.add('blank', end, depth);
    this.#leaf = undefined;
  }

  #endFence(leaf: Leaf & { readonly kind: 'fence' }, contentEnd: number, end: number, closer: Span | undefined): void {
    const { opener, info } = leaf.fence;
    const depth = this.#containers.length;
    const content = { start: leaf.content, end: contentEnd };
    const span = { start: opener.start, end: closer?.end ?? content.end };
    const language = languageOf(this.#text, info);
    this.#fences.push({ language, info, opener, content, closer, span, indent: leaf.indent, depth });
    this.#tiles.add('fence', end, depth);
    this.#leaf = undefined;
  }
}
