/** What a host knows of models. */
import type { Choice } from './choice';

export interface Models {
  /** Offered first, in this order. */
  readonly aliases: readonly Choice[];
  /** Accepted but not offered. */
  readonly otherAliases: readonly string[];
  readonly ids: readonly string[];
  /** Full ids, and families whose dated ids (`<family>-20241022`) are all meant. */
  readonly retired: readonly string[];
  /** Words that people write for a model, and the alias that comes nearest. */
  readonly spoken?: Readonly<Record<string, string>>;
  /** What may follow the name of a model. */
  readonly suffixes?: readonly string[];
  /** Those entries of `retired` that the host replaces with the current model of the family, so that the agent starts. */
  readonly replaced?: readonly string[];
  /** ISO dates on which entries of `retired` were switched off, as far as known. */
  readonly retiredOn?: Readonly<Record<string, string>>;
  /** What happens with a model that the host does not have, as a clause; left out where the agent fails when it starts. */
  readonly onUnknown?: string;
  /** Prefixes of other vendors' models, and of other products' names for a model; lower case. */
  readonly foreignPrefixes: readonly string[];
}
