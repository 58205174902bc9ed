/** Reading the tables of a dialect by words that users wrote. */

/**
 * The entry of `table` under `key`, or undefined. Users write keys such as `constructor` and `__proto__`, which every object
 * seems to have; only own entries count here.
 */
export const lookup = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
