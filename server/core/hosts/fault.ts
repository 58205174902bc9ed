/** What can be wrong with the value of a field. */
import type { Value } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Effect, Severity } from './effect';

/** What is wrong with a value. */
export interface Fault {
  /** What the value is instead, as in "`x` is …". */
  readonly what: string;
  /** What to write, as in "Write a or b". */
  readonly wanted: readonly string[];
  /** Replacements that suggest themselves, best first. */
  readonly instead: readonly string[];
  /** Whether the only replacement is certainly what the writer meant. */
  readonly sure: boolean;
  /** What the host does, where it differs from the field's usual answer. */
  readonly effect?: string;
  /** Where the fault is, when it is in a part of the value. */
  readonly at?: Span;
  /** Where it differs from the field's. */
  readonly severity?: Severity;
}

/** A fault where the host does what it usually does. */
export const fault = (
  what: string,
  wanted: readonly string[],
  instead: readonly string[] = [],
  sure = false,
): Fault => ({
  what,
  wanted,
  instead,
  sure,
});

/** A fault where the host does something else; as usual when `effect` is undefined. */
export const withEffect = (found: Fault, effect: Effect | undefined): Fault =>
  effect === undefined ? found : { ...found, effect: effect.says, severity: effect.severity };

/** What a value is, with its article. */
export function nounOfValue(value: Value): string {
  if (value.kind === 'mapping') return 'a mapping';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind !== 'scalar') return 'no value';
  return value.type === 'string' ? 'a string' : value.type === 'null' ? 'null' : `a ${value.type}`;
}
