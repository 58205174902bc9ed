/** Classifies the usual mistakes in YAML, so that each has its own rule, range and repair. */

import type { Agent } from '../agent/agent';
import { lookup } from '../hosts/lookup';
import { keyOf } from '../syntax/frontMatter/keyLine';
import { problemsOf } from '../syntax/problems';
import type { Problem } from '../syntax/tree';
import { isSpaceOrTab } from '../text/chars';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../text/lines';
import { type Span, span } from '../text/span';
import { quoteFault } from './faultQuotes';
import { continuation, isBlockMark, isItem, type Piece, pieceOf, shallowLines, withOwner } from './pieces';
import { isBroken, segmentsOf } from './segments';

export type FaultKind =
  | 'space' // no space follows the colon of a known key
  | 'tabs' // tabs in indentation
  | 'indent' // a known key is indented although the keys around it are not
  | 'spill' // lines of a string are at the left margin
  | 'quotes' // a quote inside a quoted value, or one that is never closed
  | 'indicator' // a plain value begins with a character that means something else
  | 'colon' // a colon and a space inside a plain value
  | 'other';

/** One mistake that makes frontmatter invalid YAML. */
export interface Fault {
  readonly kind: FaultKind;
  /** The characters that are wrong. */
  readonly span: Span;
  readonly problem: Problem;
  /** The lines that the fault is about; undefined when they are not known. */
  readonly piece: Piece | undefined;
}

/** The faults after the YAML problems of a file, in file order. */
export const faultsOf = (agent: Agent): readonly Fault[] =>
  problemsOf(agent.file, 'yaml').map((problem) => faultOf(agent, problem));

function faultOf(agent: Agent, problem: Problem): Fault {
  const { file, format } = agent;
  const { text } = file.source;
  const found = pieceOf(file, problem);
  if (found === undefined) return { kind: 'other', span: problem.span, problem, piece: undefined };
  const fault = (kind: FaultKind, at: Span, piece: Piece = found): Fault => ({ kind, span: at, problem, piece });
  const { colon, key } = found;
  if (key !== undefined && !isSpaced(text, colon) && lookup(format.fields, key) !== undefined)
    return fault('space', span(colon, colon + 1));
  const tab = tabIn(text, found, problem);
  if (tab !== undefined) return fault('tabs', tab);
  const indent = indentedKey(agent, found);
  if (indent !== undefined) return fault('indent', indent);
  if (key === undefined) return fault('other', problem.span);
  const [shallow] = isBlockMark(text, found) ? shallowLines(text, found) : [];
  if (shallow !== undefined) return fault('spill', span(skipSpaces(text, shallow.start, shallow.end), found.span.end));
  const owned = withOwner(agent, found);
  if (owned !== found && DIALOGUE.includes(key.toLowerCase()))
    return fault('spill', span(owned.lines[1]?.start ?? found.span.start, owned.span.end), owned);
  const segment = segmentsOf(text, found).find((one) => isBroken(text, one));
  if (segment !== undefined) return { ...valueFault(text, segment, problem), piece: found };
  const spilled = continuation(text, found).find(
    (line) => !isSpaceOrTab(text.charCodeAt(line.start)) && !isItem(text, line),
  );
  if (spilled === undefined) return valueFault(text, found, problem);
  const from = owned === found ? spilled.start : (owned.lines[1]?.start ?? spilled.start);
  return fault('spill', span(from, owned.span.end), owned);
}

/** How the lines of examples under a description begin; no field has such a name. */
const DIALOGUE: readonly string[] = ['assistant', 'commentary', 'context', 'human', 'user'];

/** The fault of a value whose lines are all indented correctly. */
function valueFault(text: string, piece: Piece, problem: Problem): Fault {
  const fault = (kind: FaultKind, at: Span): Fault => ({ kind, span: at, problem, piece });
  const { first } = piece;
  if (first.start === first.end) {
    const nested = nestedValue(text, problem);
    const colon = nested === undefined ? undefined : colonIn(text, nested);
    return colon === undefined ? fault('other', problem.span) : fault('colon', colon);
  }
  if (text[first.start] === '"' || text[first.start] === "'") return fault('quotes', quoteFault(text, piece));
  if (INDICATORS.includes(text.charAt(first.start))) return fault('indicator', span(first.start, first.start + 1));
  const at = colonIn(text, span(first.start, piece.span.end));
  return at === undefined ? fault('other', problem.span) : fault('colon', at);
}

/** From the position of the parser's error to the end of that line, when a key or a dash is before it. */
function nestedValue(text: string, { span: { start } }: Problem): Span | undefined {
  let before = start;
  while (before > 0 && isSpaceOrTab(text.charCodeAt(before - 1))) before--;
  const isValue = before < start && (text[before - 1] === ':' || text[before - 1] === '-');
  return isValue ? span(start, lineFrom(text, start).end) : undefined;
}

const isSpaced = (text: string, colon: number): boolean => {
  const line = lineFrom(text, colon);
  return colon + 1 >= line.end || isSpaceOrTab(text.charCodeAt(colon + 1));
};

/** The tabs at the beginning of the line with the parser's error, or of the first line that has any. */
function tabIn(text: string, piece: Piece, problem: Problem): Span | undefined {
  const rest = piece.key === undefined ? piece.lines : piece.lines.slice(1);
  const isAt = (line: Line): boolean => problem.span.start >= line.start && problem.span.start <= line.end;
  const isTabbed = (line: Line): boolean => text.charCodeAt(line.start) === TAB && !isBlankLine(text, line);
  const found =
    rest.find((line) => isTabbed(line) && isAt(line)) ??
    (rest.every((line) => isTabbed(line) || isBlankLine(text, line)) ? rest.find(isTabbed) : undefined);
  if (found === undefined) return undefined;
  let end = found.start;
  while (text.charCodeAt(end) === TAB) end++;
  return span(found.start, end);
}

/** The spaces before a known key that has no other place in the frontmatter and is where no nested key can. */
function indentedKey(agent: Agent, piece: Piece): Span | undefined {
  const { file, format } = agent;
  const { text } = file.source;
  const nested = piece.lines.slice(1).find((line) => !isBlankLine(text, line));
  const depth = nested === undefined ? 0 : skipSpaces(text, nested.start, nested.end) - nested.start;
  for (const line of continuation(text, piece)) {
    const start = skipSpaces(text, line.start, line.end);
    const found = keyOf(text, { start, end: line.end });
    if (start === line.start || found?.spaced !== true) continue;
    const key = text.slice(found.span.start, found.span.end);
    const isFree =
      lookup(format.fields, key) !== undefined && !file.frontMatter?.entries.some((entry) => entry.key === key);
    const isInside = piece.key !== undefined && piece.first.start === piece.first.end && start - line.start >= depth;
    if (isFree && !isInside) return span(line.start, start);
  }
  return undefined;
}

/** The first colon of a plain scalar that YAML reads as the end of a key, with the space after it. */
function colonIn(text: string, range: Span): Span | undefined {
  for (let at = range.start; at < range.end; at++) {
    if (text[at] !== ':') continue;
    const next = text.charCodeAt(at + 1);
    if (at + 1 >= range.end || isSpaceOrTab(next)) return span(at, Math.min(at + 2, Math.max(range.end, at + 1)));
    if (next === 0x0a || next === 0x0d) return span(at, at + 1);
  }
  return undefined;
}

/** Characters that a plain value cannot begin with; quotes have a kind of their own. */
const INDICATORS = '*&!|>@`%[]{}#,?-:';
const TAB = 0x09;
