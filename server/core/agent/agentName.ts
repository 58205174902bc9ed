/** The name under which a report must be handed in. */
import type { Agent } from './agent';
import { entryByRole } from './fields';

/** The agent's name: as its frontmatter has it, else as the host knows it; undefined without one. */
export function agentNameOf(agent: Agent): string | undefined {
  const value = entryByRole(agent, 'identity')?.value;
  if (value?.kind === 'scalar' && value.text.trim() !== '') return value.text;
  return agent.verdict()?.name ?? undefined;
}
