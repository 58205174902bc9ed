/** The command `fix`: applies safe fixes to agent files. */
import { command, failed, wrongUsage } from '../command';
import type { Environment } from '../environment';
import { leftOutText } from '../leftOut';
import { NO_FILES } from '../noFiles';
import { flag } from '../options';
import { counted, printable } from '../printable';
import { formatNamed } from '../readers';
import { as, rule } from '../sharedOptions';
import { inputOf, standardInput } from '../standardInput';
import { problemsIn } from '../summary';
import { unifiedDiff } from './fix/diff';
import { type FixedFile, type FixResult, fix as fixFiles } from './fix/fix';

const name = 'fix';

export const fix = command({
  name,
  usage: {
    summary: 'Apply all safe fixes to agent files',
    operands: { usage: '[paths…]', min: 0, max: Number.POSITIVE_INFINITY, takes: 'files and folders' },
    details:
      'Applies every safe fix and writes the files. Searches paths as check does. With --stdin, prints the fixed text ' +
      'and writes no file.',
    examples: {
      fix: 'Fix all agents below the current folder',
      'fix --dry-run': 'Show the changes as a diff',
      'fix --stdin --stdin-filename .claude/agents/a.md < draft.md': 'Print the fixed text of standard input',
    },
    exitCodes: { 0: 'when no errors are left', 1: 'when errors are left', 2: 'on usage or I/O errors' },
  },
  options: { 'dry-run': flag('Show the changes as a diff and write nothing'), rule, as, ...standardInput },
  run({ operands, options }, given) {
    const input = inputOf(options, operands, given);
    if (input.kind === 'wrong') return wrongUsage(input.message, name, given);
    if (input.kind === 'error') return failed(input.message, given);
    const isInput = input.kind === 'stdin';
    const dryRun = options['dry-run'];
    const request = {
      paths: isInput ? [input.path] : operands,
      forced: formatNamed(options.as),
      rules: Object.fromEntries(options.rule),
    };
    const result = fixFiles(request, dryRun || isInput, isInput ? input.environment : given);
    given.out(shown(result, dryRun, isInput, given));
    given.err(leftOutText(result.leftOut));
    for (const error of result.errors) failed(error, given);
    if (result.errors.length > 0) return 2;
    return errorsIn(result) > 0 ? 1 : 0;
  },
});

function shown(result: FixResult, dryRun: boolean, isInput: boolean, { color }: Environment): string {
  if (dryRun) return diffs(result, color) + (isInput ? '' : summary(result, 'would be fixed'));
  return isInput ? result.files.map(({ after }) => after).join('') : names(result) + summary(result, 'fixed');
}

const isChanged = ({ before, after }: FixedFile): boolean => before !== after;

function diffs({ files }: FixResult, color: boolean): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  return files
    .filter(isChanged)
    .map(({ path, before, after }) => unifiedDiff(path, before, after, paint))
    .join('');
}

const names = ({ files }: FixResult): string =>
  files
    .filter(isChanged)
    .map(
      ({ path, found, left }) =>
        `${printable(path)}: ${counted(problemsIn(found), 'problem')} before, ${problemsIn(left)} left\n`,
    )
    .join('');

function summary(result: FixResult, done: string): string {
  if (result.files.length === 0) return result.errors.length > 0 ? '' : NO_FILES;
  const changed = result.files.filter(isChanged).length;
  const left = result.files.reduce((sum, file) => sum + problemsIn(file.left), 0);
  const errors = errorsIn(result);
  return `${changed} of ${counted(result.files.length, 'file')} ${done}; ${counted(left, 'problem')} left, including ${counted(errors, 'error')}.\n`;
}

const errorsIn = ({ files }: FixResult): number => files.reduce((sum, { left }) => sum + left.errors, 0);
