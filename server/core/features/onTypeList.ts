/** Enter in a list of the frontmatter that has one item a line: the next line begins with a dash, and an empty item ends the list. */
import type { AgentFile, Entry, SequenceItem, Value } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { lineAt, lineContent } from '../text/source';
import { type Span, span, textAt } from '../text/span';
import { afterIndent, bulletOf } from './onTypeLine';

/** The edit after Enter, with the cursor at `offset` on the new line. */
export function afterListItem({ source, frontMatter }: AgentFile, offset: number): Edit | undefined {
  const { text } = source;
  const number = lineAt(source, offset);
  if (number === 0 || frontMatter === undefined || frontMatter.language === 'toml') return undefined;
  const [line, previous] = [lineContent(source, number), lineContent(source, number - 1)];
  if (previous.start < frontMatter.content.start || previous.end > frontMatter.content.end) return undefined;
  const dash = /^[ \t]*-(?:[ \t]+|$)/.exec(textAt(text, previous))?.[0];
  const item = dash === undefined ? undefined : itemOn(frontMatter.entries, previous, dash.trimEnd().length - 1);
  if (dash === undefined || item === undefined) return undefined;
  const rest = span(afterIndent(text, line, offset), line.end);
  const isEmpty = dash.length === previous.end - previous.start;
  if (isEmpty && rest.start === rest.end) return { span: span(previous.start, line.end), newText: '' };
  // Some editors insert the dash of the next item themselves.
  if (!canGoOn(item.value, rest) || bulletOf(textAt(text, rest)) !== undefined) return undefined;
  return { span: span(line.start, rest.start), newText: dash.endsWith('-') ? `${dash} ` : dash };
}

/** A name goes on in the next item. A quoted value does only when all of it is before the cursor; a map or a block has lines of its own. */
const canGoOn = (value: Value, rest: Span): boolean =>
  value.kind === 'missing' ||
  (value.kind === 'scalar' && (value.style === 'plain' || (isQuoted(value.style) && rest.start === rest.end)));

const isQuoted = (style: string): boolean => style === 'single' || style === 'double';

/** The item whose dash is in a line, `column` after its start. */
function itemOn(entries: readonly Entry[], line: Span, column: number): SequenceItem | undefined {
  const at = line.start + column;
  const pending: Value[] = entries.map(({ value }) => value);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'mapping') for (const entry of value.entries) pending.push(entry.value);
    if (value.kind !== 'sequence' || value.style !== 'block') continue;
    const item = value.items.findLast((one) => one.span.start <= at);
    if (item?.span.start === at) return item;
    if (item !== undefined) pending.push(item.value);
  }
  return undefined;
}
