/** What a command is: its name, what its help says, its options, and what it does. */
import type { Environment } from './environment';
import { helpOf } from './help';
import type { Options } from './options';
import { type Call, type Operands, parseCall } from './parse';
import { printable } from './printable';

/** 0: no errors. 1: a file or report has errors. 2: wrong usage, or reading or writing failed. */
export type ExitCode = 0 | 1 | 2;

/** What the help says about a command besides its options. */
export interface Usage {
  /** One line for the list of commands, beginning with a verb, without a full stop. */
  readonly summary: string;
  readonly operands: Operands;
  /** Whole sentences. */
  readonly details: string;
  /** Command lines without `agent-authoring`, each with what it does. */
  readonly examples: Readonly<Record<string, string>>;
  /** What each exit code means. */
  readonly exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
}

/** A command in the table of commands. */
export interface Command {
  /** One word, or two when several commands have the same first word. */
  readonly name: string;
  readonly usage: Usage;
  readonly options: Options;
  /** Runs the command with the arguments after its name, and returns the exit code of the process. */
  start(argv: readonly string[], environment: Environment): ExitCode;
}

/** What one command declares. */
export interface Definition<O extends Options> {
  readonly name: string;
  readonly usage: Usage;
  readonly options: O;
  run(call: Call<O>, environment: Environment): ExitCode;
}

/** Makes a command. Help, wrong usage and exit codes are handled here only. */
export const command = <O extends Options>(definition: Definition<O>): Command => ({
  name: definition.name,
  usage: definition.usage,
  options: definition.options,
  start(argv, environment) {
    const { name, options, usage } = definition;
    const parsed = parseCall(argv, { name, options, operands: usage.operands }, environment);
    if (parsed.kind === 'help') {
      environment.out(helpOf(definition, environment.columns));
      return 0;
    }
    if (parsed.kind === 'wrong') return wrongUsage(parsed.message, name, environment);
    return definition.run(parsed.call, environment);
  },
});

/**
 * Prints what is wrong with a call and where the help is, in one line.
 * @param command whose help it is; empty for all
 */
export function wrongUsage(message: string, command: string, environment: Environment): 2 {
  const end = /[.?]$/.test(message) ? '' : '.';
  const help = ['agent-authoring', command, '--help'].filter((word) => word !== '').join(' ');
  return failed(`${message}${end} Run '${help}' for usage.`, environment);
}

/** Prints why a command failed, in one line. */
export function failed(message: string, environment: Environment): 2 {
  environment.err(`agent-authoring: ${printable(message)}\n`);
  return 2;
}
