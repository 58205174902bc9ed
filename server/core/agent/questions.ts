/** What must be known of other files before an agent is linted. */
import type { Agent } from './agent';
import { foldersOf } from './sharedLimit';

/** The files whose presence matters, each once, spelled as the path of the agent is. */
export const presenceQuestions = (agent: Agent): readonly string[] => [
  ...new Set([
    ...agent.links().flatMap(({ leadsTo }) => leadsTo),
    ...[agent.path === undefined ? undefined : agent.format.replacedBy?.(agent.path)].flatMap((path) => path ?? []),
    ...foldersOf(agent.path, agent.format).map(({ root }) => root),
    ...textQuestions(agent),
  ]),
];

/** Those of them whose texts matter too. */
export const textQuestions = ({ path, format }: Agent): readonly string[] =>
  foldersOf(path, format).flatMap(({ settings, files }) => [...(settings === undefined ? [] : [settings]), ...files]);
