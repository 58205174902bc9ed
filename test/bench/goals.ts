/** Compares what was measured with the goals. */
import { type Measured, medianOf, oursTo } from './measure';
import { amount } from './numbers';
import type { Goal } from './part';

/** `≤ 4 × floor`, or `≤ 130 MB`. */
export const goalText = ({ atMost, of }: Goal, unit: string): string =>
  of === undefined ? `≤ ${amount(atMost, unit)}` : `≤ ${atMost} × ${of}`;

/** Whether ours reaches a goal; undefined when that was not measured. */
export function isMet(goal: Goal, measured: Measured): boolean | undefined {
  const is = goal.of === undefined ? medianOf(measured, 'ours') : oursTo(measured, goal.of);
  return is === undefined ? undefined : is <= goal.atMost;
}
