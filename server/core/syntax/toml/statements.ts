/** Cuts TOML into statements, so that each can be read alone: one broken value does not hide the others. */
import { isLineBreak } from '../../text/chars';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { limits } from '../frontMatter/guard';
import { hasControl } from './control';

/** One `key = value` with all lines of its value, one `[table]`, or a line that is neither. */
export interface Statement {
  /** From its first character to the end of its last line, a comment there included. */
  readonly span: Span;
}

export interface Statements {
  readonly statements: readonly Statement[];
  /** Which bound the text exceeds, as the end of a sentence; undefined when all of it may be parsed. */
  readonly excess: string | undefined;
}

/** The statements of `text` from `start` on, in one pass over the characters. */
export function statementsIn(text: string, start: number): Statements {
  const statements: Statement[] = [];
  const count = { keys: 0, outside: 0, depth: 0 };
  for (let at = start; at < text.length; ) {
    const line = lineFrom(text, at);
    const first = skipSpaces(text, line.start, line.end);
    if (first === line.end || (text[first] === '#' && !hasControl(text.slice(first, line.end), false))) {
      at = line.next;
      continue;
    }
    const end = endOf(text, span(first, line.end), count);
    statements.push({ span: span(first, end) });
    const excess = excessOf(count);
    if (excess !== undefined) return { statements: statements.slice(0, -1), excess };
    at = lineFrom(text, end).next;
  }
  return { statements, excess: undefined };
}

/** What is counted outside of strings. */
interface Count {
  keys: number;
  outside: number;
  /** The deepest nesting of brackets, or the most parts of a dotted key. */
  depth: number;
}

function excessOf({ keys, outside, depth }: Count): string | undefined {
  if (depth > limits.depth) return `it nests deeper than ${limits.depth} levels`;
  if (keys > limits.keys) return `it has more than ${limits.keys} keys`;
  return outside > limits.frontMatterLength
    ? `it is longer than ${limits.frontMatterLength} characters outside of strings`
    : undefined;
}

/** Where the statement ends that begins on a line: at the end of that line, unless a string or bracket is open there. */
function endOf(text: string, first: Span, count: Count): number {
  const isHeader = text[first.start] === '[';
  const open: string[] = [];
  if (isHeader) count.keys++;
  let dots = 0;
  for (let at = first.start; at < text.length; at++) {
    const char = text.charAt(at);
    if (isLineBreak(text.charCodeAt(at))) {
      if (open.length === 0 || isHeader) return at;
      const next = lineFrom(text, lineFrom(text, at).next);
      if (isNewStatement(text, next, open.at(-1) === '[' || !/[,{\s]\s*$/.test(text.slice(at - 1, at)))) return at;
      dots = 0;
      continue;
    }
    if (char === '"' || char === "'") {
      at = stringEnd(text, at) - 1;
      continue;
    }
    count.outside++;
    if (char === '#') at = lineFrom(text, at).end - 1;
    else if (char === '[' || char === '{') open.push(char);
    else if (char === ']' || char === '}') open.pop();
    else if (char === '=') count.keys++;
    dots = char === '.' ? dots + 1 : char === '=' || char === ',' ? 0 : dots;
    count.depth = Math.max(count.depth, open.length + dots);
    if (count.depth > limits.depth) return at;
  }
  return text.length;
}

/** Whether a line inside brackets most likely begins a statement, so that the bracket before it was never closed. */
const isNewStatement = (text: string, line: Line, isLikely: boolean): boolean =>
  isLikely &&
  !isBlankLine(text, line) &&
  /^(?:[\w-]+[ \t]*=|\[\[?[\w.-]+\]\]?[ \t]*$)/.test(text.slice(line.start, line.end));

/** Where the string ends that begins at `at`, after its closing quotes. One that is never closed ends with its line or the text. */
export function stringEnd(text: string, at: number): number {
  const quote = text.charAt(at);
  const isBasic = quote === '"';
  if (text.startsWith(quote.repeat(3), at)) return multilineEnd(text, at + 3, quote, isBasic);
  for (let i = at + 1; i < text.length; i++) {
    if (isLineBreak(text.charCodeAt(i))) return i;
    if (isBasic && text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
    if (isLineBreak(text.charCodeAt(i))) return i;
  }
  return text.length;
}

/** Up to two quotes may come right before the three that close the string. */
function multilineEnd(text: string, from: number, quote: string, isBasic: boolean): number {
  for (let at = from; at < text.length; ) {
    const close = text.indexOf(quote.repeat(3), at);
    if (close < 0) return text.length;
    if (isBasic && isEscaped(text, close, from)) {
      at = close + 1;
      continue;
    }
    let end = close + 3;
    while (end < close + 5 && text[end] === quote) end++;
    return end;
  }
  return text.length;
}

/** Whether an odd number of backslashes comes before `at`. */
function isEscaped(text: string, at: number, from: number): boolean {
  let start = at;
  while (start > from && text[start - 1] === '\\') start--;
  return (at - start) % 2 === 1;
}
