/** Which fields hold names, whose spacing and separators mean nothing. */
import type { Dialect } from '../dialects/dialect';
import { lookup } from '../dialects/lookup';

/** Whether the field under `key` takes tool names or other names, as comma text or as a list. */
export function holdsNames(dialect: Dialect, key: string): boolean {
  const kind = lookup(dialect.fields, key)?.shape.kind;
  return kind === 'tools' || kind === 'names';
}
