/** Pairs the fence lines of a body as a person would: a fence with a language word inside a code block opens an inner one. */
import { fenceOpener } from '../syntax/body/fence';
import type { AgentFile } from '../syntax/tree';
import { lineFrom, skipSpaces } from '../text/lines';
import type { Span } from '../text/span';

export interface FenceLine {
  /** The run of backticks or tildes. */
  readonly marks: Span;
  /** What is after the marks, without spaces around it; empty for a bare fence line. */
  readonly info: Span;
  /** The line's text before the marks. */
  readonly prefix: string;
  /** The char code of the backtick or tilde. */
  readonly mark: number;
}

/** An outermost pair of fence lines with the fence lines between them. */
export interface Pair {
  readonly opener: FenceLine;
  readonly closer: FenceLine;
  readonly inner: readonly FenceLine[];
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Outer fences that are never closed. */
  readonly open: readonly FenceLine[];
}

/** After this many unclosed fences the rest is not paired, because the pairs would be guesses. */
const MOST_OPEN = 5;

/**
 * Pairs the fence lines of the body. CommonMark has no nested code blocks, so this differs from the tree exactly where they nest.
 */
export function pairFences(file: AgentFile): Pairing {
  const lines = fenceLinesOf(file);
  const pairs: Pair[] = [];
  const open: FenceLine[] = [];
  let from = 0;
  while (from < lines.length && open.length < MOST_OPEN) {
    const run = pairFrom(lines, from);
    pairs.push(...run.pairs);
    if (run.open === undefined) break;
    // An unclosed fence contains all later ones, which are paired as if it were not there.
    open.push(run.open.opener);
    from = run.open.index + 1;
  }
  return { pairs, open };
}

interface Run {
  readonly pairs: readonly Pair[];
  readonly open: { readonly opener: FenceLine; readonly index: number } | undefined;
}

function pairFrom(lines: readonly FenceLine[], from: number): Run {
  const pairs: Pair[] = [];
  const stack: FenceLine[] = [];
  let inner: FenceLine[] = [];
  let outerIndex = from;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    const outer = stack[0];
    if (line === undefined) continue;
    if (outer === undefined) {
      stack.push(line);
      inner = [];
      outerIndex = index;
      continue;
    }
    if (!isSameMark(line, outer)) continue;
    if (!closeWith(stack, line)) stack.push(line);
    if (stack.length === 0) pairs.push({ opener: outer, closer: line, inner });
    else inner.push(line);
  }
  const [opener] = stack;
  return { pairs, open: opener === undefined ? undefined : { opener, index: outerIndex } };
}

/**
 * Removes the fence that a bare line closes, and those left open in it, from the stack; false when the line opens one instead.
 */
function closeWith(stack: FenceLine[], line: FenceLine): boolean {
  const top = stack.at(-1);
  if (top === undefined || line.info.start < line.info.end || lengthOf(line) < lengthOf(top)) return false;
  const equal = stack.findLastIndex((open) => lengthOf(open) === lengthOf(line));
  stack.length = equal < 0 ? stack.length - 1 : equal;
  return true;
}

/** How many backticks or tildes a fence line has. */
export const lengthOf = ({ marks }: FenceLine): number => marks.end - marks.start;

/** Backticks and tildes do not close each other. */
const isSameMark = (a: FenceLine, b: FenceLine): boolean => a.mark === b.mark;

function fenceLinesOf({ source: { text }, body }: AgentFile): readonly FenceLine[] {
  const lines: FenceLine[] = [];
  for (let start = body.span.start; start < text.length; ) {
    const { end, next } = lineFrom(text, start);
    const at = contentStart(text, start, end);
    const found = fenceOpener(text, at, end);
    if (found !== undefined)
      lines.push({ marks: found.opener, info: found.info, mark: found.mark, prefix: text.slice(start, at) });
    start = next;
  }
  return lines;
}

/** After spaces, quote marks and one marker of a list item. */
function contentStart(text: string, start: number, end: number): number {
  let at = skipSpaces(text, start, end);
  while (text[at] === '>' && at < end) at = skipSpaces(text, at + 1, end);
  const marker = text.charAt(at);
  if ((marker === '-' || marker === '*' || marker === '+') && text[at + 1] === ' ')
    return skipSpaces(text, at + 1, end);
  return at;
}
