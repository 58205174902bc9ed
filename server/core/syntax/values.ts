/** Questions about single values of the tree. */
import type { Entry, Value } from './tree';

/** Whether YAML reads no value: nothing is written, or null. */
export const isNull = (value: Value): boolean =>
  value.kind === 'missing' || (value.kind === 'scalar' && value.type === 'null');

/** Whether a value is absent, null or an empty list. */
export const isNothing = (value: Value): boolean =>
  isNull(value) || (value.kind === 'sequence' && value.items.length === 0);

/** The maps in a value, without those inside another one. */
export function mapsIn(value: Value): readonly (readonly Entry[])[] {
  if (value.kind === 'mapping') return [value.entries];
  return value.kind === 'sequence' ? value.items.flatMap((item) => mapsIn(item.value)) : [];
}
