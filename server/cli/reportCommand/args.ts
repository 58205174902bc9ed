/** Reads the command line of `agent-authoring report`. */
import { type Format, formats } from '../args';

export const REPORT_USAGE = `Usage:
  agent-authoring report schema AGENT
  agent-authoring report check REPORT|- --agent AGENT [--format ${formats.join('|')}]
  agent-authoring report hook

schema  Prints a JSON Schema (draft 2020-12) of the report that the agent file AGENT asks for.
check   Checks a report, or an answer with a report in it, against the template in AGENT.
        Exit code: 0 when nothing that the template asks for is missing or wrong, 1 when
        something is, 2 when the call or the reading failed.
hook    For a Stop or SubagentStop hook of Claude Code: reads the event on standard input and
        sends an agent whose report is missing or broken back to work, once; what is wrong
        then is told to the user. Exit code: always 0.
`;

export type ReportArgs =
  | { readonly kind: 'help' }
  | { readonly kind: 'hook' }
  | { readonly kind: 'schema'; readonly agent: string }
  | { readonly kind: 'check'; readonly report: string; readonly agent: string; readonly format: Format }
  | { readonly kind: 'wrong'; readonly message: string };

/** Parses the arguments after `report`. `-` as a report means standard input. */
export function parseReportArgs([command, ...rest]: readonly string[]): ReportArgs {
  // A hook that ends with 2 blocks, so nothing that follows may make it do so.
  if (command === 'hook') return { kind: 'hook' };
  if (command === '--help' || command === '-h') return { kind: 'help' };
  if (command !== 'schema' && command !== 'check')
    return wrong(command === undefined ? 'report takes schema, check or hook' : `unknown report command '${command}'`);
  const options = optionsOf(rest);
  if (options.help) return { kind: 'help' };
  if (options.wrong !== undefined) return wrong(options.wrong);
  const { paths, values } = options;
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    return wrong(command === 'schema' ? 'report schema takes one agent file' : 'report check takes one report');
  const agent = values.get('--agent');
  if (command === 'schema') {
    const [option] = values.keys();
    return option === undefined ? { kind: 'schema', agent: path } : wrong(`report schema takes no ${option}`);
  }
  if (agent === undefined) return wrong('report check needs --agent AGENT');
  const wanted = values.get('--format') ?? 'text';
  const format = formats.find((candidate) => candidate === wanted);
  if (format === undefined) return wrong(`--format takes ${formats.join(' or ')}, not '${wanted}'`);
  return { kind: 'check', report: path, agent, format };
}

interface Options {
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly help: boolean;
  readonly wrong: string | undefined;
}

function optionsOf(argv: readonly string[]): Options {
  const paths: string[] = [];
  const values = new Map<string, string>();
  let help = false;
  let message: string | undefined;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      paths.push(...argv.slice(i + 1));
      break;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    if (argument === '-h' || argument === '--help') help = true;
    else if (argument === '-' || !argument.startsWith('-')) paths.push(argument);
    else if (name !== '--agent' && name !== '--format') message ??= `unknown option '${name}'`;
    else {
      const value = equals < 0 ? argv[++i] : argument.slice(equals + 1);
      if (value === undefined || value === '') message ??= `${name} needs a value`;
      else values.set(name, value);
    }
  }
  return { paths, values, help, wrong: message };
}

const wrong = (message: string): ReportArgs => ({ kind: 'wrong', message });
