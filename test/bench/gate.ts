/** `--quick`: fails when a row is much slower than recorded, and measures it again before it does. */
import { type Failure, type Measured, measure, medianOf, oursTo } from './measure';
import { amount, short } from './numbers';
import type { Part, Row } from './part';
import { type Comparison, compare, type Ratios, SLACK } from './recorded';
import type { Cells } from './table';

/** How often a row that is beyond the slack is measured again. */
const REPEATS = 2;

/** One row: what was measured at its best, and how that compares. */
interface Result {
  readonly measured: Measured;
  readonly ratio: number;
}

export interface Gate {
  readonly ratios: Ratios;
  readonly comparisons: readonly Comparison[];
  readonly cells: Cells;
  readonly failures: readonly Failure[];
}

/**
 * Measures the gated rows of all parts. A row beyond the slack is measured again, and its lowest ratio counts: noise makes a ratio
 * larger for a while, slow code always.
 */
export async function gate(parts: readonly Part[], recorded: Ratios, tell: (line: string) => void): Promise<Gate> {
  const results = new Map<string, Result>();
  const failures: Failure[] = [];
  const run = async (some: readonly Part[]): Promise<void> => {
    for (const part of some) {
      const outcome = await measure(part, tell);
      failures.push(...outcome.failures);
      for (const measured of outcome.measured.filter(({ row }) => row.gated === true)) {
        const ratio = oursTo(measured, measured.row.base);
        const before = results.get(measured.row.id);
        if (ratio !== undefined && (before === undefined || ratio < before.ratio))
          results.set(measured.row.id, { measured, ratio });
      }
    }
  };
  const compared = (): readonly Comparison[] => compare(ratiosOf(results), recorded);
  await run(parts);
  for (let again = 1; again <= REPEATS; again++) {
    const beyond = compared().filter(({ state }) => state === 'beyond');
    const slow = parts.filter(({ rows }) => rows.some(({ id }) => beyond.some((one) => one.id === id)));
    if (slow.length > 0) tell(`again: ${beyond.map(({ id }) => id).join(', ')}`);
    await run(slow);
  }
  const comparisons = compared();
  return { ratios: ratiosOf(results), comparisons, cells: cellsOf(results, comparisons), failures };
}

const ratiosOf = (results: ReadonlyMap<string, Result>): Ratios =>
  Object.fromEntries([...results].map(([id, { ratio }]) => [id, ratio]));

function cellsOf(results: ReadonlyMap<string, Result>, comparisons: readonly Comparison[]): Cells {
  const head = ['What', 'Ours', 'Floor', 'Ours ÷ floor', 'Recorded', 'Now ÷ recorded', ''];
  return [
    head,
    ...[...results].map(([id, { measured, ratio }]) => {
      const { row } = measured;
      const comparison = comparisons.find((one) => one.id === id);
      return [
        row.title,
        shown(measured, row, 'ours'),
        shown(measured, row, row.base),
        short(ratio),
        comparison === undefined ? 'nothing' : short(comparison.recorded),
        comparison === undefined ? '' : comparison.times.toFixed(2),
        comparison === undefined ? 'new: record it' : words[comparison.state],
      ];
    }),
  ];
}

const words: Readonly<Record<Comparison['state'], string>> = {
  fine: 'fine',
  beyond: `too slow: more than ${SLACK} × recorded`,
  faster: 'much faster: record it',
};

function shown(measured: Measured, { unit }: Row, subject: string): string {
  const value = medianOf(measured, subject);
  return value === undefined ? '' : amount(value, unit);
}
