/** English words around code blocks that tell an order to run commands from a description. All are lower case. */

/** Words that begin an order which commands carry out. "Install" is not among them: it mostly speaks to people who set up. */
export const orderVerbs: ReadonlySet<string> = new Set([
  'run',
  're-run',
  'rerun',
  'execute',
  'check',
  'verify',
  'validate',
  'confirm',
  'search',
  'scan',
  'find',
  'locate',
  'detect',
  'discover',
  'list',
  'inspect',
  'gather',
  'collect',
  'measure',
  'grep',
]);

/** Words in a heading directly above a block of commands that make it a step of the agent's own work. */
export const orderTitles: ReadonlySet<string> = new Set([
  'step',
  'phase',
  'detection',
  'search',
  'searches',
  'discovery',
  'scan',
  'scans',
  'scanning',
  'diagnostics',
  'validation',
  'verification',
  'triage',
  'preflight',
  'flight',
  'diagnostic',
  'gate',
]);

/** Words in a heading that make commands a reference, or work for people. */
export const referenceTitles: ReadonlySet<string> = new Set([
  'reference',
  'references',
  'cheat',
  'cheatsheet',
  'common',
  'useful',
  'quick',
  'install',
  'installation',
  'installing',
  'setup',
  'usage',
  'deployment',
  'documentation',
  'cli',
  'pattern',
  'patterns',
  'snippet',
  'snippets',
  'script',
  'scripts',
  'configuration',
  'integration',
]);

/** Whose work a sentence describes when one of these words is before its verb. */
export const otherPeople: ReadonlySet<string> = new Set([
  'assistant',
  'user',
  'users',
  'agent',
  'agents',
  'caller',
  'parent',
  'developer',
  'developers',
  'human',
  'operator',
  'team',
  'teams',
  'they',
  'them',
]);

/** Where people work: "run this in your terminal" speaks to a person. */
export const peoplesPlaces: ReadonlySet<string> = new Set(['terminal', 'machine', 'browser']);

/** Words in a comment of a code block that shows what not to do. */
export const badWords: ReadonlySet<string> = new Set([
  'bad',
  'wrong',
  'incorrect',
  'invalid',
  'never',
  "don't",
  'avoid',
  'vulnerable',
  'insecure',
]);

/** Words that begin a comment of a code block that only shows what something looks like. */
export const showingWords: ReadonlySet<string> = new Set(['example', 'examples', 'before', 'after', 'good']);

/** Words that begin a line of a shell script, besides the programs that the host's table lists. */
export const shellWords: ReadonlySet<string> = new Set([
  'cat',
  'cd',
  'chmod',
  'cp',
  'cut',
  'diff',
  'du',
  'echo',
  'egrep',
  'export',
  'fd',
  'find',
  'for',
  'grep',
  'head',
  'if',
  'ls',
  'lsof',
  'mkdir',
  'mv',
  'ps',
  'pwd',
  'rm',
  'set',
  'source',
  'sort',
  'stat',
  'tail',
  'test',
  'touch',
  'tree',
  'wc',
  'which',
  'while',
  'xargs',
]);
