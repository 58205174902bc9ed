/** Comments that disable rules: in YAML `# agent-authoring-disable-line rule: reason`, in Markdown the same in `<!-- -->`. */
import { codeRegions, isWithin } from '../prose/codeRegions';
import type { AgentFile, Entry, Value } from '../syntax/tree';
import { isLineBreak, isSpaceOrTab } from '../text/chars';
import { lazyFor } from '../text/lazy';
import { type Lines, lineAt } from '../text/source';
import { type Span, span } from '../text/span';

/** What all marks begin with, and what comes then. */
const PREFIX = 'agent-authoring-';
const WORD = /^(?:disable|ignore)(?:-[a-z]+)*(?!\w|-\w)/;

/** UTF-16 code units in which a mark ends. */
const LONGEST_MARK = 60;

/** The mark of a comment for the next line, for its own line, and for the whole file. */
export const NEXT_LINE_MARK = `${PREFIX}disable-next-line`;
export const LINE_MARK = `${PREFIX}disable-line`;
export const FILE_MARK = `${PREFIX}disable-file`;

/** The lines that a comment is for, counted from its own; `file` for all of them. The last two marks are older spellings. */
const reaches: Readonly<Record<string, readonly number[] | 'file'>> = {
  [NEXT_LINE_MARK]: [1],
  [LINE_MARK]: [0],
  [FILE_MARK]: 'file',
  [`${PREFIX}ignore`]: [0, 1],
  [`${PREFIX}ignore-file`]: 'file',
};

/** UTF-16 code units in which the rule ids of one comment must be, so that many comments on one line cost no more. */
const LONGEST = 500;

/** Every rule, among rule ids. */
const EVERY_RULE = '';

/** Which rules a file disables where, as plain data. */
export interface Suppressed {
  /** The ids of the rules that are disabled on a zero-based line. */
  readonly byLine: ReadonlyMap<number, ReadonlySet<string>>;
  readonly everywhere: ReadonlySet<string>;
  readonly isAllSilent: boolean;
}

/** Where no comment disables anything. */
export const noneSuppressed: Suppressed = { byLine: new Map(), everywhere: new Set(), isAllSilent: false };

/**
 * Finds what the comments of a file disable.
 *
 * Without rule ids, a comment disables every rule. Several ids are separated by commas or spaces; what comes after a colon is the
 * reason. What only looks like a comment, in a string or in code, disables nothing: an example of a suppression is not one.
 */
export function suppressedIn(file: AgentFile): Suppressed {
  const byLine = new Map<number, Set<string>>();
  const everywhere = new Set<string>();
  const { text } = file.source;
  for (const { at } of marksOf(file)) {
    const mark = markAt(text, at);
    const words = idsPartOf(listFrom(text, at + mark.length))
      .split(SEPARATOR)
      .filter((word) => word !== '');
    const disabled = words.length === 0 ? [EVERY_RULE] : words;
    const reach = reachOf(mark);
    if (reach === 'file') for (const id of disabled) everywhere.add(id);
    else
      for (const distance of reach) {
        const line = lineAt(file.source, at) + distance;
        const onLine = byLine.get(line) ?? new Set();
        for (const id of disabled) onLine.add(id);
        byLine.set(line, onLine);
      }
  }
  return { byLine, everywhere, isAllSilent: everywhere.delete(EVERY_RULE) };
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
  if ((isAllSilent && !byName) || everywhere.has(rule)) return true;
  if (byLine.size === 0) return false;
  const ids = byLine.get(lineAt(lines, range.start));
  return ids !== undefined && (ids.has(rule) || (!byName && ids.has(EVERY_RULE)));
}

/** A rule id in a comment. */
export interface Id {
  readonly id: string;
  readonly span: Span;
}

/** A comment that disables rules. */
export interface Suppression {
  /** The mark, without the rule ids. */
  readonly span: Span;
  /** The zero-based lines that it is for: none when there is no such mark; undefined when it is for the whole file. */
  readonly lines: readonly number[] | undefined;
  /** The words after the mark and before a colon: rule ids, perhaps with other words; none when all rules are disabled. */
  readonly ids: readonly Id[];
  /** What is written after the colon, without spaces around it. */
  readonly reason: string;
  /** Where the comment begins and ends, with its signs; undefined when it does not end on the line. */
  readonly comment: Span | undefined;
}

/** How many comments of a file are looked at; a file has a few. */
const MAX_COMMENTS = 50;

