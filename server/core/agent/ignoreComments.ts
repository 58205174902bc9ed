/** Writes comments that disable a rule: where one can stand, and only where the host then reads the same as before. */

import { conflictsOf } from '../syntax/conflicts';
import { isTooLarge } from '../syntax/fileSize';
import type { Block } from '../syntax/tree';
import { isSpaceOrTab } from '../text/chars';
import { type Edit, insertAt } from '../text/edits';
import { type Line, lineFrom, lineStartAt } from '../text/lines';
import { lineAt, lineEndOf } from '../text/source';
import type { Span } from '../text/span';
import type { Agent } from './agent';
import { staysTheSame } from './sameReading';
import { FILE_MARK, LINE_MARK, NEXT_LINE_MARK, type Suppression, suppressionsIn } from './suppressions';

/** How far a comment reaches. */
export type Reach = 'line' | 'file';

/**
 * The edit that disables a rule at a place; undefined where no comment can stand, as in JSON, in strings and in code.
 * @param at Where the rule reports something.
 * @param others The file as other hosts read it, which must read the same afterwards, too.
 */
export function ignoringEdit(
  agent: Agent,
  rule: string,
  at: Span,
  reach: Reach,
  others: readonly Agent[] = [],
): Edit | undefined {
  const { file, format } = agent;
  if (format.notation === 'json' || isTooLarge(file) || conflictsOf(file).length > 0) return undefined;
  const candidates = reach === 'line' ? forLine(agent, rule, at) : forFile(agent, rule);
  return candidates.find((edit) => staysTheSame([agent, ...others], edit, { rule, at }));
}

/** A comment that is there gets another name; else there is a new one above the line, or at its end. */
function forLine(agent: Agent, rule: string, at: Span): readonly Edit[] {
  const { file } = agent;
  const { text } = file.source;
  const line = lineAt(file.source, at.start);
  const near = suppressionsIn(file).filter(({ lines }) => lines?.includes(line) === true);
  if (near.length > 0) return near.flatMap((one) => named(one, rule));
  const own = lineFrom(text, lineStartAt(text, at.start));
  const isInBody = own.start >= file.body.span.start && own.start < file.body.span.end;
  const comment = (mark: string): string => (isInBody ? `<!-- ${mark} ${rule} -->` : `# ${mark} ${rule}`);
  const lineAbove = `${prefixOf(text, own, isInBody)}${comment(NEXT_LINE_MARK)}${lineEndOf(file.source)}`;
  const above = insertAt(own.start, lineAbove);
  const after = insertAt(endOf(text, own), ` ${comment(LINE_MARK)}`);
  // What is reported about a file as a whole is on its first line, and would be on that of the comment then.
  if (line === 0) return [after];
  return isInBody && isProse(file.body.blocks, own.start) && !isTableHead(text, own) ? [after, above] : [above, after];
}

/** The frontmatter is not part of the prompt, so a comment is better there. */
function forFile({ file }: Agent, rule: string): readonly Edit[] {
  const { frontMatter, body, source } = file;
  const { text } = source;
  const ofFile = suppressionsIn(file).filter(({ lines, ids }) => lines === undefined && ids.length > 0);
  const lineEnd = lineEndOf(source);
  const html = `<!-- ${FILE_MARK} ${rule} -->`;
  const first = frontMatter && insertAt(frontMatter.content.start, `# ${FILE_MARK} ${rule}${lineEnd}`);
  const isEnded = text.trimEnd() === '' || /[\r\n]$/.test(text.slice(body.span.start, body.span.end));
  const last = `${isEnded ? '' : lineEnd}${lineEnd}${html}${lineEnd}`;
  return [
    ...ofFile.flatMap((one) => named(one, rule)),
    ...(first === undefined ? [] : [first]),
    insertAt(body.span.end, last),
    insertAt(body.span.start, `${html}${lineEnd}${lineEnd}`),
  ];
}

/** The rule after the first one that the comment names. What follows may be a reason. */
const named = ({ ids: [first] }: Suppression, rule: string): readonly Edit[] =>
  first === undefined ? [] : [insertAt(first.span.end, `, ${rule}`)];

/** What a line above begins with: the indentation, and the marks of the block quotes that the line is in. */
function prefixOf(text: string, line: Line, isInBody: boolean): string {
  let end = line.start;
  while (end < line.end && (isSpaceOrTab(text.charCodeAt(end)) || (isInBody && text[end] === '>'))) end++;
  return text.slice(line.start, end);
}

/** Where the text of a line ends: before spaces, and before the backslash of a hard line break. */
function endOf(text: string, line: Line): number {
  let end = line.end;
  while (end > line.start && isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return text[end - 1] === '\\' ? end - 1 : end;
}

/** Whether the line is the first one of a table, where a comment at its end would be another column. */
function isTableHead(text: string, line: Line): boolean {
  const next = lineFrom(text, line.next);
  return (
    line.next > line.end &&
    /^[\s>]*[|:-][\s|:-]*-[\s|:-]*$/.test(text.slice(next.start, Math.min(next.end, next.start + MAX_RULE)))
  );
}

/** UTF-16 code units of the line below the head of a table. */
const MAX_RULE = 1000;

/** Whether the line is in a paragraph or a list item. A comment above would split it, and one at its end does not. */
function isProse(blocks: readonly Block[], start: number): boolean {
  const block = blocks.find((one) => one.span.start <= start && start < one.span.end);
  return block?.kind === 'paragraph';
}
