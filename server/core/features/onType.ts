/** Help while typing: Enter continues a task list and a list of the frontmatter, `>` closes a tag that is alone on its line. */

import type { TextEdit } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { isSelfClosed, tagPairs } from '../syntax/body/tagPairs';
import type { AgentFile, Tag, TaskItem } from '../syntax/tree';
import { isDigit } from '../text/chars';
import { type Edit, insertAt } from '../text/edits';
import { isBlankLine, type Line, lineFrom } from '../text/lines';
import { lineAt, lineContent, lineEndOf, lineSpan } from '../text/source';
import { span } from '../text/span';
import { afterIndent, bulletOf } from './onTypeLine';
import { afterListItem } from './onTypeList';
import { textEditOf } from './ranges';

/** The characters after which editors request edits. */
export const onTypeTriggers = { first: '\n', more: ['>'] } as const;

/** The edits after `typed` was typed and the cursor moved to `offset`. */
export function onTypeAt(agent: Agent, offset: number, typed: string): readonly TextEdit[] {
  const { file } = agent;
  const edit =
    typed === '\n'
      ? (afterEnter(file, offset) ?? afterListItem(file, offset))
      : typed === '>'
        ? afterTag(file, offset)
        : undefined;
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}

/** Adds an item after an item with text. Removes an item without text, which ends the list. */
function afterEnter({ source, body }: AgentFile, offset: number): Edit | undefined {
  const { text } = source;
  const number = lineAt(source, offset);
  const previous = lineSpan(source, number - 1);
  const check =
    number === 0
      ? undefined
      : body.taskItems.find(({ box }) => box.start >= previous.start && box.start < previous.end);
  if (check === undefined) return undefined;
  const line = lineContent(source, number);
  const rest = span(afterIndent(text, line, offset), line.end);
  if (check.label.start === check.label.end)
    return rest.start === rest.end ? { span: span(previous.start, line.end), newText: '' } : undefined;
  const written = text.slice(rest.start, rest.end);
  // Some editors insert the bullet of the next item themselves; then only the box is missing.
  const bullet = bulletOf(written);
  if (bullet !== undefined) {
    const isBox = written.startsWith('[', bullet);
    return isBox ? undefined : { span: span(rest.start + bullet, rest.start + bullet), newText: '[ ] ' };
  }
  return { span: span(line.start, rest.start), newText: `${nextPrefix(text, previous.start, check)}[ ] ` };
}

/** What is before the box of an item (quotes, indentation, bullet), with the next number for a numbered one. */
function nextPrefix(text: string, lineStart: number, { box }: TaskItem): string {
  const prefix = text.slice(lineStart, box.start);
  let end = prefix.length;
  while (end > 0 && !isDigit(prefix.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isDigit(prefix.charCodeAt(start - 1))) start--;
  const next = Number(prefix.slice(start, end)) + 1;
  // CommonMark reads at most nine digits.
  return start === end || end - start > 9 ? prefix : prefix.slice(0, start) + next + prefix.slice(end);
}

/**
 * `</name>` on a separate line below the tag that ends at the cursor, unless something closes it already. It is inserted at the
 * start of the line below where there is one, so that the cursor stays in the tag.
 */
function afterTag({ source, body }: AgentFile, offset: number): Edit | undefined {
  const { text } = source;
  const tag = body.tags.find((one) => one.span.end === offset && !one.closing);
  const line = lineContent(source, lineAt(source, offset));
  if (tag === undefined || isSelfClosed(text, tag) || isVoid(tag.name) || line.end !== offset) return undefined;
  const indent = text.slice(line.start, tag.span.start);
  if (!isBlankLine(text, { start: line.start, end: tag.span.start })) return undefined;
  if (!lacksCloser(text, body.tags, tag)) return undefined;
  const end = lineEndOf(source);
  const below: Line = lineFrom(text, line.start);
  const closer = `${indent}</${tag.name}>`;
  return below.next > below.end ? insertAt(below.next, closer + end) : insertAt(offset, end + closer);
}

/** Whether the tag is not closed, or is closed by the closing tag of an outer tag of the same name. */
function lacksCloser(text: string, tags: readonly Tag[], tag: Tag): boolean {
  const paired = new Set(tagPairs(text, tags).map(({ open }) => open.start));
  return tags.some(
    ({ name, closing, span: { start } }) =>
      name === tag.name && !closing && start <= tag.span.start && !paired.has(start),
  );
}

/** The void elements of HTML. */
const isVoid = (name: string): boolean =>
  ['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'].includes(
    name.toLowerCase(),
  );
