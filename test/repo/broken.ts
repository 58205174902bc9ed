/** Small ways to break the repository, each of which an invariant must report. */
import { type Files, withAppended, withFile } from './sources';

/** A change that violates an invariant, and the path at which it must be reported. */
export interface Breach {
  readonly does: string;
  readonly at: string;
  readonly to: (files: Files) => Files;
}

/** Writes a line at the end of a file, which must exist. */
export const adds = (at: string, text: string): Breach => ({
  does: `${at}: ${text.trim().split('\n').join(' ')}`,
  at,
  to: (files) => {
    if (!files.has(at)) throw new RangeError(`${at} does not exist`);
    return withAppended(files, at, text);
  },
});

/** Writes a new file. */
export const writes = (at: string, text: string): Breach => ({
  does: `${at} with ${text.trim().slice(0, 80).split('\n').join(' ')}`,
  at,
  to: (files) => withFile(files, at, text),
});

/** Replaces a part of a file, which must be in it. */
export const replaces = (at: string, part: string, by: string): Breach => ({
  does: `${at}: ${part.trim()} becomes ${by.trim()}`,
  at,
  to: (files) => {
    const text = files.get(at)?.text ?? '';
    if (!text.includes(part)) throw new RangeError(`${at} does not hold ${part}`);
    return withFile(
      files,
      at,
      text.replaceAll(part, () => by),
    );
  },
});

/** Several changes that violate an invariant only together; reported at the path of the first. */
export const both = (first: Breach, second: Breach): Breach => ({
  does: `${first.does}; ${second.does}`,
  at: first.at,
  to: (files) => second.to(first.to(files)),
});
