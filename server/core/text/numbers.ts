/** Writes large numbers for people. */

/** A whole number with commas between groups of three digits. Unlike `toLocaleString`, this loads no tables of languages. */
export const withCommas = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
