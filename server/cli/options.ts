/** The kinds of options that commands take, and how their values are read. */
import { closestOf } from '../core/index';

/** A value that was read, or what is wrong with it, as the rest of a sentence after the option's name. */
export type OptionRead<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'wrong'; readonly message: string };

/** One option of a command, without its name. */
export interface Option<T> {
  /** What the help says, without a full stop. */
  readonly summary: string;
  /** How the help writes the value; undefined for an option without one. */
  readonly placeholder: string | undefined;
  /** Whether it may be given without a value, which is then written after `=`. */
  readonly isOptional?: true;
  /** What the value may be, as the end of a sentence: the placeholder, or the choices. */
  readonly values: string;
  /** All that the value may be, for completion in a shell; left out where that is no list. */
  readonly choices?: readonly string[];
  /** Other names that mean the same. */
  readonly aliases: readonly string[];
  /** Reads all given values in order: an empty array when the option is absent, empty strings when it takes no value. */
  read(values: readonly string[]): OptionRead<T>;
}

/** The options of a command by their names, without the dashes. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** The value of each option. */
export type ValuesOf<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

const value = <T>(read: T): OptionRead<T> => ({ kind: 'value', value: read });
const wrong = (message: string): { readonly kind: 'wrong'; readonly message: string } => ({ kind: 'wrong', message });

/** An option that is given or not. */
export const flag = (summary: string): Option<boolean> => ({
  summary,
  placeholder: undefined,
  values: '',
  aliases: [],
  read: (values) => value(values.length > 0),
});

/** An option that takes any text except an empty one; the last one given counts. */
export const text = (placeholder: string, summary: string): Option<string | undefined> => ({
  summary,
  placeholder,
  values: placeholder,
  aliases: [],
  read: (values) => (values.at(-1) === '' ? wrong(`needs a value: ${placeholder}`) : value(values.at(-1))),
});

/** An option that is given or not, and may have a text; an empty one when it has none, and undefined when it is not given. */
export const flagOrText = (placeholder: string, summary: string): Option<string | undefined> => ({
  summary,
  placeholder,
  isOptional: true,
  values: placeholder,
  aliases: [],
  read: (values) => value(values.at(-1)),
});

/** An option that takes a whole number from 0. */
export const count = (placeholder: string, summary: string): Option<number | undefined> => ({
  summary,
  placeholder,
  values: placeholder,
  aliases: [],
  read(values) {
    const last = values.at(-1);
    if (last === undefined) return value(undefined);
    return /^\d{1,9}$/.test(last) ? value(Number(last)) : wrong(`takes a whole number from 0, not '${last}'`);
  },
});

/** An option that takes one of the keys of a table; the last one given counts. */
export const choice = <K extends string, F extends K | undefined>(
  table: Readonly<Record<K, unknown>>,
  fallback: F,
  placeholder: string,
  summary: string,
): Option<K | F> => {
  const isKey = (name: string): name is K => Object.hasOwn(table, name);
  return {
    summary,
    placeholder,
    values: inWords(Object.keys(table)),
    choices: Object.keys(table),
    aliases: [],
    read(values) {
      const last = values.at(-1);
      if (last === undefined) return value(fallback);
      return isKey(last) ? value(last) : wrong(notAmong(last, Object.keys(table)));
    },
  };
};

/** An option that may be given several times, each with a value of its own. */
export const repeated = <T>(
  placeholder: string,
  summary: string,
  readOne: (text: string) => OptionRead<T>,
): Option<readonly T[]> => ({
  summary,
  placeholder,
  values: placeholder,
  aliases: [],
  read(values) {
    const all: T[] = [];
    for (const text of values) {
      const read = readOne(text);
      if (read.kind === 'wrong') return read;
      all.push(read.value);
    }
    return value(all);
  },
});

/** How many characters of a name suggest it. */
const LEAST_START = 3;

/** Says that `given` is not one of `known`, which are listed, and which of them is close to it or starts with it. */
export function notAmong(given: string, known: readonly string[]): string {
  const begun = given.length < LEAST_START ? undefined : known.find((name) => name.startsWith(given));
  const closest = closestOf(given, known) ?? begun;
  const hint = closest === undefined ? '' : `; did you mean '${closest}'?`;
  return `takes ${inWords(known)}, not '${given}'${hint}`;
}

/** A list in words: "a, b or c". */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** An option that takes keys of a table with commas between them; undefined when it is not given. */
export const list = (
  placeholder: string,
  summary: string,
  table: Readonly<Record<string, unknown>>,
): Option<readonly string[] | undefined> => ({
  summary: `${summary}: ${Object.keys(table).join(', ')}`,
  placeholder,
  values: placeholder,
  choices: Object.keys(table),
  aliases: [],
  read(values) {
    if (values.length === 0) return value(undefined);
    const words = values.flatMap((one) => one.split(',')).map((word) => word.trim());
    const unknown = words.find((word) => !Object.hasOwn(table, word));
    return unknown === undefined ? value([...new Set(words)]) : wrong(notAmong(unknown, Object.keys(table)));
  },
});
