/** The shape of what is below a structured field, such as hooks. */
import type { Choice } from './choice';

/** A value below a field: a map with known keys, a map with keys of the writer's own, a list, one of some words, or a scalar. */
export type NestedShape =
  | {
      readonly kind: 'mapping';
      readonly keys: Readonly<Record<string, NestedKey>>;
      /** What any other key may have; without it the host does not look. */
      readonly rest?: NestedShape;
      /** The keys that it cannot do without. */
      readonly needs?: readonly string[];
      /** One of these keys must be there. */
      readonly oneOf?: readonly string[];
      /** The keys that must not be beside a key. */
      readonly excludes?: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'named'; readonly summary: string; readonly value: NestedShape }
  | { readonly kind: 'sequence'; readonly item: NestedShape }
  | { readonly kind: 'word'; readonly choices: readonly Choice[]; readonly orNull?: boolean }
  | { readonly kind: 'rule'; readonly word: Extract<NestedShape, { kind: 'word' }> } // a word, or one for each pattern
  | {
      readonly kind: 'scalar';
      readonly type: 'string' | 'number' | 'boolean';
      readonly nonEmpty?: true;
      /** Set when the host takes any scalar as the text that is written. */
      readonly anyScalar?: true;
      /** Set when the host accepts a mapping too. */
      readonly orMapping?: true;
    }
  | { readonly kind: 'positive'; readonly whole?: true } // a number greater than 0
  | { readonly kind: 'url' } // an absolute URL, as a string
  | { readonly kind: 'address' } // a URL of the web, or a text with a variable that may become one
  | { readonly kind: 'free' };

export interface NestedKey {
  /** One sentence for completion and hover. */
  readonly summary: string;
  readonly value: NestedShape;
}
