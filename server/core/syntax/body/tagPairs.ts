/** Which closing tag of a body belongs to which opening one. */

import { lineFrom, skipSpaces } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Tag } from '../tree';

/**
 * An opening tag and its closing one, angle brackets included.
 * @example In `<example>\nx\n</example>`: `open` 0–9, `close` 12–22.
 */
export interface TagPair {
  readonly name: string;
  readonly open: Span;
  readonly close: Span;
}

/**
 * The pairs among `tags`, which are in file order, by the places of their closing tags. A tag that is never closed, such
 * as `<br>`, is passed over when the tag around it closes. Names are compared as written. Linear in the tags and the
 * lengths of their lines.
 */
export function tagPairs(text: string, tags: readonly Tag[]): readonly TagPair[] {
  const pairs: TagPair[] = [];
  const open: Tag[] = [];
  const count = new Map<string, number>();
  const pop = (): Tag | undefined => {
    const tag = open.pop();
    if (tag !== undefined) count.set(tag.name, (count.get(tag.name) ?? 1) - 1);
    return tag;
  };
  for (const tag of tags) {
    if (tag.closing) {
      // Without the count, each stray closing tag would look through all open ones.
      if ((count.get(tag.name) ?? 0) === 0) continue;
      let opener = pop();
      while (opener !== undefined && opener.name !== tag.name) opener = pop();
      if (opener !== undefined) pairs.push({ name: tag.name, open: opener.span, close: tag.span });
    } else if (!isSelfClosed(text, tag)) {
      const close = closerOnLine(text, tag);
      if (close !== undefined) {
        pairs.push({ name: tag.name, open: tag.span, close });
        continue;
      }
      open.push(tag);
      count.set(tag.name, (count.get(tag.name) ?? 0) + 1);
    }
  }
  return pairs;
}

/** The tag's name within its angle brackets. */
export const tagName = ({ name, closing, span }: Tag): Span => {
  const start = span.start + (closing ? 2 : 1);
  return { start, end: start + name.length };
};

/** Whether the tag is one like `<br/>`, which has no other half. */
export const isSelfClosed = (text: string, { span }: Tag): boolean => text[span.end - 2] === '/';

/** `</name>` after an opening tag on the same line, where no tag of its own is recorded. */
function closerOnLine(text: string, { name, span }: Tag): Span | undefined {
  const line = lineFrom(text, span.end);
  const start = text.slice(span.end, line.end).lastIndexOf(`</${name}`);
  if (start < 0) return undefined;
  const greater = skipSpaces(text, span.end + start + name.length + 2, line.end);
  return text[greater] === '>' && greater < line.end ? { start: span.end + start, end: greater + 1 } : undefined;
}
