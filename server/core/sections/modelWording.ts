/** English words by which a text says which model the agent runs on. All are lower case; models themselves are the dialect's. */

/** "you run on …", "you are powered by …". */
export const runningWords: ReadonlySet<string> = new Set([
  'run',
  'runs',
  'running',
  'operate',
  'operates',
  'operating',
  'powered',
  'backed',
  'driven',
]);

/** What stands between such a word and the model. */
export const runningLinks: ReadonlySet<string> = new Set(['on', 'as', 'by', 'with']);

/** "this agent uses …". */
export const usingWords: ReadonlySet<string> = new Set(['uses']);

/** "use the … model", said to the agent; "model: use …". */
export const commandWords: ReadonlySet<string> = new Set(['use', 'always']);

/** Words before a model's name that are not part of it. */
export const modelArticles: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** Whose model it is, as people write it before the name of a family. */
export const modelMakers: ReadonlySet<string> = new Set(['anthropic', "anthropic's", 'claude']);

/** "your model is …". */
export const ownWords: ReadonlySet<string> = new Set(['your', 'my']);

/** What a model is called. */
export const modelNouns: ReadonlySet<string> = new Set(['model']);

/** What may stand behind the model in a command that holds for all that the agent does. */
export const commandTails: ReadonlySet<string> = new Set([
  'model',
  'for',
  'this',
  'agent',
  'subagent',
  'all',
  'everything',
  'always',
]);

/** What leaves the model open behind one: "Opus or better". */
export const alternatives: ReadonlySet<string> = new Set(['or']);

/** What joins another one to it. */
export const additions: ReadonlySet<string> = new Set(['and']);
