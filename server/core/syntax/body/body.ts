/** Reads the Markdown body of a file: blocks, sections, fences, task list items, tags and references. */

import type { Body } from '../tree';
import { referencesOf } from './inline';
import { pseudoHeadingsOf } from './pseudoHeadings';
import { scanBlocks } from './scanner';
import { sectionsOf } from './sections';
import { tagsOf, taskItemsOf } from './tags';

/**
 * The body of `text`, which begins at offset `start` (0 when there is no frontmatter) and extends to the end.
 * All spans are offsets in `text`. Every text has a body; reading takes linear time. Block structure is that
 * of CommonMark 0.31.2 except that link reference definitions count as text and containers nest `maxDepth` deep at most.
 */
export function bodyOf(text: string, start: number): Body {
  const span = { start: Math.max(0, Math.min(start, text.length)), end: text.length };
  const { blocks, fences, headings, lines } = scanBlocks(text, span.start);
  const tags = tagsOf(text, lines);
  return {
    span,
    blocks,
    root: sectionsOf(text, span, headings),
    pseudoHeadings: pseudoHeadingsOf(text, span.end, { headings, lines, tags }),
    fences,
    taskItems: taskItemsOf(text, lines),
    tags,
    inlines: referencesOf(text, lines),
  };
}
