/** What is wrong with a value, as the rules about fields report it. */
import type { Value } from '../syntax/tree';
import type { Severity } from './effect';

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
  /** Where it differs from the field's. */
  readonly severity?: Severity;
}

/** A fault. */
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

/** What a value is, with its article. */
export function nounOf(value: Value): string {
  if (value.kind === 'mapping') return 'a mapping';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind !== 'scalar') return 'no value';
  return value.type === 'string' ? 'a string' : value.type === 'null' ? 'null' : `a ${value.type}`;
}
