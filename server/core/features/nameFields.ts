/** Which fields contain names, and in which styles their lists can be written. */
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { type ListStyle, listStyles } from '../syntax/lists/style';

/** Whether the field `key` takes tool names or other names, as a string with commas or as a list. */
export function holdsNames(format: Format, key: string): boolean {
  const kind = lookup(format.fields, key)?.shape.kind;
  return kind === 'tools' || kind === 'names';
}

/** The styles that the host reads alike in the field `key`; none where there is no choice. */
export function stylesOf(format: Format, key: string): readonly ListStyle[] {
  const shape = lookup(format.fields, key)?.shape;
  if ((shape?.kind !== 'tools' && shape?.kind !== 'names') || shape.only === 'text') return [];
  return shape.only === 'list' ? listStyles.filter((style) => style !== 'comma') : listStyles;
}
