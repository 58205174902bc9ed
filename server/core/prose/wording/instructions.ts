/** English words that distinguish instructions from prohibitions, examples and templates. All are lower case. */

/** Words that negate a sentence or make it conditional. */
export const negators: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'none',
  'nor',
  'neither',
  'cannot',
  "can't",
  "don't",
  "doesn't",
  "won't",
  "shouldn't",
  "mustn't",
  "isn't",
  "aren't",
  'dont',
  'without',
  'avoid',
  'avoids',
  'avoiding',
  'refuse',
  'forbidden',
  'prohibited',
  'disallowed',
  'unavailable',
  'lack',
  'lacks',
  'instead',
  'rather',
  'unless',
  'except',
  'optional',
  'optionally',
  'available',
]);

/** Words that say to use something. */
export const useVerbs: ReadonlySet<string> = new Set([
  'use',
  'using',
  'invoke',
  'call',
  'leverage',
  'utilize',
  'utilise',
  'employ',
  'via',
]);

/** Words that say to run a command. */
export const runVerbs: ReadonlySet<string> = new Set(['run', 'execute']);

/** Words in headings of sections without instructions: prohibitions, examples, answer formats. */
export const quietWords: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'template',
  'templates',
  'output',
  'format',
  'report',
  'reporting',
  'response',
  'deliverable',
  'deliverables',
  'not',
  "don't",
  'dont',
  'never',
  'avoid',
  'forbidden',
  'prohibited',
  'restricted',
  'blocked',
  'denied',
  'limitations',
  'mistakes',
  'pitfalls',
  'anti',
  'antipatterns',
  'wrong',
  'bad',
  'troubleshooting',
]);

/** Parts of the names of tags that hold examples or templates. */
export const quietTags: readonly string[] = ['example', 'template', 'output', 'format', 'commentary', 'sample'];

/** Sections of the catalogue in which the writer lists what the agent may use. */
export const grantingSections: ReadonlySet<string> = new Set(['allowed-access', 'access-restrictions', 'tools']);

/** Words that say that something is in the past, as a text about removed tools does. */
export const pastWords: ReadonlySet<string> = new Set([
  'removed',
  'deprecated',
  'retired',
  'replaced',
  'replaces',
  'renamed',
  'obsolete',
  'former',
  'formerly',
  'legacy',
  'old',
  'older',
  'longer',
  'gone',
]);

/** Languages of fences that hold commands of a shell. */
export const shellLanguages: ReadonlySet<string> = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'terminal']);

/** What a tool is called after its name. */
export const toolNouns: ReadonlySet<string> = new Set(['tool', 'tools']);

/** The protocol that tools of servers are named after. */
export const serverWords: ReadonlySet<string> = new Set(['mcp']);
