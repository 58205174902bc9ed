/** The parts of broken frontmatter: a key with all lines of its value. */

import type { Agent, AgentField } from '../agent/agent';
import { lookup } from '../hosts/lookup';
import { problemsOf } from '../syntax/problems';
import type { AgentFile, Entry, Problem } from '../syntax/tree';
import { isSpaceOrTab } from '../text/chars';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../text/lines';
import { type Span, span } from '../text/span';

/** A key with all lines that belong to its value, or (without a key) lines before the first key. */
export interface Piece {
  readonly key: string | undefined;
  /** Of the colon after the key; where the lines begin when there is no key. */
  readonly colon: number;
  /** The value on the key's own line without spaces around it; empty when there is none. */
  readonly first: Span;
  /** Whole lines, the key's own one first. */
  readonly lines: readonly Line[];
  /** From the first character of the first line to the last that is not white space. */
  readonly span: Span;
}

/** The lines that a YAML problem is about; undefined when no single key caused it. */
export function pieceOf(file: AgentFile, problem: Problem): Piece | undefined {
  const { frontMatter, source } = file;
  if (frontMatter === undefined) return undefined;
  const first = frontMatter.entries[0]?.keySpan.start ?? frontMatter.content.end;
  if (problem.span.start < first) return pieceFrom(source.text, undefined, span(frontMatter.content.start, first));
  const entry = blamed(file, frontMatter.entries, problem);
  return entry === undefined ? undefined : pieceFrom(source.text, entry, entry.span);
}

/** Recovery makes one problem of each broken entry; it may be where the next entry begins, so it is found by counting. */
function blamed(file: AgentFile, entries: readonly Entry[], problem: Problem): Entry | undefined {
  const first = entries[0]?.keySpan.start ?? 0;
  const broken = entries.filter(({ value }) => value.kind === 'broken');
  const problems = problemsOf(file, 'yaml', 'limit').filter((one) => one.span.start >= first);
  if (problems.length === broken.length) return broken[problems.indexOf(problem)];
  const nearest = entries.findLast(({ keySpan }) => keySpan.start <= problem.span.start);
  return nearest?.value.kind === 'broken' || nearest?.value.kind === 'alias' ? nearest : undefined;
}

/** The piece in `range`, which begins with the key of `entry` (or has none). */
export function pieceFrom(text: string, entry: Pick<Entry, 'key' | 'keySpan'> | undefined, range: Span): Piece {
  const lines: Line[] = [];
  for (let at = range.start; at < range.end; ) {
    const line = lineFrom(text, at);
    lines.push(line);
    at = line.next;
  }
  while (entry === undefined && lines.length > 0 && lines.slice(-1).some((line) => isBlankLine(text, line)))
    lines.pop();
  const colon = entry === undefined ? range.start : skipSpaces(text, entry.keySpan.end, range.end);
  const end = lines[0]?.end ?? range.end;
  let stop = end;
  const start = skipSpaces(text, Math.min(colon + 1, end), end);
  while (stop > start && isSpaceOrTab(text.charCodeAt(stop - 1))) stop--;
  const last = lines.at(-1)?.end ?? range.end;
  return {
    key: entry?.key,
    colon,
    first: span(start, stop),
    lines,
    span: span(range.start, entry === undefined ? last : range.end),
  };
}

/** The piece together with the string field before it, when the unindented text begins with a word that only looks like a key. */
export function withOwner(agent: Agent, piece: Piece): Piece {
  const { file, format } = agent;
  const entries = file.frontMatter?.entries ?? [];
  if (piece.key === undefined || lookup(format.fields, piece.key) !== undefined) return piece;
  // A guard is never part of a text, and the host does not load an agent with a guard in the wrong place.
  if (format.hooks?.guards.includes(piece.key) === true) return piece;
  const owner = entries.findLast(
    (entry) => entry.keySpan.start < piece.span.start && lookup(format.fields, entry.key) !== undefined,
  );
  const field = owner === undefined ? undefined : lookup(format.fields, owner.key);
  // A name is one word, so unindented text does not belong to it.
  if (owner === undefined || field?.shape.kind !== 'string' || field.role === 'identity') return piece;
  const { value } = owner;
  const isText =
    value.kind === 'missing' || value.kind === 'broken' || (value.kind === 'scalar' && value.style === 'plain');
  return isText ? pieceFrom(file.source.text, owner, span(owner.span.start, piece.span.end)) : piece;
}

/**
 * The fields without those that are text: unknown keys between a string field and the first YAML error.
 * A line of a dialogue (`user: …`) looks like a key there.
 */
export function fieldsBesidesSpills(agent: Agent): readonly AgentField[] {
  const fields = agent.fields();
  const spills = problemsOf(agent.file, 'yaml').flatMap((problem): readonly Span[] => {
    const piece = pieceOf(agent.file, problem);
    const whole = piece === undefined ? undefined : withOwner(agent, piece);
    return whole === undefined || whole === piece ? [] : [span(whole.span.start + 1, whole.span.end)];
  });
  return spills.length === 0
    ? fields
    : fields.filter(
        ({ entry: { keySpan } }) => !spills.some((spill) => keySpan.start >= spill.start && keySpan.start < spill.end),
      );
}

/** The lines after the first one that contain text; trailing comments at the left margin do not count. */
export function continuation(text: string, piece: Piece): readonly Line[] {
  const rest = piece.lines.slice(piece.key === undefined ? 0 : 1).filter((line) => !isBlankLine(text, line));
  return rest.some((line) => !isComment(text, line)) ? rest : [];
}

const isComment = (text: string, line: Line): boolean => text[skipSpaces(text, line.start, line.end)] === '#';

/** A `- ` at the left margin is an item of the list above it. */
export const isItem = (text: string, line: Line): boolean =>
  text[line.start] === '-' && (line.start + 1 >= line.end || isSpaceOrTab(text.charCodeAt(line.start + 1)));

/** Whether the value is the mark of a block (`|`, `>-` …) and nothing else is on its line. */
export function isBlockMark(text: string, { first }: Piece): boolean {
  if (text[first.start] !== '|' && text[first.start] !== '>') return false;
  for (let at = first.start + 1; at < first.end; at++) if (!'+-123456789'.includes(text.charAt(at))) return false;
  return true;
}

/** Spaces at the beginning of a line; a tab is not indentation in YAML. */
export function depthOf(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && text[at] === ' ') at++;
  return at - line.start;
}

/** The lines of a block from the first one on that is indented less than the block's first line. */
export function shallowLines(text: string, piece: Piece): readonly Line[] {
  const lines = piece.lines.slice(1);
  const first = lines.find((line) => !isBlankLine(text, line));
  const depth = Math.max(1, first === undefined ? 0 : depthOf(text, first));
  const at = lines.findIndex((line) => !isBlankLine(text, line) && depthOf(text, line) < depth);
  return at < 0 ? [] : lines.slice(at);
}
