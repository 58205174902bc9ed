/** The command `check`: reports problems in agent files. */
import { readBaseline, withoutBaseline, writeBaseline } from '../baseline';
import type { Checked } from '../check';
import { oncePerFolder } from '../collections';
import { command, type ExitCode, failed, wrongUsage } from '../command';
import type { Environment } from '../environment';
import { checkFormatters } from '../formatters/check/index';
import { choice, count, flag, flagOrText, text } from '../options';
import { counted } from '../printable';
import { formatNamed } from '../readers';
import { type ReportedFile, reported } from '../reported';
import { as, format, type RuleLevel, rule } from '../sharedOptions';
import { inputOf, standardInput } from '../standardInput';
import { problemsIn, type Summary, summaryOf } from '../summary';
import { watched } from '../watch';

const name = 'check';

/** How many problems have a severity or a worse one. */
const failing = {
  error: ({ errors }: Summary) => errors,
  warning: ({ errors, warnings }: Summary) => errors + warnings,
  information: ({ errors, warnings, information }: Summary) => errors + warnings + information,
  hint: problemsIn,
  never: () => 0,
};

const FAIL_ON = Object.keys(failing).join(', ');

export const check = command({
  name,
  usage: {
    summary: 'Report problems in agent files',
    operands: { usage: '[paths…]', min: 0, max: Number.POSITIVE_INFINITY, takes: 'files and folders' },
    details:
      'Lints agent files. Without paths, searches the current folder; with --as, includes every Markdown file that ' +
      'starts with three dashes. The nearest .agent-authoring.json in or above the folder of a file sets rules, ' +
      'sections, report keys and token budgets.',
    examples: {
      check: 'Lint all agents below the current folder',
      'check agents --as claude-code-plugin': 'Lint files in a folder where no host looks for agents',
      'check --format sarif > agents.sarif': 'Write a log for code scanning',
      'check --format github --max-warnings 0': 'Annotate a pull request and allow no warnings',
      'check --format reproduction .claude/agents/a.md': 'Write all that a report of a false alarm needs',
      'check --rule tool-foreign=off': 'Turn one rule off',
      'check --changed=origin/main': 'Report only what a pull request changes; all files count for names and calls',
      'check --write-baseline agents-baseline.json': 'Accept the current problems',
      'check --baseline agents-baseline.json': 'Report only problems that are not accepted',
      'check --watch': 'Check again when files change',
      'check --stdin --stdin-filename .claude/agents/a.md < draft.md': 'Lint standard input',
    },
    exitCodes: {
      0: 'without errors',
      1: 'with errors or too many warnings',
      2: 'on usage or I/O errors',
    },
  },
  options: {
    format: format(checkFormatters, 'text'),
    frame: flag('Show the lines of each problem with its range, as on a terminal'),
    'no-frame': flag('Show one line for each problem, as in a pipe'),
    quiet: flag('Report errors only; the summary still counts everything'),
    'fail-on': choice(
      failing,
      'error',
      'SEVERITY',
      `Exit with 1 on problems of this severity or worse: ${FAIL_ON} (default: error)`,
    ),
    'max-warnings': count('N', 'Exit with 1 when there are more than N warnings'),
    changed: flagOrText('REF', 'Report only files that have changed since the revision (HEAD), also new ones'),
    staged: flag('Report only files with staged changes, as they are in the folder'),
    baseline: text('FILE', 'Report only what this baseline does not contain'),
    'write-baseline': text('FILE', 'Write all current problems to a baseline, and exit with 0'),
    watch: flag('Check again whenever files change, until Ctrl+C'),
    rule,
    as,
    ...standardInput,
  },
  run({ operands, options }, given) {
    const input = inputOf(options, operands, given);
    if (input.kind === 'wrong') return wrongUsage(input.message, name, given);
    if (input.kind === 'error') return failed(input.message, given);
    const paths = input.kind === 'stdin' ? [input.path] : operands;
    const { 'write-baseline': written, changed, staged } = options;
    if (written !== undefined && (options.baseline !== undefined || changed !== undefined || staged))
      return wrongUsage(
        '--write-baseline takes all current problems: leave out --baseline, --changed and --staged',
        name,
        given,
      );
    const clash = frameClash(options);
    if (clash !== undefined) return wrongUsage(clash, name, given);
    if (changed !== undefined && staged) return wrongUsage('--changed and --staged exclude each other', name, given);
    const { progress: _hidden, ...calm } = input.kind === 'stdin' ? input.environment : given;
    const environment = options.quiet || input.kind === 'stdin' ? calm : given;
    if (!options.watch) return checkOnce(paths, options, environment);
    if (written !== undefined || input.kind === 'stdin')
      return wrongUsage('--watch cannot be combined with --write-baseline or --stdin', name, given);
    return watched((noting) => checkOnce(paths, options, noting), environment);
  },
});

