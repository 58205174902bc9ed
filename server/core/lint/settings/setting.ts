/** What one setting is: everything that the manifest, the schema, the documentation and the parser need to know. */
import { anyOf } from '../../text/quoted';
import type { JsonObject } from '../../text/records';

/** One thing that is wrong with a value. */
export interface Flaw {
  /** As the end of a sentence that begins with the name of the setting. */
  readonly says: string;
  /** Keys and indexes from the value to what is wrong; the whole value when empty. */
  readonly at: readonly (string | number)[];
  /** Set when the last key of `at` is wrong, and not its value. */
  readonly isKey?: boolean;
  /** Set where the JSON schema of the setting accepts the value, so that no editor says so by itself. */
  readonly isBeyondSchema?: boolean;
}

/** What a parser makes of a value of unknown shape. */
export interface Parsed<T> {
  /** What can be used; the default when that is nothing. */
  readonly value: T;
  /** What is wrong with the rest; nothing when left out. */
  readonly flaws?: readonly Flaw[];
}

/** The flaw of a value as a whole. */
export const wholly = (says: string): readonly Flaw[] => [{ says, at: [] }];

/**
 * Flaws of a part, as flaws of the whole.
 * @param before Begins the sentence again, where the part has a name.
 */
export const within = (key: string | number, flaws: readonly Flaw[] | undefined, before = ''): readonly Flaw[] =>
  (flaws ?? []).map((flaw) => ({ ...flaw, says: before + flaw.says, at: [key, ...flaw.at] }));

export interface Setting<T> {
  /** Markdown. Its first sentence is in the README. */
  readonly description: string;
  /** JSON schema of the value, without `description` and `default`. */
  readonly schema: JsonObject;
  readonly default: T;
  /** What people see as the default, where a shorter value means the same. */
  readonly shownDefault?: unknown;
  /** `file`: a repository's configuration file may set it too. `editor`: it is a personal preference, set in the editor only. */
  readonly scope: 'file' | 'editor';
  /** Reads a value that is neither undefined nor null. Never throws. */
  parse(value: unknown): Parsed<T>;
  /**
   * What applies when the configuration file and the editor each have a value. Editors send their defaults too, so that an
   * editor's value which equals the default counts as not set. Without this function such a value is compared by `===`.
   */
  over?(file: T, editor: T): T;
}

/** What every constructor below takes. */
interface Declared<T> {
  readonly description: string;
  readonly default: T;
  readonly scope: Setting<T>['scope'];
}

/** A setting that is on or off. */
export const flag = (declared: Declared<boolean>): Setting<boolean> => ({
  ...declared,
  schema: { type: 'boolean' },
  parse: (value) =>
    typeof value === 'boolean' ? { value } : { value: declared.default, flaws: wholly('must be `true` or `false`') },
});

/** A setting that is one of some words. `choices` has each word with what a person reads about it. */
export function choice<T extends string>({
  choices,
  ...declared
}: Declared<T> & { readonly choices: Readonly<Record<T, string>> }): Setting<T> {
  const words = Object.keys(choices);
  const isWord = (value: unknown): value is T => words.some((word) => word === value);
  return {
    ...declared,
    schema: { type: 'string', enum: words, enumDescriptions: Object.values(choices) },
    parse: (value) =>
      isWord(value) ? { value } : { value: declared.default, flaws: wholly(`must be ${oneOf(words)}`) },
  };
}

/** The bounds of a number, both included. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** A setting that is a whole number. */
export const integer = ({ bounds, ...declared }: Declared<number> & { readonly bounds: Bounds }): Setting<number> => ({
  ...declared,
  schema: { type: 'integer', ...bounds },
  parse: (value) =>
    isWithin(value, bounds) ? { value } : { value: declared.default, flaws: wholly(mustBeWithin(bounds)) },
});

/** A setting that is a whole number, or `null` when there is none. */
export const optionalInteger = ({
  bounds,
  ...declared
}: Omit<Declared<null>, 'default'> & { readonly bounds: Bounds }): Setting<number | null> => ({
  ...declared,
  schema: { type: ['integer', 'null'], ...bounds },
  default: null,
  parse: (value) => (isWithin(value, bounds) ? { value } : { value: null, flaws: wholly(mustBeWithin(bounds)) }),
});

const isWithin = (value: unknown, { minimum, maximum }: Bounds): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;

const mustBeWithin = ({ minimum, maximum }: Bounds): string => `must be an integer from ${minimum} to ${maximum}`;

/** `` `a`, `b` or `c` `` */
export const oneOf = (words: readonly string[]): string => anyOf(words.map((word) => `\`${word}\``));
