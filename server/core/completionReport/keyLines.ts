/** The keys of a report in YAML, found line by line so that a half-typed report has them too. */
import { REPORT_ROOT } from '../sectionKinds/reportKeys';
import { keyOf } from '../syntax/frontMatter/keyLine';
import { lineFrom, skipSpaces } from '../text/lines';
import type { Span } from '../text/span';

/** The root key of each report between the two ends of `content`, and the keys directly below it, in file order. */
export function keyLinesIn(text: string, content: Span): readonly Span[] {
  const found: Span[] = [];
  let root: number | undefined;
  let column: number | undefined;
  for (let at = content.start; at < content.end; ) {
    const line = lineFrom(text, at);
    const start = skipSpaces(text, line.start, line.end);
    const key = keyOf(text, { start, end: line.end });
    const indent = start - line.start;
    if (start < line.end && text[start] !== '#') {
      if (root === undefined || indent <= root) {
        const isRoot = key?.spaced === true && text.slice(key.span.start, key.span.end) === REPORT_ROOT;
        root = isRoot ? indent : undefined;
        column = undefined;
        if (isRoot) found.push(key.span);
      } else if (key?.spaced === true) {
        column ??= indent;
        if (indent === column) found.push(key.span);
      }
    }
    if (line.next === line.end) break;
    at = line.next;
  }
  return found;
}
