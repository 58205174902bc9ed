/** Reading the tables of a format: by words that users wrote, and by the role of a field. */

import type { Field, FieldRole } from './field';
import type { Format } from './host';

/**
 * The entry of `table` under `key`, or undefined. Users may write keys such as `constructor` and `__proto__`, which every object
 * inherits, so only own entries count.
 */
export const lookup = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The field that plays `role` in the format, with its key; undefined when the format has none. */
export function fieldByRole(
  format: Format,
  role: FieldRole,
): { readonly key: string; readonly field: Field } | undefined {
  const found = Object.entries(format.fields).find(([, field]) => field.role === role);
  return found && { key: found[0], field: found[1] };
}

/** The keys of a format's fields, which `parse` uses to find entries again in broken frontmatter. */
export const keysOf = (format: Format): ReadonlySet<string> => new Set(Object.keys(format.fields));
