/** What the program accepts as the value of a field, as recorded runs show it. */
import type { Choice } from '../choice';
import type { Shape } from '../field';
import type { NestedKey, NestedShape } from '../nestedShape';

const LIMITS = { u8: 255, u16: 65_535 } as const;

export const string: Shape = { kind: 'string' };
export const flag: Shape = { kind: 'flag', unquoted: true };
export const table: Shape = { kind: 'mapping', checked: true };
/** A table of whose keys none has to be there, so that an empty list is accepted too. */
export const looseTable: Shape = { kind: 'mapping', checked: true, orEmptyList: true };

/** A text that is not blank. */
export const filled: Shape = {
  kind: 'string',
  pattern: { matches: (text) => text.trim() !== '', wanted: 'a text that is not blank' },
};

/** A text of at least one character. */
export const nonEmpty: Shape = { kind: 'string', minLength: 1 };

/** A whole number that is not negative. */
export const count = (size?: keyof typeof LIMITS): Shape => ({
  kind: 'integer',
  min: 0,
  unquoted: true,
  exact: true,
  ...(size !== undefined && { max: LIMITS[size] }),
});

/** Any whole number. */
export const whole: Shape = { kind: 'integer', min: Number.MIN_SAFE_INTEGER, unquoted: true, exact: true };

/** One of some words, each with what it means. In place of a word a table with the word as its only key is accepted. */
export const oneOf = (choices: readonly Choice[], orMapping?: NestedShape): Shape => ({
  kind: 'choice',
  choices,
  orMapping: orMapping ?? { kind: 'mapping', keys: {}, oneOf: choices.map(({ value }) => value) },
});

/** Words that explain themselves. */
export const words = (...values: readonly string[]): Shape => oneOf(values.map((value) => ({ value, summary: '' })));

export const texts: Shape = { kind: 'names', only: 'list' };

/** Names for the instances of an agent. */
export const nicknames: Shape = {
  kind: 'names',
  only: 'list',
  list: {
    faultOf: (names) => {
      const trimmed = names.map((name) => name.trim());
      if (names.length === 0) return 'an empty list';
      if (trimmed.includes('')) return 'a list with an empty name';
      if (new Set(trimmed).size < trimmed.length) return 'a list with the same name twice';
      return trimmed.every((name) => /^[A-Za-z0-9 _-]+$/.test(name))
        ? undefined
        : 'a list with an unusual character in a name';
    },
    wanted: 'different names of letters (A to Z), digits, spaces, hyphens and underscores',
  },
};

export const text: NestedShape = { kind: 'scalar', type: 'string' };
export const yesNo: NestedShape = { kind: 'scalar', type: 'boolean' };
export const yesNoOrTable: NestedShape = { kind: 'scalar', type: 'boolean', orMapping: true };
export const number: NestedShape = { kind: 'scalar', type: 'number' };
export const list: NestedShape = { kind: 'sequence', item: text };
export const free: NestedShape = { kind: 'free' };
export const map = (keys: Readonly<Record<string, NestedKey>> = {}): NestedShape => ({ kind: 'mapping', keys });
export const named = (summary: string, value: NestedShape): NestedShape => ({ kind: 'named', summary, value });
export const word = (...values: readonly string[]): NestedShape => ({
  kind: 'word',
  choices: values.map((value) => ({ value, summary: '' })),
});

export const key = (summary: string, value: NestedShape): NestedKey => ({ summary, value });
