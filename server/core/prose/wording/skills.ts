/** English words around the names of skills. All are lower case. */

/** Words that say to use a skill. */
export const skillVerbs: ReadonlySet<string> = new Set(['use', 'invoke', 'call', 'load', 'run', 'activate', 'apply']);

/** Those of them after which a plain word with hyphens is a name: one may also "use a problem-solving skill". */
export const plainSkillVerbs: ReadonlySet<string> = new Set(['invoke', 'load', 'activate']);

/** Words that say to speak about a skill with other people. */
export const tellVerbs: ReadonlySet<string> = new Set([
  'suggest',
  'recommend',
  'tell',
  'mention',
  'propose',
  'advise',
  'offer',
  'explain',
]);

/** What belongs to a skill and may be used without it: "run the `x` skill scripts". */
export const skillParts: ReadonlySet<string> = new Set([
  'script',
  'scripts',
  'file',
  'files',
  'folder',
  'directory',
  'template',
  'templates',
  'agent',
]);

/** What a skill is called beside its name. */
export const skillNouns: ReadonlySet<string> = new Set(['skill', 'skills']);

/** The file of a skill. A text that names it may mean that the agent reads the file. */
export const SKILL_FILE = 'skill.md';
