/** Searches lists that are in file order, and puts names in order. */

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

/** The order of two names by their UTF-16 code units, which is the same on every machine. */
export const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
