/**
 * Pairs the fence lines of a body as a person would. CommonMark has no nested code blocks, so a template with code blocks inside
 * ends early there. Several readings are followed line by line, and the least unlikely one wins.
 */
import { languageOf } from '../syntax/body/fence';
import type { AgentFile } from '../syntax/tree';
import {
  CERTAIN,
  costOfClosing,
  costOfIndent,
  costOfNesting,
  costOfOpening,
  DEEPEST,
  EMPTY,
  isCodeIn,
  isTemplate,
  LOST,
  MARGIN,
  type OpenBlock,
  SKIPPED,
} from './fenceCosts';
import { type FenceLine, fenceLinesOf, hasInfo, lengthOf } from './fenceLines';

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
  Math.min(
    ...readings.flatMap(({ open, stray }) =>
      [...open, ...stray.map(({ fence }) => fence)].map(({ marks }) => marks.start),
    ),
  );

/** After this many fence lines nothing is paired. */
const MOST_LINES = 1000;

/** How many readings are followed at a time. */
const MOST_READINGS = 16;

type Step =
  | { readonly kind: 'pair'; readonly from: number; readonly to: number; readonly before: Step | undefined }
  | { readonly kind: 'open' | 'stray'; readonly from: number; readonly before: Step | undefined };

interface Path {
  readonly cost: number;
  readonly block: OpenBlock | undefined;
  readonly events: Step | undefined;
}

const nothing: FenceReading = { pairs: [], open: [], stray: [] };

/** Pairs the fence lines of the body; in linear time. */
export function pairFences(file: AgentFile): Pairing {
  const lines = fenceLinesOf(file);
  const paths = lines.length > MOST_LINES ? undefined : likelyPaths(file.source.text, lines);
  const readings = (paths ?? []).map(({ events }) => readingOf(events, lines));
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

const keyOf = ({ opener, closer }: Pair): string => `${opener.marks.start}-${closer.marks.start}`;

const keysOf = ({ pairs, open, stray }: FenceReading): ReadonlySet<string> =>
  new Set([
    ...pairs.map(keyOf),
    ...open.map((line) => `open ${line.marks.start}`),
    ...stray.map(({ fence }) => `stray ${fence.marks.start}`),
  ]);

/** The best path and those that are about as likely; undefined when there may be more. */
function likelyPaths(text: string, lines: readonly FenceLine[]): readonly Path[] | undefined {
  let paths: readonly Path[] = [{ cost: 0, block: undefined, events: undefined }];
  let dropped = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const next = paths.flatMap((path) => continued(path, line, index, text)).sort((a, b) => a.cost - b.cost);
    const [best] = next;
    const limit = best !== undefined && best.block === undefined ? best.cost + CERTAIN : Number.POSITIVE_INFINITY;
    const kept = next.filter(({ cost }) => cost < limit);
    dropped = Math.min(dropped, kept[MOST_READINGS]?.cost ?? dropped);
    paths = kept.slice(0, MOST_READINGS);
  }
  const ended = paths.map(finished).sort((a, b) => a.cost - b.cost);
  const limit = (ended[0]?.cost ?? 0) + MARGIN;
  return dropped < limit ? undefined : ended.filter(({ cost }) => cost < limit);
}

function finished({ cost, block, events }: Path): Path {
  if (block === undefined) return { cost, block, events };
  return { cost: cost + LOST + block.depth - 1, block: undefined, events: lost(block, events) };
}

const lost = (block: OpenBlock, before: Step | undefined): Step => ({
  kind: 'open',
  from: bottom(block).index,
  before,
});

function bottom(block: OpenBlock): OpenBlock {
  let at = block;
  while (at.around !== undefined) at = at.around;
  return at;
}

/** All that a line can be after a path. */
function continued({ cost, block, events }: Path, line: FenceLine, index: number, text: string): readonly Path[] {
  if (block !== undefined && isCodeIn(line, block)) return [{ cost, block, events }];
  const opened = (around?: OpenBlock): OpenBlock => blockAt(line, index, text, around);
  const paths: Path[] = [];
  const opening = hasInfo(line) ? 0 : costOfOpening(line);
  if (block === undefined) {
    paths.push({ cost: cost + opening, block: opened(), events });
    if (!hasInfo(line))
      paths.push({
        cost: cost + LOST + costOfClosing(line),
        block,
        events: { kind: 'stray', from: index, before: events },
      });
    return paths;
  }
  // The open code block was never closed, and this line opens another one.
  paths.push({ cost: cost + LOST + block.depth - 1 + opening, block: opened(), events: lost(block, events) });
  if (block.depth < DEEPEST) paths.push({ cost: cost + costOfNesting(line, block), block: opened(block), events });
  if (!hasInfo(line)) paths.push(...closed({ cost: cost + costOfClosing(line), block, events }, line, index));
  return paths;
}

/** The open block that the line closes: the inner one, or an outer one that is indented as the line is. */
function closed({ cost, block, events }: Path, line: FenceLine, index: number): readonly Path[] {
  const paths: Path[] = [];
  for (let at = block, extra = 0; at !== undefined; at = at.around, extra += SKIPPED) {
    const isLong = lengthOf(line) >= lengthOf(at.opener);
    if (!isLong || (extra > 0 && at.opener.prefix !== line.prefix)) continue;
    const empty = at.index === index - 1 && line.before === 'fence' ? EMPTY : 0;
    paths.push({
      cost: cost + extra + empty + costOfIndent(line, at.opener),
      block: at.around,
      events: at.around === undefined ? { kind: 'pair', from: at.index, to: index, before: events } : events,
    });
  }
  return paths;
}

function blockAt(line: FenceLine, index: number, text: string, around: OpenBlock | undefined): OpenBlock {
  return {
    opener: line,
    index,
    isTemplate: isTemplate(languageOf(text, line.info)),
    hasInner: false,
    around: around === undefined ? undefined : { ...around, hasInner: true },
    outermost: around?.outermost ?? line,
    depth: (around?.depth ?? 0) + 1,
  };
}

function readingOf(events: Step | undefined, lines: readonly FenceLine[]): FenceReading {
  const pairs: Pair[] = [];
  const open: FenceLine[] = [];
  const stray: Stray[] = [];
  for (let event = events; event !== undefined; event = event.before) {
    const line = lines[event.from];
    if (line === undefined) continue;
    if (event.kind === 'pair') pairs.push(...pairOf(line, lines[event.to], lines.slice(event.from + 1, event.to)));
    else if (event.kind === 'open') open.push(line);
    else stray.push({ fence: line, previous: lines[event.from - 1] });
  }
  return { pairs: pairs.reverse(), open: open.reverse(), stray: stray.reverse() };
}

function pairOf(opener: FenceLine, closer: FenceLine | undefined, between: readonly FenceLine[]): readonly Pair[] {
  if (closer === undefined) return [];
  const inner = between.filter((line) => line.mark === opener.mark && lengthOf(line) >= lengthOf(opener));
  return [{ opener, closer, inner }];
}
