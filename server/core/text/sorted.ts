/** Searches lists that are in file order. */

/** The index of the first element that begins at `limit` or later. Logarithmic. */
export function firstFrom<T>(list: readonly T[], startOf: (one: T) => number, limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && startOf(one) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
