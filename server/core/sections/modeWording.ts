/** English words by which a text says in which mode of permissions the agent works. All are lower case. */

/** "you work in … mode". */
export const workingWords: ReadonlySet<string> = new Set([
  'work',
  'works',
  'working',
  'operate',
  'operates',
  'operating',
  'run',
  'runs',
  'running',
]);

/** What stands between such a word and the mode. */
export const modeLinks: ReadonlySet<string> = new Set(['in', 'under']);

/** Words before the name of a mode that are not part of it. */
export const modeArticles: ReadonlySet<string> = new Set(['the', 'strict']);

/** What a mode is called. */
export const modeNouns: ReadonlySet<string> = new Set(['mode', 'modes']);

/** Words before "mode" that name no mode of the agent's own. */
export const modeFillers: ReadonlySet<string> = new Set([
  'this',
  'the',
  'that',
  'same',
  'your',
  'read-only',
  'only',
  'permission',
]);
