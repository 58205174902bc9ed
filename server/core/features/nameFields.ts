/** Which fields hold names, whose spacing and separators mean nothing, and how these may be written. */
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { type ListStyle, listStyles } from '../syntax/lists/style';

/** Whether the field under `key` takes tool names or other names, as comma text or as a list. */
export function holdsNames(format: Format, key: string): boolean {
  const kind = lookup(format.fields, key)?.shape.kind;
  return kind === 'tools' || kind === 'names';
}

/** The styles that mean the same to the host in the field under `key`; none where there is no choice. */
export function stylesOf(format: Format, key: string): readonly ListStyle[] {
  const shape = lookup(format.fields, key)?.shape;
  if ((shape?.kind !== 'tools' && shape?.kind !== 'names') || shape.only === 'text') return [];
  return shape.only === 'list' ? listStyles.filter((style) => style !== 'comma') : listStyles;
}
