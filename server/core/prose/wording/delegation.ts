/** English words around the names of agents that a text tells to start. All are lower case. */

/** What an agent is called beside its name. */
export const agentNouns: ReadonlySet<string> = new Set([
  'agent',
  'agents',
  'subagent',
  'subagents',
  'sub-agent',
  'sub-agents',
]);

/** Words that give work to the agent that is named after "to". */
export const handingVerbs: ReadonlySet<string> = new Set([
  'delegate',
  'hand',
  'handoff',
  'hand-off',
  'defer',
  'escalate',
]);

/** Words that start the agent that is named after them, or give work to it. */
export const startVerbs: ReadonlySet<string> = new Set([
  'use',
  'invoke',
  'call',
  'start',
  'launch',
  'spawn',
  'dispatch',
  'deploy',
  'run',
  'ask',
  'consult',
  'engage',
  'task',
  'assign',
  'route',
  'forward',
  'pass',
  'transfer',
]);

/** What belongs to an agent and may be read without starting it: "the `x` agent file". */
export const agentParts: ReadonlySet<string> = new Set([
  'file',
  'files',
  'definition',
  'definitions',
  'prompt',
  'prompts',
  'template',
  'templates',
  'config',
  'configuration',
  'folder',
  'directory',
  'type',
  'types',
  'name',
  'names',
  'framework',
  'sdk',
  'api',
  'loop',
  'system',
  'mode',
  'skill',
]);

/** Words that tell apart no agent: "the appropriate agent", "other agents". */
export const anyAgentWords: ReadonlySet<string> = new Set([
  'appropriate',
  'right',
  'relevant',
  'suitable',
  'specialized',
  'specialised',
  'specialist',
  'other',
  'correct',
  'proper',
  'matching',
]);

/** Words of a sentence that only shows something. */
export const showWords: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'eg',
  'sample',
  'such',
  'like',
  'hypothetical',
  'placeholder',
  'imagine',
  'suppose',
]);
