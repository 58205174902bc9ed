/** How a host reads the frontmatter of a file. */
import type { Entry, Value } from '../syntax/tree';
import type { Span } from '../text/span';

/** What the host reads between the dashes. */
export type Reading =
  /** It sees no frontmatter; `obstacle` says why, where the file has some for other readers. */
  | { readonly kind: 'unseen'; readonly obstacle?: Obstacle }
  /** Beyond our own bounds: it is not known how the host reads it. */
  | { readonly kind: 'unread'; readonly closer: Span }
  /** Not valid YAML, not even after the host's repair if it has one. */
  | { readonly kind: 'broken'; readonly closer: Span; readonly objection?: Objection; readonly isDropped?: true } // `isDropped`: where the host loads others without their frontmatter, and this one not at all
  /** Valid YAML, but not a mapping. */
  | { readonly kind: 'not-a-mapping'; readonly repaired: boolean; readonly closer: Span }
  | {
      readonly kind: 'read';
      /** Whether the host repaired the YAML before it could read it. */
      readonly repaired: boolean;
      /** The fields in file order, with spans in the file. */
      readonly entries: readonly Entry[];
      /** The dashes at which the host ends the block. */
      readonly closer: Span;
      /** What is after the closing dashes on their line, where the host then sees no body. */
      readonly afterCloser?: Span;
      /** The rest of the block, where the host stops inside it. */
      readonly unread?: Span;
    };

/** What the host's YAML parser rejects although ours does not. */
export interface Objection {
  readonly span: Span;
  /** As the end of a sentence: "the frontmatter is not valid YAML: …". */
  readonly what: string;
}

/** What keeps a host from seeing frontmatter that others see. */
export interface Obstacle {
  /**
   * `opener-spaces`, `closer-spaces`: white space after the opening or closing dashes. `closer-last`: no line end follows the closing
   * dashes.
   */
  readonly kind: 'byte-order-mark' | 'line-ends' | 'opener-spaces' | 'closer-spaces' | 'closer-last';
  /** For byte order marks all of them; after dashes the white space; for `closer-last` the dashes. */
  readonly span: Span;
  /** How many byte order marks the host accepts. */
  readonly marks?: number;
}

/** The dashes at which the host ends the block; undefined where it sees none. */
export const closerOf = (reading: Reading): Span | undefined =>
  reading.kind === 'unseen' ? undefined : reading.closer;

/** The fields of a file as a host reads them. */
export interface Fields {
  /** The text that the values' spans refer to. */
  readonly text: string;
  /** The value of a key: of several with the same key that which counts for the host. */
  readonly value: (key: string) => Value | undefined;
}

/** The entry of a key that counts. */
export const countingEntry = (
  entries: readonly Entry[],
  key: string,
  counts: 'first' | 'last' | 'none',
): Entry | undefined =>
  counts === 'first' ? entries.find((entry) => entry.key === key) : entries.findLast((entry) => entry.key === key);

/**
 * The fields that `entries` of `text` give.
 * @param counts Which of several entries with the same key counts.
 */
export const fieldsOf = (
  text: string,
  entries: readonly Entry[],
  counts: 'first' | 'last' | 'none' = 'last',
): Fields => ({
  text,
  value: (key) => countingEntry(entries, key, counts)?.value,
});
