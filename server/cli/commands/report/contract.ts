/** Reads the contract in the report template of an agent file. */
import { type Agent, type Contract, contractOf, isTooLarge, MAX_FILE_BYTES, readAgent } from '../../../core/index';
import type { Environment } from '../../environment';
import { readersOf, usualFormat } from '../../readers';
import { TOO_LARGE } from '../../tooLarge';

export type Loaded =
  | { readonly kind: 'contract'; readonly contract: Contract }
  | { readonly kind: 'error'; readonly message: string };

/** Reads an agent file. One at an unknown path is read in the default format. */
export function agentAt(path: string, text: string): Agent | undefined {
  const [format] = readersOf(`/${path}`, { otherwise: usualFormat });
  return format === undefined ? undefined : readAgent(text, format, path);
}

/** The contract of the agent file at `path`; a message, without the path, when it cannot be read or has none. */
export function loadContract(path: string, environment: Environment): Loaded {
  const read = environment.read(path, MAX_FILE_BYTES);
  if (read.kind === 'error') return read;
  const agent = agentAt(path, read.text);
  return agent === undefined ? { kind: 'error', message: 'no known host reads it' } : contractIn(agent);
}

/** The contract in an agent file. */
export function contractIn(agent: Agent): Loaded {
  if (isTooLarge(agent.file)) return { kind: 'error', message: TOO_LARGE };
  const report = agent.report();
  if (report === undefined) return { kind: 'error', message: 'it has no report template' };
  const [problem] = report.problems;
  if (problem !== undefined) return { kind: 'error', message: `its report template cannot be read: ${problem.detail}` };
  if (report.entries.length === 0) return { kind: 'error', message: 'its report template has no keys' };
  return { kind: 'contract', contract: contractOf(agent.file.source.text, report, agent.name()) };
}