/** What the options of the command are. */
interface CheckOptions {
  readonly format: keyof typeof checkFormatters;
  readonly frame: boolean;
  readonly 'no-frame': boolean;
  readonly quiet: boolean;
  readonly 'fail-on': keyof typeof failing;
  readonly 'max-warnings': number | undefined;
  readonly changed: string | undefined;
  readonly staged: boolean;
  readonly baseline: string | undefined;
  readonly 'write-baseline': string | undefined;
  readonly rule: readonly RuleLevel[];
  readonly as: string | undefined;
}

/** What is wrong with the options about the lines of problems; undefined when nothing is. */
function frameClash({ format, frame, 'no-frame': noFrame }: CheckOptions): string | undefined {
  if (frame && noFrame) return '--frame and --no-frame exclude each other';
  return frame && format !== 'text' ? `--frame is for the format text, not ${format}` : undefined;
}

function checkOnce(paths: readonly string[], options: CheckOptions, environment: Environment): ExitCode {
  const { baseline, 'write-baseline': written } = options;
  const select = selectionOf(options, environment);
  if (select.kind === 'error') return failed(select.message, environment);
  const known = baseline === undefined ? undefined : readBaseline(baseline, environment);
  if (known?.kind === 'error') return failed(known.message, environment);
  // All files are read, because names and calls lead from one to another.
  const rules = Object.fromEntries(options.rule);
  const isFramed = options.frame || (environment.columns !== undefined && !options['no-frame']);
  const needsTexts = isFramed || options.format === 'reproduction';
  const checked = reported({ paths, forced: formatNamed(options.as), rules, needsTexts }, environment);
  const { leftOut, errors } = checked;
  if (written !== undefined) return accept(checked, written, environment);
  const selected = checked.files.filter(select.isSelected);
  const compared =
    known === undefined || baseline === undefined
      ? { files: selected, gone: 0 }
      : withoutBaseline(selected, known.counts, baseline, environment);
  const files = oncePerFolder(compared.files);
  const summary = summaryOf(files);
  const shown = options.quiet ? files.map(errorsOnly) : files;
  const unchanged = checked.files.length - selected.length;
  const report = { files: shown, leftOut, errors, summary, unchanged, isFramed };
  environment.out(checkFormatters[options.format](report, environment));
  for (const error of errors) failed(error, environment);
  if (compared.gone > 0) {
    const they = compared.gone === 1 ? 'occurs' : 'occur';
    const problems = counted(compared.gone, 'problem');
    failed(
      `${problems} of the baseline no longer ${they}; --write-baseline ${baseline} forgets ${compared.gone === 1 ? 'it' : 'them'}`,
      environment,
    );
  }
  if (errors.length > 0) return 2;
  const most = options['max-warnings'];
  if (most !== undefined && summary.warnings > most) {
    failed(`${counted(summary.warnings, 'warning')}, but --max-warnings allows ${most}`, environment);
    return 1;
  }
  return failing[options['fail-on']](summary) > 0 ? 1 : 0;
}

type Selection =
  | { readonly kind: 'files'; readonly isSelected: (file: ReportedFile) => boolean }
  | { readonly kind: 'error'; readonly message: string };

/** Which files are reported: all, or those that have changed. */
function selectionOf(
  { changed, staged }: { readonly changed: string | undefined; readonly staged: boolean },
  environment: Environment,
): Selection {
  if (changed === undefined && !staged) return { kind: 'files', isSelected: () => true };
  const since = changed === '' ? undefined : changed;
  if (since?.startsWith('-') === true) return { kind: 'error', message: `'${since}' is not a revision` };
  const changes = environment.changes?.(staged ? { kind: 'staged' } : { kind: 'since', since });
  if (changes === undefined) return { kind: 'error', message: 'Git cannot be asked for changes here' };
  if (changes.kind === 'error') return changes;
  // Git names the files without links in their folders.
  const identity = (path: string): string => environment.identityOf?.(path) ?? environment.absolute(path);
  const paths = new Set([...changes.paths].map(identity));
  return { kind: 'files', isSelected: ({ path }) => paths.has(identity(path)) };
}

/** Writes a baseline. */
function accept({ files, errors }: Checked<ReportedFile>, path: string, environment: Environment): ExitCode {
  // What could not be read would be missing from the baseline.
  for (const error of errors) failed(error, environment);
  if (errors.length > 0) return 2;
  const outcome = writeBaseline(files, path, environment);
  if (outcome.kind === 'error') return failed(`${path}: ${outcome.message}`, environment);
  environment.out(
    `${path}: ${counted(problemsIn(summaryOf(files)), 'problem')} in ${counted(files.length, 'file')}.\n`,
  );
  return 0;
}

const errorsOnly = (file: ReportedFile): ReportedFile => ({
  ...file,
  findings: file.findings.filter(({ severity }) => severity === 'error'),
});
