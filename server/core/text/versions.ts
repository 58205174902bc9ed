/** Functions of a text that take over what they have found in it for another caller, or in the version before it. */
import type { TextChange } from './change';
import type { Source } from './source';

/** What was found before, and what has changed in the text since. */
export interface Earlier<T> {
  readonly found: T;
  /** undefined where nothing has changed. */
  readonly change: TextChange | undefined;
}

/**
 * A function of a text that is told what it has found in this version, or else in the one before. It keeps no text alive.
 * @param find Its result must not depend on `earlier`, which is undefined where it has found nothing yet.
 */
export function inVersions<T, Given>(
  find: (source: Source, given: Given, earlier?: Earlier<T>) => T,
): (source: Source, given: Given) => T {
  const known = new WeakMap<object, T>();
  const earlierFor = ({ version, changed }: Source): Earlier<T> | undefined => {
    const same = known.get(version);
    if (same !== undefined) return { found: same, change: undefined };
    const before = changed && known.get(changed.version);
    return changed && before && { found: before, change: changed.change };
  };
  return (source, given) => {
    const { version } = source;
    const found = find(source, given, earlierFor(source));
    known.set(version, found);
    return found;
  };
}
