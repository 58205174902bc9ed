/** The command `check`: reports problems in agent files. */
import { oncePerFolder } from '../collections';
import { command, failed, wrongUsage } from '../command';
import { checkFormatters } from '../formatters/check/index';
import { count, flag } from '../options';
import { counted } from '../printable';
import { formatNamed } from '../readers';
import { type ReportedFile, reported } from '../reported';
import { as, format, rule } from '../sharedOptions';
import { inputOf, standardInput } from '../standardInput';
import { summaryOf } from '../summary';

const name = 'check';

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
      'check --rule tool-foreign=off': 'Turn one rule off',
      'check --stdin --stdin-filename .claude/agents/a.md < draft.md': 'Lint standard input',
    },
    exitCodes: { 0: 'without errors', 1: 'with errors or too many warnings', 2: 'on usage or I/O errors' },
  },
  options: {
    format: format(checkFormatters, 'text'),
    quiet: flag('Report errors only; the summary still counts everything'),
    'max-warnings': count('N', 'Exit with 1 when there are more than N warnings'),
    rule,
    as,
    ...standardInput,
  },
  run({ operands, options }, given) {
    const input = inputOf(options, operands, given);
    if (input.kind === 'wrong') return wrongUsage(input.message, name, given);
    if (input.kind === 'error') return failed(input.message, given);
    const environment = input.kind === 'stdin' ? input.environment : given;
    const paths = input.kind === 'stdin' ? [input.path] : operands;
    const rules = Object.fromEntries(options.rule);
    const checked = reported({ paths, forced: formatNamed(options.as), rules }, environment);
    const { leftOut, errors } = checked;
    const files = oncePerFolder(checked.files);
    const summary = summaryOf(files);
    const shown = options.quiet ? files.map(errorsOnly) : files;
    environment.out(checkFormatters[options.format]({ files: shown, leftOut, errors, summary }, environment));
    for (const error of errors) failed(error, environment);
    if (errors.length > 0) return 2;
    const most = options['max-warnings'];
    if (most === undefined || summary.warnings <= most) return summary.errors > 0 ? 1 : 0;
    failed(`${counted(summary.warnings, 'warning')}, but --max-warnings allows ${most}`, environment);
    return 1;
  },
});

const errorsOnly = (file: ReportedFile): ReportedFile => ({
  ...file,
  findings: file.findings.filter(({ severity }) => severity === 'error'),
});
