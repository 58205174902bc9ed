/** What must be known of other files before an agent is linted. */
import type { Agent } from './agent';

/** The files whose presence matters, each once, spelled as the path of the agent is. */
export const presenceQuestions = (agent: Agent): readonly string[] => [
  ...new Set([
    ...agent.links().flatMap(({ leadsTo }) => leadsTo),
    ...[agent.path === undefined ? undefined : agent.format.replacedBy?.(agent.path)].flatMap((path) => path ?? []),
  ]),
];
