/** Values that take long to compute: as a whole when they are needed at once, or in parts with other work between them. */

/** Steps of a computation; between two of them, others may have their turn. */
export type Steps<T> = Generator<void, T, void>;

/** The value, computed at the first call; or its remaining parts, each computed when its function is called. */
export interface InParts<T> {
  (): T;
  readonly parts: () => Iterable<() => void>;
}

/** A value that some steps compute, once. */
export function inParts<T>(compute: () => Steps<T>): InParts<T> {
  let steps: Steps<T> | undefined;
  let made: { readonly value: T } | undefined;
  const step = (): { readonly value: T } | undefined => {
    steps ??= compute();
    const next = steps.next();
    if (next.done === true) made = { value: next.value };
    return made;
  };
  const value = (): T => {
    let done = made;
    while (done === undefined) done = step();
    return done.value;
  };
  return Object.assign(value, {
    *parts() {
      while (made === undefined) yield () => void (made ?? step());
    },
  });
}

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** How many values a step is about; together they take less than a millisecond. */
const MANY = 200;

/** Lets others have their turn after each two hundred values. */
export function* each<T>(values: Iterable<T>, act: (value: T) => void): Steps<void> {
  let count = 0;
  for (const value of values) {
    act(value);
    count++;
    if (count % MANY === 0) yield;
  }
}
