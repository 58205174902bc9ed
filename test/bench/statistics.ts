/** Statistics over measurements. */

/**
 * The middle value; of an even number of values the mean of the two in the middle.
 * @throws RangeError when there are none.
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('an empty list has no median');
  return (lower + upper) / 2;
}

/**
 * How many times as large as the second list the first one is: the median over the rounds, because the two programs of one round
 * had the same machine. Undefined when a list is empty.
 */
export function ratio(values: readonly number[], base: readonly number[]): number | undefined {
  const rounds = values.flatMap((value, round) => {
    const other = base[round];
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return rounds.length === 0 ? undefined : median(rounds);
}

/**
 * The value that a share of the values does not exceed: of 0.99 the slowest of a hundred.
 * @throws RangeError when there are none.
 */
export function slowest(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor(share * (sorted.length - 1))];
  if (value === undefined) throw new RangeError('an empty list has no slowest value');
  return value;
}
