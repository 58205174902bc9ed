/** I2, I5 and I6 apply to every text, so property tests check them; here only that those tests exist. */
import type { Invariant } from './sources';

const PATH = 'test/properties.test.ts';

/** The names that the property tests must have, and the library that generates texts. */
const demanded: readonly (readonly [string, RegExp])[] = [
  ['I2 (nothing throws)', /\bI2\b/],
  ['I5 (the tree tiles the text)', /\bI5\b/],
  ['I6 (fixes)', /\bI6\b/],
  ['assertions over arbitrary texts', /\bfc\.assert\b/],
];

/** The property tests name the invariants that they are there for. */
export const propertiesAreTested: Invariant = (files) =>
  demanded
    .filter(([, pattern]) => !pattern.test(files.get(PATH)?.text ?? ''))
    .map(([what]) => ({ path: PATH, what: `does not test ${what}` }));
