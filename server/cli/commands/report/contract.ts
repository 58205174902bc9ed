/** From the path of an agent file to the contract that its template writes down. */
import {
  type AgentFile,
  agentNameOf,
  type Contract,
  contractOf,
  type Dialect,
  detect,
  dialects,
  keysOf,
  parse,
  reportOf,
} from '../../../core/index';
import type { Environment } from '../../environment';

export type Loaded =
  | { readonly kind: 'contract'; readonly contract: Contract }
  | { readonly kind: 'error'; readonly message: string };

/** An agent file as its dialect reads it. */
export interface Agent {
  readonly file: AgentFile;
  readonly dialect: Dialect;
}

/** Parses an agent file; one at an unusual path is read as the first dialect reads it. */
export function agentOf(path: string, text: string): Agent | undefined {
  const dialect = detect(`/${path}`) ?? dialects[0];
  return dialect === undefined ? undefined : { file: parse(text, keysOf(dialect)), dialect };
}

/** The contract of the agent file at `path`; a message, without the path, when it cannot be read or has none. */
export function loadContract(path: string, environment: Environment): Loaded {
  const read = environment.read(path);
  if (read.kind === 'error') return read;
  const agent = agentOf(path, read.text);
  return agent === undefined ? { kind: 'error', message: 'no dialect reads it' } : contractIn(agent);
}

/** The contract in an agent file. */
export function contractIn({ file, dialect }: Agent): Loaded {
  const report = reportOf(file);
  if (report === undefined) return { kind: 'error', message: 'it has no report template' };
  const [problem] = report.problems;
  if (problem !== undefined) return { kind: 'error', message: `its report template cannot be read: ${problem.detail}` };
  if (report.entries.length === 0) return { kind: 'error', message: 'its report template has no keys' };
  return { kind: 'contract', contract: contractOf(file.source.text, report, agentNameOf(file, dialect)) };
}
