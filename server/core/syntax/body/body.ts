/** Reads the Markdown body of a file: blocks, sections, fences, task list items, tags and references. */

import type { TextChange } from '../../text/change';
import type { Body } from '../tree';
import { piecesOf } from './pieces';
import { pseudoHeadingsOf } from './pseudoHeadings';
import { sectionsOf } from './sections';

/** The body of another version of a text, and what has changed since. */
export interface BodyBefore {
  readonly body: Body;
  readonly change: TextChange;
}

/**
 * The body of `text`, which begins at offset `start` (0 when there is no frontmatter) and extends to the end.
 * All spans are offsets in `text`. Every text has a body; reading takes linear time. Block structure is that
 * of CommonMark 0.31.2 except that link reference definitions count as text and containers nest `maxDepth` deep at most.
 * @param before Another version of the text with its body, so that only what has changed is read; the result is the same without it.
 */
export function bodyOf(text: string, start: number, before?: BodyBefore): Body {
  const span = { start: Math.max(0, Math.min(start, text.length)), end: text.length };
  const pieces = piecesOf(
    text,
    span.start,
    before && { change: before.change, start: before.body.span.start, pieces: before.body.pieces },
  );
  const { blocks, fences, headings, boldLines, tags, taskItems, inlines } = pieces;
  return {
    span,
    blocks,
    root: sectionsOf(text, span, headings),
    pseudoHeadings: pseudoHeadingsOf(text, span.end, { headings, boldLines, tags }),
    fences,
    taskItems,
    tags,
    inlines,
    pieces,
  };
}
