/** Compares the values in a structured field with the shapes that the host requires. */
import type { Scalar, Value } from '../syntax/tree';
import type { NestedShape } from './field';
import { lookup } from './lookup';

export interface NestedFault {
  /** The keys that lead to the value, with dots between. */
  readonly at: string;
  /** What belongs there, as in "Write …". */
  readonly wanted: string;
}

/** The first value with a wrong shape; keys that the shape does not mention are allowed. The depth of values is bounded. */
export function nestedFault(shape: NestedShape, value: Value, at: string): NestedFault | undefined {
  if (value.kind === 'alias' || value.kind === 'broken') return undefined;
  const fault = { at: at.slice(0, 60), wanted: wantedFor(shape) };
  switch (shape.kind) {
    case 'free':
      return undefined;
    case 'scalar':
      return value.kind === 'scalar' && value.type === shape.type ? undefined : fault;
    case 'word':
      return value.kind === 'scalar' && isChoice(shape, value) ? undefined : fault;
    case 'sequence':
      return value.kind === 'sequence'
        ? firstOf(value.items, (item) => nestedFault(shape.item, item.value, at))
        : fault;
    case 'named':
      return value.kind === 'mapping'
        ? firstOf(value.entries, (entry) => nestedFault(shape.value, entry.value, below(at, entry.key)))
        : fault;
    case 'mapping':
      if (value.kind !== 'mapping') return fault;
      return firstOf(value.entries, ({ key, value: inner }) => {
        const known = lookup(shape.keys, key);
        return known === undefined ? undefined : nestedFault(known.value, inner, below(at, key));
      });
  }
}

const below = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);

const isChoice = ({ choices }: Extract<NestedShape, { kind: 'word' }>, { type, text }: Scalar): boolean =>
  type === 'string' && choices.some(({ value }) => value === text);

function firstOf<T>(all: readonly T[], find: (one: T) => NestedFault | undefined): NestedFault | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wantedFor(shape: NestedShape): string {
  switch (shape.kind) {
    case 'scalar':
      return shape.type === 'string'
        ? 'a string'
        : shape.type === 'number'
          ? 'a number without quotes'
          : '`true` or `false`';
    case 'word':
      return shape.choices.map(({ value }) => `\`${value}\``).join(' or ');
    case 'sequence':
      return 'a list';
    case 'named':
    case 'mapping':
      return 'a mapping';
    case 'free':
      return 'a value';
  }
}
