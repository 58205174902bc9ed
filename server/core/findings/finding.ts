/** What a rule returns: one message about one span of a file. */
import type { Severity } from '../hosts/effect';
import type { Fix } from '../text/edits';
import type { Lines } from '../text/source';
import type { Span } from '../text/span';

/** Kinds of names that a configuration file may allow, under the names of its lists. */
export const nameKinds = ['tools', 'servers', 'fields', 'agents', 'skills', 'models'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Names that are unknown. */
export interface UnknownNames {
  readonly kind: NameKind;
  readonly names: readonly string[];
}

/** One thing to say about one span. */
export interface Finding {
  readonly span: Span;
  /** What is wrong, why, and what to do, in that order. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Replaces the rule's severity where the host treats one case differently. */
  readonly severity?: Severity;
  /** Lines that cannot be read as they are written. Other rules offer no fixes there, because they work on a guess. */
  readonly broken?: Span;
  /** What it is about, where findings of one rule are alike only with the same: the name of an unknown field. */
  readonly about?: string;
  /**
   * Set where the finding is only that these names are unknown. It is dropped when the configuration allows one of them, and an
   * editor can offer to allow them.
   */
  readonly unknown?: UnknownNames;
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Set where it holds only if the rules about several files report nothing there. Until they can, it is not shown. */
  readonly unless?: Elsewhere;
  readonly related?: readonly Related[];
}

/** What the rules about several files may report. */
export interface Elsewhere {
  /** The rule that is meant; undefined for all of them. */
  readonly rule: string | undefined;
  /** The zero-based lines that are meant; undefined for all of them. */
  readonly lines: readonly number[] | undefined;
}

/** Another place that matters to a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The other file that the span is in; the file itself when omitted. */
  readonly in?: { readonly path: string; readonly lines: Lines };
}
