/**
 * Pairs the fence lines of a body as a person would. CommonMark has no nested code blocks, so a template with code blocks inside
 * ends early there. Several readings are followed line by line, and the least unlikely one wins.
 */

import type { AgentFile } from '../syntax/tree';
import { append } from '../text/append';
import { memo } from '../text/memo';
import { textAt } from '../text/span';
import { type FenceLine, fenceLinesOf, lengthOf } from './fenceLines';
import { likelyPaths, type Step } from './fencePaths';

/** An outermost pair of fence lines with the fence lines between them that Markdown may take for a closing fence, or nests. */
export interface Pair {
  readonly opener: FenceLine;
  readonly closer: FenceLine;
  readonly inner: readonly FenceLine[];
}

/** One way to read the fence lines. */
export interface FenceReading {
  readonly pairs: readonly Pair[];
  /** Outer fences that are never closed. */
  readonly open: readonly FenceLine[];
  /** Closing fences without a code block, with the fence line before each. */
  readonly stray: readonly Stray[];
}

export interface Stray {
  readonly fence: FenceLine;
  readonly previous: FenceLine | undefined;
}

export interface Pairing extends FenceReading {
  /** All readings that are about as likely, the best one first. What is in only some of them is not in the pairing itself. */
  readonly readings: readonly FenceReading[];
}

/** Where the first fence is that belongs to no code block in some likely reading; infinite when there is none. */
export const firstLost = ({ readings }: Pairing): number =>
  readings
    .flatMap(({ open, stray }) => [...open, ...stray.map(({ fence }) => fence)])
    .reduce((first, { marks }) => Math.min(first, marks.start), Number.POSITIVE_INFINITY);

/** After this many fence lines nothing is paired. */
const MOST_LINES = 1000;

const nothing: FenceReading = { pairs: [], open: [], stray: [] };

/** Pairs the fence lines of the body; in linear time. */
export function pairFences(file: AgentFile): Pairing {
  const lines = fenceLinesOf(file);
  const paths = lines.length > MOST_LINES ? [] : stepsOf(file.source.text, lines);
  const readings = paths.map((steps) => readingOf(steps, lines));
  const [best = nothing, ...others] = readings;
  const isCertain = (key: string): boolean => keys.every((known) => known.has(key));
  const keys = others.map(keysOf);
  return {
    pairs: best.pairs.filter((pair) => isCertain(keyOf(pair))),
    open: best.open.filter((line) => isCertain(`open ${line.marks.start}`)),
    stray: best.stray.filter(({ fence }) => isCertain(`stray ${fence.marks.start}`)),
    readings,
  };
}

/** The likely ways to read the fence lines. Most edits change none of these lines, and then the answer is known. */
const stepsOf = (text: string, lines: readonly FenceLine[]): readonly (Step | undefined)[] =>
  stepsOfShape(lines.map((line) => shapeOf(text, line)).join('\n'), { text, lines });

/** All that counts of a fence line, wherever it is. */
const shapeOf = (text: string, { mark, marks, before, after, prefix, info }: FenceLine): string =>
  `${mark} ${marks.end - marks.start} ${before} ${after}\n${prefix}\n${textAt(text, info)}`;

const stepsOfShape = memo(1 << 18, (_, { text, lines }: Given = { text: '', lines: [] }) =>
  (likelyPaths(text, lines) ?? []).map(({ steps }) => steps),
);

interface Given {
  readonly text: string;
  readonly lines: readonly FenceLine[];
}

const keyOf = ({ opener, closer }: Pair): string => `${opener.marks.start}-${closer.marks.start}`;

const keysOf = ({ pairs, open, stray }: FenceReading): ReadonlySet<string> =>
  new Set([
    ...pairs.map(keyOf),
    ...open.map((line) => `open ${line.marks.start}`),
    ...stray.map(({ fence }) => `stray ${fence.marks.start}`),
  ]);

function readingOf(steps: Step | undefined, lines: readonly FenceLine[]): FenceReading {
  const pairs: Pair[] = [];
  const open: FenceLine[] = [];
  const stray: Stray[] = [];
  for (let step = steps; step !== undefined; step = step.before) {
    const line = lines[step.from];
    if (line === undefined) continue;
    if (step.kind === 'pair') append(pairs, pairOf(line, lines[step.to], lines.slice(step.from + 1, step.to)));
    else if (step.kind === 'open') open.push(line);
    else stray.push({ fence: line, previous: lines[step.from - 1] });
  }
  return { pairs: pairs.reverse(), open: open.reverse(), stray: stray.reverse() };
}

function pairOf(opener: FenceLine, closer: FenceLine | undefined, between: readonly FenceLine[]): readonly Pair[] {
  if (closer === undefined) return [];
  const inner = between.filter((line) => line.mark === opener.mark && lengthOf(line) >= lengthOf(opener));
  return [{ opener, closer, inner }];
}
