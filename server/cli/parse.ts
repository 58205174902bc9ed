/** Parses a command's arguments into the values of its options, or into one sentence about what is wrong. */
import { closestOf } from '../core/index';
import type { ArgumentOption, ArgumentToken, Environment } from './environment';
import type { Option, Options, ValuesOf } from './options';

/** The arguments of a command that are not options. */
export interface Operands {
  /** How the usage line writes them; empty when the command takes none. */
  readonly usage: string;
  readonly min: number;
  readonly max: number;
  /** What the command takes, as the rest of a sentence: "one agent file". */
  readonly takes: string;
  /** All that they may be, for completion in a shell; left out where they are paths or any text. */
  readonly choices?: readonly string[];
}

type OptionToken = Extract<ArgumentToken, { readonly kind: 'option' }>;

/** What a command was called with. */
export interface Call<O extends Options> {
  readonly operands: readonly string[];
  readonly options: ValuesOf<O>;
}

export type Parsed<O extends Options> =
  | { readonly kind: 'call'; readonly call: Call<O> }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Parses the arguments after a command's name. A request for help overrides every mistake.
 * @param name of the command, for messages
 */
export function parseCall<O extends Options>(
  argv: readonly string[],
  {
    name,
    options,
    operands: { min, max, takes },
  }: { readonly name: string; readonly options: O; readonly operands: Operands },
  environment: Environment,
): Parsed<O> {
  const names = namesOf(options);
  const given = new Map<string, Given>();
  const operands: string[] = [];
  let mistake: string | undefined;
  for (const token of environment.tokensOf(argv, { help: { type: 'boolean', short: 'h' }, ...forParser(names) })) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'help' };
    const named = names.get(token.name);
    if (named === undefined) {
      mistake ??= unknownOption(token.rawName, [...names.keys(), 'help']);
      continue;
    }
    const before = given.get(named.name)?.values ?? [];
    given.set(named.name, { rawName: token.rawName, values: [...before, token.value ?? ''] });
    mistake ??= mistakeIn(token, named.option);
  }
  if (mistake !== undefined) return { kind: 'wrong', message: mistake };
  if (operands.length < min || operands.length > max) return { kind: 'wrong', message: `${name} takes ${takes}` };
  const values: Record<string, unknown> = {};
  for (const [option, { read }] of Object.entries(options)) {
    const own = given.get(option);
    const result = read(own?.values ?? []);
    if (result.kind === 'wrong')
      return { kind: 'wrong', message: `${own?.rawName ?? `--${option}`} ${result.message}` };
    values[option] = result.value;
  }
  // Each value was read by the option of the same name.
  return { kind: 'call', call: { operands, options: values as ValuesOf<O> } };
}

/** Why an option cannot be given like this; undefined when it can. What is wrong with its value, the option says itself. */
function mistakeIn(token: OptionToken, { placeholder, values, isOptional }: Option<unknown>): string | undefined {
  const { rawName, value, inlineValue } = token;
  if (placeholder === undefined) return value === undefined ? undefined : `${rawName} takes no value`;
  if (isOptional === true)
    return inlineValue === true && value === '' ? `${rawName}= needs a value: ${values}` : undefined;
  // What follows without `=` and looks like an option is one.
  const isMissing = value === undefined || (inlineValue !== true && value.startsWith('--'));
  return isMissing ? `${rawName} needs a value: ${values}` : undefined;
}

/** An option as it was given: its values, and its name as it was written last. */
interface Given {
  readonly rawName: string;
  readonly values: readonly string[];
}

interface Named {
  readonly name: string;
  readonly option: Option<unknown>;
}

/** Each option by its name and its aliases. */
const namesOf = (options: Options): ReadonlyMap<string, Named> =>
  new Map(
    Object.entries(options).flatMap(([name, option]) =>
      [name, ...option.aliases].map((own): [string, Named] => [own, { name, option }]),
    ),
  );

const forParser = (names: ReadonlyMap<string, Named>): Readonly<Record<string, ArgumentOption>> =>
  Object.fromEntries(
    [...names].map(([name, { option }]) => [name, { type: takesNext(option) ? 'string' : 'boolean' }]),
  );

/** Whether the next argument is the value of the option. */
const takesNext = ({ placeholder, isOptional }: Option<unknown>): boolean =>
  placeholder !== undefined && isOptional !== true;

function unknownOption(rawName: string, known: readonly string[]): string {
  const closest = closestOf(rawName.replace(/^-+/, ''), known);
  return `unknown option '${rawName}'${closest === undefined ? '' : `; did you mean '--${closest}'?`}`;
}
