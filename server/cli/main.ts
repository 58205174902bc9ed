/** The command line: finds the command and runs it. */
import { closestOf } from '../core/index';
import { type ExitCode, failed, wrongUsage } from './command';
import { commands } from './commands/index';
import type { Environment } from './environment';
import { helpOf, overview } from './help';
import { servers } from './servers';

/**
 * Runs a command, or shows the help of a server, and returns the exit code of the process. What no command expects is one sentence and 2: Node
 * would print a stack trace and exit with 1, which means that a file has errors.
 */
export function main(argv: readonly string[], environment: Environment): ExitCode {
  try {
    return started(argv, environment);
  } catch (error) {
    return failed(`unexpected error: ${error instanceof Error ? error.message : String(error)}`, environment);
  }
}

function started(argv: readonly string[], environment: Environment): ExitCode {
  const [first, second] = argv;
  if (first === '--version' || first === '-V') {
    environment.out(`${environment.version}\n`);
    return 0;
  }
  if (first === 'help' && second !== undefined && !second.startsWith('-'))
    return started([...argv.slice(1), '--help'], environment);
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const help = overview([...commands, ...servers], '', environment.columns);
    if (first !== undefined) environment.out(help);
    else environment.err(help);
    return first === undefined ? 2 : 0;
  }
  const server = servers.find(({ name }) => name === first);
  if (server !== undefined) {
    environment.out(helpOf(server, environment.columns));
    return 0;
  }
  const one = commands.find(({ name }) => name === first);
  if (one !== undefined) return one.start(argv.slice(1), environment);
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0) return inGroup(first, group, argv.slice(1), environment);
  // Other linters take paths without a command.
  const isPath = !first.startsWith('-') && environment.kindOf(first) !== 'absent';
  const meant = isPath ? `; did you mean 'check ${first}'?` : suggestion(first, firstWords);
  return wrongUsage(`unknown command '${first}'${meant}`, '', environment);
}

/** Runs one of several commands that share their first word. */
function inGroup(
  first: string,
  group: typeof commands,
  [second, ...rest]: readonly string[],
  environment: Environment,
): ExitCode {
  const names = group.map(({ name }) => name.slice(first.length + 1));
  if (second === '--help' || second === '-h') {
    const [only, ...others] = group;
    const { columns } = environment;
    environment.out(
      only !== undefined && others.length === 0 ? helpOf(only, columns) : overview(group, first, columns),
    );
    return 0;
  }
  const found = group.find(({ name }) => name === `${first} ${second}`);
  if (found !== undefined) return found.start(rest, environment);
  const said =
    second === undefined
      ? `${first} needs a command: ${names.join(', ')}`
      : `unknown command '${first} ${second}'${suggestion(second, names, `${first} `) || `; ${first} has ${names.join(', ')}`}`;
  return wrongUsage(said, first, environment);
}

const firstWords: readonly string[] = [
  ...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name)),
  ...servers.map(({ name }) => name),
  'help',
];

/** A known name that was probably meant, as the end of a sentence. @param before The words before the name */
function suggestion(given: string, known: readonly string[], before = ''): string {
  const closest = closestOf(given, known);
  return closest === undefined ? '' : `; did you mean '${before}${closest}'?`;
}
