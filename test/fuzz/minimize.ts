/** Makes a failing input smaller by leaving out ever smaller parts of it (delta debugging). */

/** An input as a row of parts, of which some can be left out. */
export interface Parts<T> {
  readonly size: number;
  /** The input without the parts from `start` up to `end`. */
  readonly without: (start: number, end: number) => T;
}

/** One way to take an input apart. */
export type Reduction<T> = (input: T) => Parts<T>;

/** Inputs tried at most; a smaller input is worth some seconds, not minutes. */
const MAX_TRIES = 2_000;

/** Milliseconds after which the smallest input so far has to do. */
const MAX_MS = 20_000;

/** The smallest input found for which `fails` still holds. `input` itself must fail. */
export async function minimized<T>(
  input: T,
  reductions: readonly Reduction<T>[],
  fails: (input: T) => Promise<boolean>,
): Promise<T> {
  let smallest = input;
  let tries = 0;
  const end = performance.now() + MAX_MS;
  const isDone = (): boolean => tries >= MAX_TRIES || performance.now() > end;
  for (let isSmaller = true; isSmaller && !isDone(); ) {
    isSmaller = false;
    for (const reduction of reductions) {
      for (let chunk = Math.ceil(reduction(smallest).size / 2); chunk >= 1; chunk = chunk === 1 ? 0 : chunk >> 1) {
        for (let start = 0; start < reduction(smallest).size && !isDone(); ) {
          const smaller = reduction(smallest).without(start, start + chunk);
          tries++;
          if (await fails(smaller)) {
            smallest = smaller;
            isSmaller = true;
          } else start += chunk;
        }
      }
    }
  }
  return smallest;
}

/** An input as an array of parts. */
export const partsOf = <T, P>(parts: readonly P[], join: (parts: readonly P[]) => T): Parts<T> => ({
  size: parts.length,
  without: (start, end) => join([...parts.slice(0, start), ...parts.slice(end)]),
});

/** Characters up to which a text is taken apart character by character. */
const MAX_CHARACTERS = 2_000;

const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g;

/** A text line by line, then character by character, inside an input that contains it. */
export const textReductions = <T>(
  textOf: (input: T) => string,
  withText: (input: T, text: string) => T,
): readonly Reduction<T>[] => [
  (input) => partsOf(textOf(input).match(LINES) ?? [], (lines) => withText(input, lines.join(''))),
  (input) => {
    const text = textOf(input);
    if (text.length > MAX_CHARACTERS) return partsOf<T, string>([], () => input);
    return {
      size: text.length,
      without: (start, end) => withText(input, text.slice(0, start) + text.slice(end)),
    };
  },
];
