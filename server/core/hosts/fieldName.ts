/** Classifies a key of the frontmatter: a field of the host, a misspelled one, one of another product, or a note. */

import { closestOf } from '../text/closest';
import type { Field, StrayField } from './field';
import type { Format } from './host';
import { lookup } from './lookup';

export type FieldName =
  | { readonly kind: 'known'; readonly field: Field }
  /** `stray` is there for a spelling that the host's table lists; other ones are guessed from the letters. */
  | {
      readonly kind: 'misspelled';
      readonly meant: string;
      readonly field: Field;
      readonly stray: Extract<StrayField, { kind: 'misspelled' }> | undefined;
    }
  | Exclude<StrayField, { kind: 'misspelled' }>
  | { readonly kind: 'unknown' };

/** Classifies a key of the frontmatter. */
export function classifyField(key: string, format: Format): FieldName {
  const field = lookup(format.fields, key);
  if (field !== undefined) return { kind: 'known', field };
  const stray = lookup(format.strayFields, key);
  if (stray !== undefined && stray.kind !== 'misspelled') return stray;
  // Settings have more keys than the tables.
  const guess = format.kind === 'settings' ? undefined : closestOf(key, Object.keys(format.fields));
  const meant = stray?.meant ?? guess;
  const meantField = meant === undefined ? undefined : lookup(format.fields, meant);
  return meant === undefined || meantField === undefined
    ? { kind: 'unknown' }
    : { kind: 'misspelled', meant, field: meantField, stray };
}
