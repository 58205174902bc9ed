/** Fixes that take comments which disable rules out of a file. */
import type { Id, Suppression } from '../agent/suppressions';
import type { AgentFile } from '../syntax/tree';
import { isSpaceOrTab } from '../text/chars';
import { deleteSpan, type Edit, type Fix } from '../text/edits';
import { isBlankLine, lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { span } from '../text/span';

/**
 * Removes a comment; nothing where it does not end on its line. The problem for which it was written may come back, so the fix is never
 * applied automatically.
 */
export function removeComment(file: AgentFile, { comment }: Suppression): readonly Fix[] {
  return comment === undefined
    ? []
    : [{ title: 'Remove the comment', safe: false, edits: [deletion(file, comment.start, comment.end)] }];
}

/** Removes one of several words of a comment, with what separates it from the others. */
export function removeId({ ids }: Suppression, id: Id): Fix {
  const at = ids.indexOf(id);
  const before = ids[at - 1];
  const after = ids[at + 1];
  const range =
    before === undefined ? span(id.span.start, after?.span.start ?? id.span.end) : span(before.span.end, id.span.end);
  return { title: `Remove \`${id.id}\` from the comment`, safe: false, edits: [deleteSpan(range)] };
}

/** A line that has only the comment goes with it, except between two lines of text, which would be one paragraph then. */
function deletion({ source: { text }, body }: AgentFile, commentStart: number, end: number): Edit {
  const lineStart = lineStartAt(text, commentStart);
  const line = lineFrom(text, lineStart);
  let start = commentStart;
  // Several hashes begin one comment.
  if (text[start] === '#') while (start > lineStart && text[start - 1] === '#') start--;
  while (start > lineStart && isSpaceOrTab(text.charCodeAt(start - 1))) start--;
  if (start > lineStart || skipSpaces(text, end, line.end) < line.end) return deleteSpan(span(start, end));
  const isInBody = lineStart >= body.span.start && lineStart < body.span.end;
  const isBetween =
    isInBody && hasTextAbove(text, lineStart, body.span.start) && hasTextBelow(text, line.next, line.end);
  return deleteSpan(span(lineStart, isBetween ? line.end : line.next));
}

const hasTextAbove = (text: string, lineStart: number, bodyStart: number): boolean =>
  lineStart > bodyStart && !isBlankLine(text, lineFrom(text, lineStartAt(text, beforeBreak(text, lineStart))));

const hasTextBelow = (text: string, next: number, end: number): boolean =>
  next > end && next < text.length && !isBlankLine(text, lineFrom(text, next));

/** The end of the line above one that begins at `start`. */
const beforeBreak = (text: string, start: number): number =>
  start - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 2 : 1);
