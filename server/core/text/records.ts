/** Distinguishes JSON objects from other data of unknown shape. */

/** An object as JSON has it, which is neither null nor an array. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of unknown shape is an object with keys. */
export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
