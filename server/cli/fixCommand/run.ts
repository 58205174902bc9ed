/** The command `fix`: its arguments, what it prints, how it ends. */
import { parseCheckArgs } from '../args';
import type { Host } from '../host';
import { printable } from '../report/text';
import { unifiedDiff } from './diff';
import { type FixedFile, type FixResult, fix } from './fix';

/** Runs `fix`; `usage` is printed for `--help`. */
export function runFix(argv: readonly string[], host: Host, usage: string): 0 | 1 | 2 {
  const end = argv.indexOf('--');
  const isFlag = (argument: string, i: number): boolean => argument === '--dry-run' && (end < 0 || i < end);
  const dryRun = argv.some(isFlag);
  const rest = argv.filter((argument, i) => !isFlag(argument, i));
  const parsed = parseCheckArgs(rest);
  if (parsed.kind === 'help') {
    host.out(usage);
    return 0;
  }
  const isFormat = (argument: string): boolean => argument === '--format' || argument.startsWith('--format=');
  const wrong =
    parsed.kind === 'wrong' ? parsed.message : rest.some(isFormat) ? "unknown option '--format'" : undefined;
  if (parsed.kind === 'wrong' || wrong !== undefined) {
    host.err(`agent-authoring: ${printable(wrong ?? '')}. See agent-authoring --help.\n`);
    return 2;
  }
  const result = fix(parsed.args, dryRun, host);
  host.out(
    dryRun ? diffs(result, host.colour) + summary(result, 'would be fixed') : names(result) + summary(result, 'fixed'),
  );
  for (const error of result.errors) host.err(`agent-authoring: ${printable(error)}\n`);
  if (result.errors.length > 0) return 2;
  return errorsIn(result) > 0 ? 1 : 0;
}

const isChanged = ({ before, after }: FixedFile): boolean => before !== after;

function diffs({ files }: FixResult, colour: boolean): string {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return files
    .filter(isChanged)
    .map(({ path, before, after }) => unifiedDiff(path, before, after, paint))
    .join('');
}

const names = ({ files }: FixResult): string =>
  files
    .filter(isChanged)
    .map(({ path, found, left }) => `${printable(path)}: ${counted(found, 'finding')} before, ${left.length} left\n`)
    .join('');

function summary(result: FixResult, done: string): string {
  const changed = result.files.filter(isChanged).length;
  const left = result.files.reduce((sum, file) => sum + file.left.length, 0);
  const errors = errorsIn(result);
  return `${changed} of ${counted(result.files.length, 'file')} ${done}; ${counted(left, 'finding')} left, ${counted(errors, 'error')} among them.\n`;
}

const errorsIn = ({ files }: FixResult): number =>
  files.reduce((sum, { left }) => sum + left.filter(({ severity }) => severity === 'error').length, 0);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
