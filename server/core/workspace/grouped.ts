/** Groups values by names. */
import { each, finished, type Steps } from '../text/inParts';

/** The values of each key, in their order; a value that gives a key twice is in its group once. */
export const grouped = <T>(values: Iterable<T>, keys: (value: T) => readonly string[]): Map<string, T[]> =>
  finished(grouping(values, keys));

/** The same in steps. */
export function* grouping<T>(values: Iterable<T>, keys: (value: T) => readonly string[]): Steps<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  yield* each(values, (value) => {
    const some = keys(value);
    for (const key of some.length < 2 ? some : new Set(some)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  });
  return groups;
}

/** The first value of each group. */
export function firsts<T>(groups: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, [first]] of groups) if (first !== undefined) found.set(name, first);
  return found;
}
