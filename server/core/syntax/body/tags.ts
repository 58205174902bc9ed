/** Finds task list items and tags at the start of lines. */
import { isDigit, isLetter, isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import type { Tag, TaskItem } from '../tree';
import { codeAt } from './line';
import type { BodyLine } from './scanner';

/** The task list items directly after list markers of any kind; the label may be empty. */
export const taskItemsOf = (text: string, lines: readonly BodyLine[]): readonly TaskItem[] =>
  lines.flatMap((line) => (line.item ? taskItemAt(text, line) : []));

/**
 * The tags at which lines outside fences begin, headings excepted; at most one a line. Lines of indented code count: the
 * indented code of real agent files is mostly nested tags with blank lines between them.
 */
export const tagsOf = (text: string, lines: readonly BodyLine[]): readonly Tag[] =>
  lines.flatMap((line) => (line.kind === 'heading' ? [] : tagAt(text, line)));

function taskItemAt(text: string, { span: { start, end } }: BodyLine): readonly TaskItem[] {
  if (codeAt(text, start, end) !== 0x5b || codeAt(text, start + 2, end) !== 0x5d) return [];
  const mark = codeAt(text, start + 1, end);
  const done = mark === 0x78 || mark === 0x58;
  const afterBox = codeAt(text, start + 3, end);
  if ((!done && !isSpaceOrTab(mark)) || (afterBox !== -1 && !isSpaceOrTab(afterBox))) return [];
  return [{ done, box: { start, end: start + 3 }, label: { start: skipSpaces(text, start + 3, end), end } }];
}

/**
 * Reads `<name>`, `<name …>`, `<name/>` or `</name>`. More names are allowed than in HTML (`<good_example>`), because models
 * have no such limit; `<https://…>` and `<me@example.org>` are links and not tags.
 */
function tagAt(text: string, { span: { start, end } }: BodyLine): readonly Tag[] {
  if (codeAt(text, start, end) !== 0x3c) return [];
  const closing = codeAt(text, start + 1, end) === 0x2f;
  const nameStart = closing ? start + 2 : start + 1;
  const nameEnd = nameEndFrom(text, nameStart, end);
  const after = codeAt(text, nameEnd, end);
  if (nameEnd === nameStart || !(isSpaceOrTab(after) || after === 0x3e || after === 0x2f)) return [];
  const tagEnd = greaterFrom(text, nameEnd, end);
  if (tagEnd === undefined || (after === 0x2f && tagEnd !== nameEnd + 2)) return [];
  return [{ name: text.slice(nameStart, nameEnd), closing, span: { start, end: tagEnd } }];
}

function nameEndFrom(text: string, at: number, end: number): number {
  if (!isNameStart(codeAt(text, at, end))) return at;
  let stop = at + 1;
  while (stop < end && isNameCode(text.charCodeAt(stop))) stop++;
  return stop;
}

/** The offset after the next `>` that no quoted attribute value contains; a quote that is never closed is not a quote. */
function greaterFrom(text: string, from: number, end: number): number | undefined {
  let quote = -1;
  let firstInQuote: number | undefined;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (quote !== -1) {
      if (code === 0x3e) firstInQuote ??= at + 1;
      if (code !== quote) continue;
      quote = -1;
      firstInQuote = undefined;
    } else if (code === 0x3e) return at + 1;
    else if ((code === 0x22 || code === 0x27) && text.charCodeAt(at - 1) === 0x3d) quote = code;
  }
  return firstInQuote;
}

const isNameStart = (code: number): boolean => isLetter(code) || code === 0x5f;

/** Letter, digit, `_`, `-`, `.` or `:`. */
const isNameCode = (code: number): boolean =>
  isNameStart(code) || isDigit(code) || code === 0x2d || code === 0x2e || code === 0x3a;
