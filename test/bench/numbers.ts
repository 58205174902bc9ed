/** Writes numbers as people read them. */

/** Two digits that count, more before the point: `0.45`, `6.7`, `143`, `1,520`. */
export function short(value: number): string {
  const digits = value >= 10 ? 0 : value >= 1 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

/** A number with its unit. Long times are in seconds. */
export const amount = (value: number, unit: string): string =>
  unit === 'ms' && value >= 1_000 ? `${short(value / 1_000)} s` : `${short(value)} ${unit}`;
