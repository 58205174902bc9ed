/** The name under which a report must be handed in. */
import type { Format } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';
import type { AgentFile } from '../syntax/tree';

/** The agent's name as its header has it; undefined without one. */
export function agentNameOf(file: AgentFile, format: Format): string | undefined {
  const key = fieldByRole(format, 'identity')?.key;
  const value = file.frontMatter?.entries.findLast((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value.text : undefined;
}
