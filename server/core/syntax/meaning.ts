/** Compares values of frontmatter regardless of how they are written. */
import type { Entry, Value } from './tree';

/** A string that is equal for two values exactly when a host cannot distinguish them. Values nest at most 64 levels deep. */
export function meaningOf(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify([value.type, value.text]);
    case 'sequence':
      return `[${value.items.map((item) => meaningOf(item.value)).join()}]`;
    case 'mapping':
      return `{${value.entries.map(meaningOfEntry).join()}}`;
    case 'alias':
      return `*${JSON.stringify(value.target)}`;
    case 'missing':
      return 'null';
    case 'broken':
      return `!${JSON.stringify(value.text)}`;
  }
}

/** The same for a key with its value. */
export const meaningOfEntry = (entry: Entry): string => `${JSON.stringify(entry.key)}:${meaningOf(entry.value)}`;

/** The fields as a host has them: of several entries with one key the last. */
export const fieldMeanings = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.map((entry) => [entry.key, meaningOf(entry.value)]));
