/** Finds, adds and removes the hook that checks the report when the agent stops, as edits of frontmatter's lines. */
import type { ReportHook } from '../hosts/host';
import type { AgentFile, Entry, Sequence, Value } from '../syntax/tree';
import { type Edit, insertAt } from '../text/edits';
import { isBlankLine } from '../text/lines';
import { lineAt, lineContent, lineEndOf, lineSpan } from '../text/source';
import { type Span, span } from '../text/span';

/** What is removed when it is empty without the hook: the hook itself first, the whole field last. */
interface Found {
  readonly enclosing: readonly Span[];
}

/** Whether the frontmatter's field `key` runs the check. */
export const hasReportHook = (file: AgentFile, key: string, hook: ReportHook): boolean =>
  findHook(file, key, hook) !== undefined;

/**
 * The edits that add the hook to the field `key`. Undefined when the frontmatter is not written so that lines can be added:
 * unclosed, broken, or in flow style. The caller must check that the host still loads the file.
 */
export function addHook(file: AgentFile, key: string, hook: ReportHook): readonly Edit[] | undefined {
  const { frontMatter } = file;
  if (frontMatter?.closer === undefined || frontMatter.recovered) return undefined;
  const field = frontMatter.entries.findLast((entry) => entry.key === key);
  if (field === undefined)
    return insertion(file, frontMatter.closer.start, [`${key}:`, `  ${hook.event}:`, ...groupLines(hook, 4)]);
  const column = columnIn(file, field.value) ?? 2;
  if (field.value.kind === 'missing')
    return insertion(file, afterLine(file, field.keySpan.end), [
      `${' '.repeat(column)}${hook.event}:`,
      ...groupLines(hook, column + 2),
    ]);
  if (field.value.kind !== 'mapping' || field.value.style !== 'block') return undefined;
  const event = field.value.entries.find((entry) => entry.key === hook.event);
  if (event === undefined)
    return insertion(file, afterLine(file, field.value.span.end), [
      `${' '.repeat(column)}${hook.event}:`,
      ...groupLines(hook, column + 2),
    ]);
  return addToEvent(file, event, column, hook);
}

function addToEvent(
  file: AgentFile,
  { keySpan, value }: Entry,
  column: number,
  hook: ReportHook,
): readonly Edit[] | undefined {
  if (value.kind === 'missing') return insertion(file, afterLine(file, keySpan.end), groupLines(hook, column + 2));
  if (value.kind !== 'sequence' || value.style !== 'block') return undefined;
  return insertion(file, afterLine(file, value.span.end), groupLines(hook, columnIn(file, value) ?? column + 2));
}

/** An entry of an event with the one hook in it, its dash at `column`. */
function groupLines(hook: ReportHook, column: number): readonly string[] {
  const [first = '', ...rest] = hook.lines;
  const spaces = ' '.repeat(column);
  return [`${spaces}- ${hook.list}:`, `${spaces}    - ${first}`, ...rest.map((line) => `${spaces}      ${line}`)];
}

function insertion({ source }: AgentFile, offset: number, lines: readonly string[]): readonly Edit[] {
  const end = lineEndOf(source);
  return [insertAt(offset, lines.map((line) => line + end).join(''))];
}

const afterLine = ({ source }: AgentFile, offset: number): number => lineSpan(source, lineAt(source, offset)).end;

/** The column at which the keys of a block map or the dashes of a block list begin. */
function columnIn({ source }: AgentFile, value: Value): number | undefined {
  const first =
    value.kind === 'mapping' ? value.entries[0]?.keySpan : value.kind === 'sequence' ? value.items[0]?.span : undefined;
  return first === undefined ? undefined : first.start - lineSpan(source, lineAt(source, first.start)).start;
}

/**
 * The edits that remove the hook and whatever would be empty without it; undefined when it shares its lines with something else.
 */
export function removeHook(file: AgentFile, key: string, hook: ReportHook): readonly Edit[] | undefined {
  const range = findHook(file, key, hook)?.enclosing.at(-1);
  if (range === undefined) return undefined;
  const { source } = file;
  const start = lineContent(source, lineAt(source, range.start));
  const end = lineContent(source, lineAt(source, range.end));
  const isOwn =
    isBlankLine(source.text, span(start.start, range.start)) && isBlankLine(source.text, span(range.end, end.end));
  return isOwn ? [{ span: span(start.start, afterLine(file, range.end)), newText: '' }] : undefined;
}

function findHook(file: AgentFile, key: string, hook: ReportHook): Found | undefined {
  const field = file.frontMatter?.entries.findLast((entry) => entry.key === key);
  const events = field?.value.kind === 'mapping' ? field.value.entries : [];
  for (const event of events) {
    if (field === undefined || !hook.events.includes(event.key) || event.value.kind !== 'sequence') continue;
    const found = inEvent(event.value, hook);
    if (found === undefined) continue;
    const isAlone = event.value.items.length === 1 && found.length > 1;
    const outer = isAlone ? [event.span, ...(events.length === 1 ? [field.span] : [])] : [];
    return { enclosing: [...found, ...outer] };
  }
  return undefined;
}

/** The spans of the hook and, when it is alone there, of the entry around it. */
function inEvent(groups: Sequence, hook: ReportHook): readonly Span[] | undefined {
  for (const group of groups.items) {
    const list = entryIn(group.value, hook.list)?.value;
    if (list?.kind !== 'sequence') continue;
    const found = list.items.find((item) => runsCheck(item.value, hook));
    if (found !== undefined) return list.items.length === 1 ? [found.span, group.span] : [found.span];
  }
  return undefined;
}

const entryIn = (value: Value, key: string): Entry | undefined =>
  value.kind === 'mapping' ? value.entries.findLast((entry) => entry.key === key) : undefined;

function runsCheck(value: Value, hook: ReportHook): boolean {
  const command = entryIn(value, hook.command)?.value;
  return command?.kind === 'scalar' && command.text.includes(hook.run);
}
