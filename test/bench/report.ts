/** The table of all rows: ours, the floor, how they compare, peers and goals. */
import { goalText, isMet } from './goals';
import { type Measured, medianOf, oursTo } from './measure';
import { amount, short } from './numbers';
import type { Subject } from './part';
import type { Cells } from './table';

const HEAD = ['What', 'Ours', 'Floor', 'Ours ÷ floor', 'Peers (ours ÷ peer)', 'Goal', 'Met'];

const NONE = '–';

export const reportCells = (all: readonly Measured[]): Cells => [HEAD, ...all.map(cellsOf)];

function cellsOf(measured: Measured): readonly string[] {
  const { row } = measured;
  const of = (subject: Subject): string => {
    const value = medianOf(measured, subject);
    return value === undefined ? NONE : amount(value, row.unit);
  };
  const times = oursTo(measured, row.base);
  const goals = row.goals ?? [];
  return [
    row.title,
    of('ours'),
    of(row.base),
    times === undefined ? NONE : short(times),
    peersOf(measured)
      .map((peer) => `${peer} ${of(peer)} (${short(oursTo(measured, peer) ?? Number.NaN)})`)
      .join(', ') || NONE,
    goals.map((goal) => goalText(goal, row.unit)).join(', ') || NONE,
    goals.map((goal) => metText(isMet(goal, measured))).join(', ') || NONE,
  ];
}

const metText = (met: boolean | undefined): string => (met === undefined ? 'not measured' : met ? 'yes' : 'no');

const peersOf = ({ row, values }: Measured): readonly Subject[] =>
  [...values.keys()].filter((subject) => subject !== 'ours' && subject !== row.base && subject !== 'floor');
