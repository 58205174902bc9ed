/**
 * What is found in the lines of a body. A later version of the text takes over what is before and after the changed blocks, so that
 * a keystroke costs little more in a long file than in a short one.
 */
import type { TextChange } from '../../text/change';
import { isBlankLine, lineFrom } from '../../text/lines';
import { firstFrom } from '../../text/sorted';
import { moved, type Span } from '../../text/span';
import type { BoldLine, Fence, Heading, Pieces, TaskItem } from '../tree';
import { referencesOf } from './inline';
import { boldLinesOf } from './pseudoHeadings';
import { scanBlocks } from './scanner';
import { tagsOf, taskItemsOf } from './tags';

/** What was read of another version of the text, whose body began at `start`, and what has changed since. */
export interface Before {
  readonly start: number;
  readonly pieces: Pieces;
  readonly change: TextChange;
}

/**
 * The pieces of the body that begins at `start`.
 * @param before Another version of the text; the result does not depend on it.
 */
export function piecesOf(text: string, start: number, before?: Before): Pieces {
  if (before === undefined) return scanned(text, start).pieces;
  const { pieces: old, change } = before;
  const by = change.afterEnd - change.beforeEnd;
  // A line break right before the change may be half of a pair now, so a seam must be before the change and not at it.
  const seams = start === before.start ? firstFrom(old.seams, offset, change.start) : 0;
  // Its line may be blank now, and would belong to the blank lines before it.
  const last = old.seams[seams - 1];
  const kept = last !== undefined && isBlankLine(text, lineFrom(text, last)) ? seams - 1 : seams;
  const from = kept === 0 ? start : (old.seams[kept - 1] ?? start);
  const isOldSeam = (at: number): boolean =>
    at - by > change.beforeEnd && old.seams[firstFrom(old.seams, offset, at - by)] === at - by;
  const { pieces, end } = scanned(text, from, isOldSeam);
  const rest = end === undefined ? Number.POSITIVE_INFINITY : end - by;
  const spliced = <T>(
    list: readonly T[],
    found: readonly T[],
    startOf: (one: T) => number,
    move: (one: T, by: number) => T,
  ): readonly T[] => {
    const tail = list.slice(firstFrom(list, startOf, rest));
    const head = list.slice(0, kept === 0 ? 0 : firstFrom(list, startOf, from));
    return head.concat(found, by === 0 ? tail : tail.map((one) => move(one, by)));
  };
  return {
    blocks: spliced(old.blocks, pieces.blocks, startOfSpan, withSpan),
    fences: spliced(old.fences, pieces.fences, startOfSpan, movedFence),
    headings: spliced(old.headings, pieces.headings, ({ lineStart }) => lineStart, movedHeading),
    boldLines: spliced(old.boldLines, pieces.boldLines, ({ heading }) => heading.start, movedBoldLine),
    tags: spliced(old.tags, pieces.tags, startOfSpan, withSpan),
    taskItems: spliced(old.taskItems, pieces.taskItems, ({ box }) => box.start, movedItem),
    inlines: spliced(old.inlines, pieces.inlines, startOfSpan, withSpan),
    seams: spliced(old.seams, pieces.seams, offset, (seam) => seam + by),
  };
}

/**
 * The pieces from `start` on.
 * @param isEnd Says for a seam whether to end there; then `end` is that seam.
 */
function scanned(
  text: string,
  start: number,
  isEnd?: (seam: number) => boolean,
): { readonly pieces: Pieces; readonly end: number | undefined } {
  const { lines, headings, end, ...found } = scanBlocks(text, start, isEnd);
  const pieces = {
    ...found,
    headings,
    boldLines: boldLinesOf(text, lines, headings),
    tags: tagsOf(text, lines),
    taskItems: taskItemsOf(text, lines),
    inlines: referencesOf(text, lines),
  };
  return { pieces, end };
}

const offset = (seam: number): number => seam;

const startOfSpan = ({ span }: { readonly span: Span }): number => span.start;

const withSpan = <T extends { readonly span: Span }>(one: T, by: number): T => ({ ...one, span: moved(one.span, by) });

const movedFence = (fence: Fence, by: number): Fence => ({
  ...fence,
  info: moved(fence.info, by),
  opener: moved(fence.opener, by),
  content: moved(fence.content, by),
  closer: fence.closer && moved(fence.closer, by),
  span: moved(fence.span, by),
});

const movedHeading = ({ level, heading, titleLines, lineStart }: Heading, by: number): Heading => ({
  level,
  heading: moved(heading, by),
  titleLines: titleLines.map((line) => moved(line, by)),
  lineStart: lineStart + by,
});

const movedBoldLine = ({ heading, titleSpan }: BoldLine, by: number): BoldLine => ({
  heading: moved(heading, by),
  titleSpan: moved(titleSpan, by),
});

const movedItem = ({ done, box, label }: TaskItem, by: number): TaskItem => ({
  done,
  box: moved(box, by),
  label: moved(label, by),
});
