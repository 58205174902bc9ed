/** The command line: what each command does and which exit code it ends with. */
import { formats as dialects } from '../core/index';
import { formats, parseCheckArgs } from './args';
import { check } from './check';
import { runExplain } from './explainCommand/run';
import { runFix } from './fixCommand/run';
import type { Host } from './host';
import { runProfile } from './profileCommand/run';
import { jsonReport } from './report/json';
import { printable, textReport } from './report/text';
import { runReport } from './reportCommand/run';

const USAGE = `Usage:
  agent-authoring check [paths…] [--format ${formats.join('|')}] [--dialect ${dialects.map(({ id }) => id).join('|')}]
  agent-authoring fix [paths…] [--dry-run] [--dialect …]
  agent-authoring explain [paths…] [--format ${formats.join('|')}] [--dialect …]
  agent-authoring report schema|check|hook …
  agent-authoring profile learn [folder] [--write]
  agent-authoring lsp --stdio
  agent-authoring --help | --version

check   Checks agent files. Folders (the current one by default) are searched for them;
        with --dialect every Markdown file that opens with three dashes counts.
        Exit code: 0 without errors, 1 with errors, 2 when the call or the reading failed.
        The nearest .agent-authoring.json upwards of a file sets rules, maxFindings, sections
        and budgets of tokens.
fix     Applies all safe fixes; with --dry-run it shows them as a diff and writes nothing.
        Exit code: 0 when no error is left, 1 when one is, 2 when something failed.
explain Says whether its program loads each file, under which name and with which tools.
        Exit code: 0 when all load, 1 when one does not, 2 when something failed.
report  Prints the schema of an agent's completion report, checks a report, or holds an
        agent to it as a hook. See agent-authoring report --help.
profile Prints the sections that most agents of a folder have, as settings that ask for them;
        with --write into .agent-authoring.json. See agent-authoring profile --help.
lsp     Starts the language server for any editor.
`;

/** Runs a command other than \`lsp\` and returns the exit code of the process. */
export function main(argv: readonly string[], host: Host, version: string): 0 | 1 | 2 {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h' || command === 'help') {
    host.out(USAGE);
    return 0;
  }
  if (command === '--version') {
    host.out(`${version}\n`);
    return 0;
  }
  if (command === 'check') return runCheck(rest, host);
  if (command === 'fix') return runFix(rest, host, USAGE);
  if (command === 'explain') return runExplain(rest, host, USAGE);
  if (command === 'report') return runReport(rest, host);
  if (command === 'profile') return runProfile(rest, host);
  host.err(
    command === undefined
      ? USAGE
      : `agent-authoring: unknown command '${printable(command)}'. See agent-authoring --help.\n`,
  );
  return 2;
}

function runCheck(argv: readonly string[], host: Host): 0 | 1 | 2 {
  const parsed = parseCheckArgs(argv);
  if (parsed.kind === 'help') {
    host.out(USAGE);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    host.err(`agent-authoring: ${printable(parsed.message)}. See agent-authoring --help.\n`);
    return 2;
  }
  const checked = check(parsed.args, host);
  host.out(parsed.args.format === 'json' ? jsonReport(checked) : textReport(checked, host.colour));
  for (const error of checked.errors) host.err(`agent-authoring: ${printable(error)}\n`);
  if (checked.errors.length > 0) return 2;
  return checked.files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}
