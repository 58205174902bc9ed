/** Writes rows of the tables of keys that people write and a host does not know. */
import type { StrayField } from './field';

type Row<Kind extends StrayField['kind']> = Extract<StrayField, { readonly kind: Kind }>;

/**
 * A function that describes another name for a field.
 * @param effect What the host does with the key, as the end of a sentence: "`key` …".
 */
export const misspelledWith =
  (effect: string, severity: Row<'misspelled'>['severity']) =>
  (meant: string): Row<'misspelled'> => ({ kind: 'misspelled', meant, effect, severity });

/** The same for a field of another product. */
export const foreignWith =
  (effect: string, severity: Row<'foreign'>['severity']) =>
  (product: string): Row<'foreign'> => ({ kind: 'foreign', product, effect, severity });