/** The comments that disable rules or look as if they did, in file order, at most `max`. */
export const suppressionsIn = (file: AgentFile, max = MAX_COMMENTS): readonly Suppression[] =>
  marksOf(file)
    .slice(0, max)
    .map((mark) => suppressionAt(file, mark));

function suppressionAt({ source }: AgentFile, { start, at, isInBody }: Mark): Suppression {
  const { text } = source;
  const mark = markAt(text, at);
  const from = at + mark.length;
  const list = listFrom(text, from);
  const idsPart = idsPartOf(list);
  const ids = [...idsPart.matchAll(/[^ ,\t]+/g)].map(({ 0: id, index }) => ({
    id,
    span: span(from + index, from + index + id.length),
  }));
  const reach = reachOf(mark);
  const line = lineAt(source, at);
  const end = from + list.length;
  const isClosed = isInBody ? text.startsWith(CLOSER, end) : list.length < LONGEST;
  return {
    span: span(at, from),
    lines: reach === 'file' ? undefined : reach.map((distance) => line + distance),
    ids,
    reason: list.slice(idsPart.length + 1).trim(),
    comment: isClosed ? span(start, end + (isInBody ? CLOSER.length : 0)) : undefined,
  };
}

/** What separates rule ids. */
const SEPARATOR = /[ ,\t]/;

/** The part of a list that is before the reason. */
const idsPartOf = (list: string): string => {
  const colon = list.indexOf(':');
  return colon < 0 ? list : list.slice(0, colon);
};

/** The lines that a mark is for; none when there is no such mark. */
const reachOf = (mark: string): readonly number[] | 'file' =>
  Object.hasOwn(reaches, mark) ? (reaches[mark] ?? []) : [];

/** What begins and what ends a comment in Markdown. */
const OPENER = '<!--';
const CLOSER = '-->';

/** The mark at an offset; empty when none is there. */
const markAt = (text: string, at: number): string => {
  const [word = ''] = WORD.exec(text.slice(at + PREFIX.length, at + LONGEST_MARK)) ?? [];
  return word === '' ? '' : PREFIX + word;
};

/** The rest of the comment after its mark. */
function listFrom(text: string, from: number): string {
  const last = Math.min(text.length, from + LONGEST);
  let end = from;
  while (end < last && !isLineBreak(text.charCodeAt(end)) && !isSignAt(text, end)) end++;
  return text.slice(from, end);
}

const isSignAt = (text: string, at: number): boolean =>
  (text[at] === '-' && text.startsWith(CLOSER, at)) || (text[at] === '<' && text.startsWith(OPENER, at));

/** Whether lines contain what looks like a suppression of single lines, so that moving text to another line matters. */
export function speaksOfLines(lines: string): boolean {
  for (let at = lines.indexOf(PREFIX); at >= 0; at = lines.indexOf(PREFIX, at + PREFIX.length)) {
    const reach = reachOf(markAt(lines, at));
    const isComment = hashBefore(lines, at) !== undefined || htmlBefore(lines, at) !== undefined;
    if (isComment && reach !== 'file' && reach.length > 0) return true;
  }
  return false;
}

/** Where a mark is that begins a comment. */
interface Mark {
  /** The offset of the comment, and that of the mark. */
  readonly start: number;
  readonly at: number;
  /** Whether the comment is in Markdown. */
  readonly isInBody: boolean;
}

/** Every mark that begins a comment, in file order. */
const marksOf = lazyFor((file: AgentFile): readonly Mark[] => {
  const { source, frontMatter, body } = file;
  const { text } = source;
  const marks: Mark[] = [];
  let at = text.indexOf(PREFIX);
  if (at < 0) return marks;
  const strings = stringsOf(frontMatter?.entries ?? []);
  const isCode = codeRegions(file);
  for (; at >= 0; at = text.indexOf(PREFIX, at + PREFIX.length)) {
    if (markAt(text, at) === '') continue;
    const isInBody = at >= body.span.start && at < body.span.end;
    const start = isInBody ? htmlBefore(text, at) : hashBefore(text, at);
    if (start === undefined) continue;
    if (isInBody ? !isCode(start) : !isWithin(strings, start)) marks.push({ start, at, isInBody });
  }
  return marks;
});

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
  return start >= 0 && text.startsWith(OPENER, start) && text[start - 1] !== '\\' ? start : undefined;
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
