/** Reading the tables of a format: by words that users wrote, and by the role of a field. */

import { parse } from '../syntax/parse';
import type { AgentFile } from '../syntax/tree';
import { lazyFor } from '../text/lazy';
import type { Field, FieldRole } from './field';
import type { Format } from './host';

/**
 * The entry of `table` under `key`, or undefined. Users may write keys such as `constructor` and `__proto__`, which every object
 * inherits, so only own entries count.
 */
export const lookup = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The field that plays `role` in the format, with its key; undefined when the format has none. */
export const fieldByRole = (format: Format, role: FieldRole): FieldWithKey | undefined =>
  fieldsByRole(format).get(role);

/** A field with its key. */
export interface FieldWithKey {
  readonly key: string;
  readonly field: Field;
}

/** The fields of a format by their roles; the first of several. */
const fieldsByRole = lazyFor(({ fields }: Format): ReadonlyMap<FieldRole, FieldWithKey> => {
  const found = new Map<FieldRole, FieldWithKey>();
  for (const [key, field] of Object.entries(fields))
    if (field.role !== undefined && !found.has(field.role)) found.set(field.role, { key, field });
  return found;
});

/** Whether runs of the host, or its code, show what it does with such files; otherwise only its documentation does. */
export const isObserved = ({ fields }: Format): boolean =>
  Object.values(fields).some(({ evidence: { says } }) => says === 'observed' || says === 'must');

/** The keys of a format's fields, which `parse` uses to find entries again in broken frontmatter. */
export const keysOf: (format: Format) => ReadonlySet<string> = lazyFor(({ fields }) => new Set(Object.keys(fields)));

/**
 * Parses a file of a format.
 * @param before Another version of the text; the result is the same without it.
 */
export const fileOf = (text: string, format: Format, before?: AgentFile): AgentFile =>
  format.parse?.(text) ?? parse(text, keysOf(format), before);
