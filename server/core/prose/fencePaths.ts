/** Follows the readings of the fence lines of a body line by line, and keeps the least unlikely ones. */
import { languageOf } from '../syntax/body/fence';
import { append } from '../text/append';
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
import { type FenceLine, hasInfo, lengthOf } from './fenceLines';

/** How many readings are followed at a time. */
const MOST_READINGS = 16;

/** A code block or a lost fence, after all those before it; the numbers are those of fence lines. */
export type Step =
  | { readonly kind: 'pair'; readonly from: number; readonly to: number; readonly before: Step | undefined }
  | { readonly kind: 'open' | 'stray'; readonly from: number; readonly before: Step | undefined };

/** A reading of the fence lines up to one of them. */
export interface Path {
  readonly cost: number;
  readonly block: OpenBlock | undefined;
  readonly steps: Step | undefined;
}

/** The best path and those that are about as likely; undefined when there may be more. */
export function likelyPaths(text: string, lines: readonly FenceLine[]): readonly Path[] | undefined {
  let paths: readonly Path[] = [{ cost: 0, block: undefined, steps: undefined }];
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

function finished({ cost, block, steps }: Path): Path {
  if (block === undefined) return { cost, block, steps };
  return { cost: cost + LOST + block.depth - 1, block: undefined, steps: lost(block, steps) };
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
function continued({ cost, block, steps }: Path, line: FenceLine, index: number, text: string): readonly Path[] {
  if (block !== undefined && isCodeIn(line, block)) return [{ cost, block, steps }];
  const opened = (around?: OpenBlock): OpenBlock => blockAt(line, index, text, around);
  const paths: Path[] = [];
  const opening = hasInfo(line) ? 0 : costOfOpening(line);
  if (block === undefined) {
    paths.push({ cost: cost + opening, block: opened(), steps });
    if (!hasInfo(line))
      paths.push({
        cost: cost + LOST + costOfClosing(line),
        block,
        steps: { kind: 'stray', from: index, before: steps },
      });
    return paths;
  }
  // The open code block was never closed, and this line opens another one.
  paths.push({ cost: cost + LOST + block.depth - 1 + opening, block: opened(), steps: lost(block, steps) });
  if (block.depth < DEEPEST) paths.push({ cost: cost + costOfNesting(line, block), block: opened(block), steps });
  if (!hasInfo(line)) append(paths, closed({ cost: cost + costOfClosing(line), block, steps }, line, index));
  return paths;
}

/** The open block that the line closes: the inner one, or an outer one that is indented as the line is. */
function closed({ cost, block, steps }: Path, line: FenceLine, index: number): readonly Path[] {
  const paths: Path[] = [];
  for (let at = block, extra = 0; at !== undefined; at = at.around, extra += SKIPPED) {
    const isLong = lengthOf(line) >= lengthOf(at.opener);
    if (!isLong || (extra > 0 && at.opener.prefix !== line.prefix)) continue;
    const empty = at.index === index - 1 && line.before === 'fence' ? EMPTY : 0;
    paths.push({
      cost: cost + extra + empty + costOfIndent(line, at.opener),
      block: at.around,
      steps: at.around === undefined ? { kind: 'pair', from: at.index, to: index, before: steps } : steps,
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
