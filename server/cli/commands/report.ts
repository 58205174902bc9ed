/** The commands `report schema`, `report check` and `report hook`: what they take and print. */
import { checkReport, schemaOf } from '../../core/index';
import { type Command, command, failed, wrongUsage } from '../command';
import type { FileRead } from '../environment';
import { reportFormatters } from '../formatters/report/index';
import { helpOf } from '../help';
import { text } from '../options';
import { jsonText } from '../printable';
import { format } from '../sharedOptions';
import { loadContract } from './report/contract';
import { runHook } from './report/hook';

const schema = command({
  name: 'report schema',
  usage: {
    summary: "Print a JSON Schema of an agent's completion report",
    operands: { usage: 'AGENT', min: 1, max: 1, takes: 'one agent file' },
    details: 'Prints a JSON Schema (draft 2020-12) of the completion report that the agent file AGENT requires.',
    examples: { 'report schema .claude/agents/tester.md': 'Print the schema' },
    exitCodes: { 0: 'on success', 2: 'on usage or I/O errors or without a report template' },
  },
  options: {},
  run({ operands: [path = ''] }, environment) {
    const loaded = loadContract(path, environment);
    if (loaded.kind === 'error') return failed(`${path}: ${loaded.message}`, environment);
    environment.out(`${jsonText(schemaOf(loaded.contract), 2)}\n`);
    return 0;
  },
});

const check = command({
  name: 'report check',
  usage: {
    summary: 'Validate a completion report against the template of its agent',
    operands: { usage: 'REPORT|-', min: 1, max: 1, takes: "one report, or '-' for standard input" },
    details:
      'Validates a completion report, or an answer that contains one, against the template in an agent file. ' +
      "'-' reads standard input.",
    examples: {
      'report check answer.md --agent .claude/agents/tester.md': 'Validate the report in a file',
      'report check - --agent .claude/agents/tester.md --format json < answer.md': 'Write JSON for other programs',
    },
    exitCodes: { 0: 'when the report matches', 1: 'when it does not', 2: 'on usage or I/O errors' },
  },
  options: {
    agent: text('AGENT', 'The agent file with the template; required'),
    format: format(reportFormatters, 'text'),
  },
  run({ operands: [path = ''], options }, environment) {
    if (options.agent === undefined) return wrongUsage('report check needs --agent AGENT', 'report check', environment);
    const loaded = loadContract(options.agent, environment);
    if (loaded.kind === 'error') return failed(`${options.agent}: ${loaded.message}`, environment);
    const name = path === '-' ? 'standard input' : path;
    const read = path === '-' ? environment.stdin() : environment.read(path);
    if (read.kind === 'error') return failed(`${name}: ${read.message}`, environment);
    const answer = withoutMark(read);
    const result = checkReport(answer, loaded.contract);
    environment.out(reportFormatters[options.format]({ name, answer, agent: loaded.contract.agent, result }));
    return result.ok ? 0 : 1;
  },
});

const hook: Command = {
  name: 'report hook',
  usage: {
    summary: 'As a Claude Code hook: send an agent back, once, when its report is incomplete',
    operands: { usage: '', min: 0, max: 0, takes: 'no arguments' },
    details:
      'Reads the event of a Stop or SubagentStop hook on standard input, and answers on standard output. Unexpected input blocks nothing.',
    examples: {},
    exitCodes: { 0: 'always' },
  },
  options: {},
  // Claude Code blocks an agent when a hook exits with 2, so arguments are never parsed and cannot be wrong.
  start(argv, environment) {
    if (!argv.includes('--help')) return runHook(environment);
    environment.out(helpOf(hook, environment.columns));
    return 0;
  },
};

/** The commands that share the word `report`. */
export const report: readonly Command[] = [schema, check, hook];

/** Removes a byte order mark: editors do not count it as a character. */
const withoutMark = ({ text: read }: Extract<FileRead, { kind: 'text' }>): string =>
  read.startsWith('\uFEFF') ? read.slice(1) : read;
