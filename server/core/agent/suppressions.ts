/** Comments that disable rules: in YAML `# agent-authoring-ignore rule`, in Markdown `<!-- agent-authoring-ignore rule -->`. */
import { codeRegions, isWithin } from '../prose/codeRegions';
import type { AgentFile, Entry, Value } from '../syntax/tree';
import { isLineBreak, isSpaceOrTab } from '../text/chars';
import { type Lines, lineAt } from '../text/source';
import { type Span, span } from '../text/span';

const MARK = 'agent-authoring-ignore';

/** What follows the mark when the whole file is meant. */
const FILE = '-file';

/** The mark of a comment for its own line and the next one. */
export const LINE_MARK = MARK;

/** The mark of a comment for the whole file. */
export const FILE_MARK = `${MARK}${FILE}`;

/** UTF-16 code units in which the rule ids of one comment must be, so that many comments on one line cost no more. */
const LONGEST = 500;

/** Which rules a file disables where, as plain data. */
export interface Suppressed {
  /** The rule ids after each comment, by its zero-based line; none for all rules. */
  readonly byLine: ReadonlyMap<number, readonly string[]>;
  readonly everywhere: ReadonlySet<string>;
  readonly isAllSilent: boolean;
}

/** Where no comment disables anything. */
export const noneSuppressed: Suppressed = { byLine: new Map(), everywhere: new Set(), isAllSilent: false };

/**
 * Finds the suppressions of a file.
 *
 * A comment applies to its own line and the next one. `agent-authoring-ignore-file` applies to the whole file. Without rule
 * ids it disables every rule; several ids are separated by commas or spaces. What only looks like a comment, in a string or
 * in code, disables nothing: an example of a suppression is not one.
 */
export function suppressedIn(file: AgentFile): Suppressed {
  const { text } = file.source;
  const byLine = new Map<number, readonly string[]>();
  const everywhere = new Set<string>();
  let isAllSilent = false;
  for (const at of marksOf(file)) {
    const isFile = isFileMark(text, at);
    const ids = listIn(text, at)
      .split(/[ ,\t]/)
      .filter((id) => id !== '');
    if (!isFile) byLine.set(lineAt(file.source, at), ids);
    else if (ids.length === 0) isAllSilent = true;
    else for (const id of ids) everywhere.add(id);
  }
  return { byLine, everywhere, isAllSilent };
}

/**
 * Whether `rule` is disabled at a span.
 * @param lines Those of the file.
 * @param byName Whether only a comment counts that names the rule.
 */
export function isSuppressed(
  { byLine, everywhere, isAllSilent }: Suppressed,
  lines: Lines,
  rule: string,
  range: Span,
  byName = false,
): boolean {
  const silences = (ids: readonly string[] | undefined): boolean =>
    ids !== undefined && ((ids.length === 0 && !byName) || ids.includes(rule));
  if ((isAllSilent && !byName) || everywhere.has(rule)) return true;
  if (byLine.size === 0) return false;
  const line = lineAt(lines, range.start);
  return silences(byLine.get(line)) || silences(byLine.get(line - 1));
}

/** A rule id in a comment. */
interface Id {
  readonly id: string;
  readonly span: Span;
}

/** A comment that disables rules. */
export interface Suppression {
  /** The mark, without the rule ids. */
  readonly span: Span;
  /** The line of the comment, which also applies to the next one; undefined when it applies to the whole file. */
  readonly line: number | undefined;
  /** The words after the mark: rule ids, perhaps with a reason; none when all rules are disabled. */
  readonly ids: readonly Id[];
}

/** The comments that disable rules, in file order, at most `max`. */
export const suppressionsIn = (file: AgentFile, max: number): readonly Suppression[] => {
  const { text } = file.source;
  return marksOf(file)
    .slice(0, max)
    .map((at) => {
      const from = listStart(text, at);
      const ids = [...listIn(text, at).matchAll(/[^ ,\t]+/g)].map(({ 0: id, index }) => ({
        id,
        span: span(from + index, from + index + id.length),
      }));
      return { span: span(at, from), line: isFileMark(text, at) ? undefined : lineAt(file.source, at), ids };
    });
};

const isFileMark = (text: string, at: number): boolean => text.startsWith(FILE, at + MARK.length);

const listStart = (text: string, at: number): number => at + MARK.length + (isFileMark(text, at) ? FILE.length : 0);

/** The rest of the comment after its mark. */
function listIn(text: string, at: number): string {
  const from = listStart(text, at);
  const last = Math.min(text.length, from + LONGEST);
  let end = from;
  while (end < last && !isLineBreak(text.charCodeAt(end)) && !(text[end] === '-' && text.startsWith('-->', end))) end++;
  return text.slice(from, end);
}

/** Whether lines contain what looks like a suppression of single lines, so that moving text to another line matters. */
export function speaksOfLines(lines: string): boolean {
  for (let at = lines.indexOf(MARK); at >= 0; at = lines.indexOf(MARK, at + MARK.length)) {
    const isComment = hashBefore(lines, at) !== undefined || htmlBefore(lines, at) !== undefined;
    if (isComment && !lines.startsWith(FILE, at + MARK.length)) return true;
  }
  return false;
}

/** The offset of every mark that begins a comment. */
function marksOf(file: AgentFile): readonly number[] {
  const { source, frontMatter, body } = file;
  const { text } = source;
  const marks: number[] = [];
  let at = text.indexOf(MARK);
  if (at < 0) return marks;
  const strings = stringsOf(frontMatter?.entries ?? []);
  const isCode = codeRegions(file);
  for (; at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    const isInBody = at >= body.span.start && at < body.span.end;
    const comment = isInBody ? htmlBefore(text, at) : hashBefore(text, at);
    if (comment === undefined) continue;
    if (isInBody ? !isCode(comment) : !isWithin(strings, comment)) marks.push(at);
  }
  return marks;
}

/** The offset of the `#` of the YAML comment that the mark begins. */
function hashBefore(text: string, mark: number): number | undefined {
  const hash = spacesBefore(text, mark) - 1;
  if (text[hash] !== '#') return undefined;
  const before = text.charCodeAt(hash - 1);
  // Right after other text a `#` is a part of it; after another `#` both are in a comment.
  return hash === 0 || isSpaceOrTab(before) || isLineBreak(before) || text[hash - 1] === '#' ? hash : undefined;
}

/** The offset of the `<!--` of the HTML comment that the mark begins. */
function htmlBefore(text: string, mark: number): number | undefined {
  const start = spacesBefore(text, mark) - 4;
  return start >= 0 && text.startsWith('<!--', start) && text[start - 1] !== '\\' ? start : undefined;
}

function spacesBefore(text: string, at: number): number {
  let before = at;
  while (before > 0 && isSpaceOrTab(text.charCodeAt(before - 1))) before--;
  return before;
}

/** The strings of the frontmatter, keys and values, in file order. A comment may follow the `|` or `>` of a block scalar. */
function stringsOf(entries: readonly Entry[]): readonly Span[] {
  const spans: Span[] = [];
  const pending: Value[] = [];
  const addEntry = ({ keySpan, value }: Entry): void => {
    spans.push(keySpan);
    pending.push(value);
  };
  for (const entry of entries) addEntry(entry);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'scalar') {
      const isBlock = value.style === 'literal' || value.style === 'folded';
      spans.push(isBlock ? value.inner : value.span);
    } else if (value.kind === 'sequence') for (const item of value.items) pending.push(item.value);
    else if (value.kind === 'mapping') for (const entry of value.entries) addEntry(entry);
  }
  return spans.sort((a, b) => a.start - b.start);
}
