/** English words by which a text makes a statement about the agent itself. All are lower case. */

/** Words that a statement may begin with, before its subject. */
export const statementLeads: ReadonlySet<string> = new Set(['and', 'as', 'because', 'but', 'since', 'so']);

/** The agent, addressed or speaking, and the same drawn together with a form of "to be". */
export const selfWords: ReadonlySet<string> = new Set(['you', 'i', "you're", "i'm"]);

/** "this agent"; "the agent" is often another one. */
export const selfArticles: ReadonlySet<string> = new Set(['this']);

/** The noun behind them. */
export const selfNouns: ReadonlySet<string> = new Set(['agent', 'subagent']);

/** Forms of "to be". */
export const beings: ReadonlySet<string> = new Set(['are', 'am', 'is']);

/** Adverbs that change nothing about what a statement says. */
export const fillers: ReadonlySet<string> = new Set([
  'always',
  'currently',
  'deliberately',
  'exclusively',
  'intentionally',
  'only',
  'now',
  'strictly',
]);

/** Words with which a sentence says that it does not always hold, or that it may not be so; `e` is the one of "e.g.". */
export const conditions: ReadonlySet<string> = new Set([
  'if',
  'when',
  'whenever',
  'unless',
  'until',
  'while',
  'during',
  'otherwise',
  'except',
  'whether',
  'where',
  'wherever',
  'might',
  'could',
  'would',
  'once',
  'example',
  'e',
  'initially',
  'first',
  'usually',
  'typically',
  'normally',
  'often',
]);

/** Words with which a sentence gives somebody else something to say or to be told. */
export const speakingWords: ReadonlySet<string> = new Set(['tell', 'tells', 'say', 'says', 'ask', 'announce']);

/** Words of a title under which the text is about other agents, or is what they are told. */
export const otherGround: ReadonlySet<string> = new Set([
  'prompt',
  'prompts',
  'subagent',
  'subagents',
  'agents',
  'delegation',
  'dispatch',
  'spawning',
  'team',
  'teammates',
  'workers',
]);

/** Words of a text that speaks of agents beside itself. */
export const otherAgents: ReadonlySet<string> = new Set([
  'agents',
  'subagents',
  'sub-agent',
  'sub-agents',
  'teammate',
  'teammates',
  'worker',
  'workers',
  'delegate',
  'delegates',
  'delegating',
  'dispatch',
  'spawn',
  'spawns',
  'spawning',
  'orchestrate',
]);
