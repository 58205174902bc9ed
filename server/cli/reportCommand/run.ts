/** `agent-authoring report`: the schema of an agent's report, the check of one, and the hook that asks for it. */
import { checkReport, schemaOf } from '../../core/index';
import type { FileRead, Host } from '../host';
import { printable } from '../report/text';
import { parseReportArgs, REPORT_USAGE, type ReportArgs } from './args';
import { loadContract } from './contract';
import { runHook } from './hook';
import { reportJson, reportText } from './output';

/** Runs the command and returns the exit code of the process. */
export function runReport(argv: readonly string[], host: Host): 0 | 1 | 2 {
  const args = parseReportArgs(argv);
  switch (args.kind) {
    case 'help':
      host.out(REPORT_USAGE);
      return 0;
    case 'hook':
      return runHook(host);
    case 'schema':
      return runSchema(args.agent, host);
    case 'check':
      return runCheck(args, host);
    default:
      return failed(`${args.message}. See agent-authoring report --help`, host);
  }
}

function runSchema(path: string, host: Host): 0 | 2 {
  const loaded = loadContract(path, host);
  if (loaded.kind === 'error') return failed(`${path}: ${loaded.message}`, host);
  host.out(`${JSON.stringify(schemaOf(loaded.contract), null, 2)}\n`);
  return 0;
}

function runCheck({ report, agent, format }: Extract<ReportArgs, { kind: 'check' }>, host: Host): 0 | 1 | 2 {
  const loaded = loadContract(agent, host);
  if (loaded.kind === 'error') return failed(`${agent}: ${loaded.message}`, host);
  const name = report === '-' ? 'standard input' : report;
  const read = report === '-' ? host.stdin() : host.read(report);
  if (read.kind === 'error') return failed(`${name}: ${read.message}`, host);
  const answer = withoutMark(read);
  const result = checkReport(answer, loaded.contract);
  host.out(format === 'json' ? reportJson(answer, loaded.contract.agent, result) : reportText(answer, name, result));
  return result.ok ? 0 : 1;
}

/** A byte order mark is no character of the report; editors do not count it either. */
const withoutMark = ({ text }: Extract<FileRead, { kind: 'text' }>): string =>
  text.startsWith('\uFEFF') ? text.slice(1) : text;

function failed(message: string, host: Host): 2 {
  host.err(`agent-authoring: ${printable(message)}.\n`);
  return 2;
}
