/** The name under which a report must be handed in. */
import type { Dialect } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';
import type { AgentFile } from '../syntax/tree';

/** The agent's name as its header has it; undefined without one. */
export function agentNameOf(file: AgentFile, dialect: Dialect): string | undefined {
  const key = fieldByRole(dialect, 'identity')?.key;
  const value = file.header?.entries.findLast((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value.text : undefined;
}
