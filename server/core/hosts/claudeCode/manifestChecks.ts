/** Checks of values in the manifests of Claude Code, put together from small ones. */

import type { Entry, Mapping, Scalar, Value } from '../../syntax/tree';
import { anyOf } from '../../text/quoted';
import type { Others, ValueFault } from '../valueFault';

/** The first fault of a value; undefined for one that the program takes. */
export type Check = (value: Value, others?: Others) => ValueFault | undefined;

const kindOf = (value: Value): string => {
  if (value.kind === 'mapping') return 'an object';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind !== 'scalar') return 'no value';
  return value.type === 'string' ? 'a string' : value.type === 'null' ? 'null' : `a ${value.type}`;
};

/** The fault of a value that is of another kind. */
export const other = (value: Value, wanted: string): ValueFault => ({ span: value.span, what: kindOf(value), wanted });

/** Whether nothing is known about the value: it is still being typed. */
export const isUnknown = ({ kind }: Value): boolean => kind === 'missing' || kind === 'alias' || kind === 'broken';

/** A string for which `fault` finds nothing. */
export const text =
  (
    wanted = 'a string',
    fault: (text: string, value: Scalar) => Omit<ValueFault, 'span'> | undefined = () => undefined,
  ): Check =>
  (value) => {
    if (isUnknown(value)) return undefined;
    if (value.kind !== 'scalar' || value.type !== 'string') return other(value, wanted);
    const found = fault(value.text, value);
    return found && { span: value.span, ...found };
  };

/** A string that is not empty. */
export const filled: Check = text('a string that is not empty', (one) =>
  one === '' ? { what: 'empty', wanted: 'a string that is not empty' } : undefined,
);

/** A list whose items pass. */
export const listOf =
  (check: Check, wanted = 'a list'): Check =>
  (value, others) => {
    if (isUnknown(value)) return undefined;
    if (value.kind !== 'sequence') return other(value, wanted);
    return first(value.items, (item) => check(item.value, others));
  };

/** An object of names of the writer's own whose values pass. */
export const namesTo =
  (check: Check, wanted = 'an object'): Check =>
  (value, others) => {
    if (isUnknown(value)) return undefined;
    if (value.kind !== 'mapping') return other(value, wanted);
    return first(value.entries, (entry) => check(entry.value, others));
  };

/** An object with keys that it must have, and others that it may have. Further keys are allowed. */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, others) => {
    if (isUnknown(value)) return undefined;
    if (value.kind !== 'mapping') return other(value, 'an object');
    for (const [key, check] of Object.entries(required)) {
      const entry = entryIn(value, key);
      if (entry === undefined)
        return { span: value.span, what: `an object without \`${key}\``, wanted: `\`${key}\` in it` };
      const fault = check(entry.value, others);
      if (fault !== undefined) return fault;
    }
    return first(Object.entries(optional), ([key, check]) => {
      const entry = entryIn(value, key);
      return entry && check(entry.value, others);
    });
  };

/** The entry of a key that counts, which is the last one. */
export const entryIn = ({ entries }: Mapping, key: string): Entry | undefined =>
  entries.findLast((entry) => entry.key === key);

interface Checks {
  readonly text?: Check;
  readonly list?: Check;
  readonly object?: Check;
}

function checkFor(value: Value, { text: ofText, list, object }: Checks): Check | undefined {
  if (value.kind === 'mapping') return object;
  if (value.kind === 'sequence') return list;
  return value.kind === 'scalar' && value.type === 'string' ? ofText : undefined;
}

/** A value of one of several kinds, each with its check. */
export const byKind =
  (checks: Checks, wanted: string): Check =>
  (value, others) => {
    if (isUnknown(value)) return undefined;
    const check = checkFor(value, checks);
    return check === undefined ? other(value, wanted) : check(value, others);
  };

/** One of some words. */
export const oneOf = (words: readonly string[]): Check => {
  const wanted = anyOf(words.map((word) => `\`${word}\``));
  return text(wanted, (one) => (words.includes(one) ? undefined : { what: 'not one of its values', wanted }));
};

/** A path in the plugin, with one of some endings where any are given. */
export const path = (endings: readonly string[] = []): Check => {
  const ending = endings.length === 0 ? '' : ` and ends with ${endings.map((one) => `\`${one}\``).join(' or ')}`;
  const wanted = `a path that starts with \`./\`${ending}`;
  return text(wanted, (one) => {
    if (!one.startsWith('./')) {
      const fixed = /^[\w-][^\\:]*$/.test(one) ? `./${one}` : undefined;
      const isFixed = fixed !== undefined && endsWell(fixed, endings);
      return { what: 'not a path relative to the plugin', wanted, ...(isFixed && { instead: JSON.stringify(fixed) }) };
    }
    if (!endsWell(one, endings)) return { what: 'a path with another ending', wanted };
    return one.split('/').includes('..')
      ? { what: 'a path that leaves its folder', wanted: 'a path without `..`', effect: 'reports it', isMild: true }
      : undefined;
  });
};

const endsWell = (one: string, endings: readonly string[]): boolean =>
  endings.length === 0 || endings.some((ending) => one.endsWith(ending));

/** One path, or a list of them. */
export const paths = (endings: readonly string[] = []): Check => {
  const one = path(endings);
  return byKind({ text: one, list: listOf(one) }, 'a path or a list of paths');
};

function first<T>(all: readonly T[], find: (one: T) => ValueFault | undefined): ValueFault | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
