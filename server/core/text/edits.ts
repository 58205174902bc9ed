/** Small replacements in a text, and how several of them are applied together. */
import { type Span, span } from './span';

/** Replace the characters of `span` by `newText`; an empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * A correction. Only safe ones run on save: the host loads at least what it loaded, grants no more and denies no less.
 */
export interface Fix {
  /** An imperative sentence without a full stop, as an editor's menu shows it. */
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
  /** Files that it creates, where they do not exist. Such a fix is never safe. */
  readonly creates?: readonly NewFile[];
}

/** A file to create. */
export interface NewFile {
  /** Spelled as the path of the edited file is. */
  readonly path: string;
  readonly text: string;
}

/** Whether applying the fix needs more than edits of the file. */
export const createsFiles = ({ creates = [] }: Fix): boolean => creates.length > 0;

/** The edit that inserts `newText` before the character at `offset`. */
export const insertAt = (offset: number, newText: string): Edit => ({ span: span(offset, offset), newText });

/** The edit that deletes the characters of `range`. */
export const deleteSpan = (range: Span): Edit => ({ span: range, newText: '' });

/** Whether no two edits touch the same character and no two insert at the same place. */
export function disjoint(edits: readonly Edit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.every((edit, i) => {
    const next = sorted[i + 1];
    if (next === undefined) return true;
    return edit.span.end < next.span.start || (edit.span.end === next.span.start && edit.span.start < next.span.end);
  });
}

/**
 * The text after all edits, whose spans refer to the text before any of them.
 * @throws RangeError when edits overlap or are outside the text: an edit list is made by this program and must be right.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!disjoint(edits)) throw new RangeError('edits overlap');
  let result = '';
  let done = 0;
  for (const { span: range, newText } of inOrder(edits)) {
    if (range.start < done || range.end < range.start || range.end > text.length)
      throw new RangeError('edit outside the text');
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}

/**
 * Maps offsets in the edited text to offsets in the original text.
 * @param edits Disjoint, in the order of their spans. An offset inside inserted text maps to the start of its edit.
 */
export function originalOffsets(edits: readonly Edit[]): (offset: number) => number {
  const starts: number[] = [];
  let shift = 0;
  for (const { span: range, newText } of edits) {
    starts.push(range.start + shift);
    shift += newText.length - (range.end - range.start);
  }
  return (offset) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const edit = edits[low - 1];
    if (edit === undefined) return offset;
    const inside = offset - (starts[low - 1] ?? 0) - edit.newText.length;
    return inside < 0 ? edit.span.start : edit.span.end + inside;
  };
}

const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
