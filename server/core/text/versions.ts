/** Functions of a text that take over what they have found in the version before it. */
import type { TextChange } from './change';
import type { Source } from './source';

/** What was found in another version of a text, and what has changed since. */
export interface Earlier<T> {
  readonly found: T;
  readonly change: TextChange;
}

/**
 * A function of a text that is told what it has found in the version before. It keeps no text alive.
 * @param find Its result must not depend on `earlier`, which is undefined where the text was read as a whole.
 */
export function inVersions<T, Given>(
  find: (source: Source, given: Given, earlier?: Earlier<T>) => T,
): (source: Source, given: Given) => T {
  const known = new WeakMap<object, T>();
  return (source, given) => {
    const { version, changed } = source;
    const before = changed && known.get(changed.version);
    const found = find(source, given, changed && before && { found: before, change: changed.change });
    known.set(version, found);
    return found;
  };
}
