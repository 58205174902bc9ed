/** English words that say that the agent changes nothing. All are lower case. */

/** Words that forbid what follows. */
export const forbids: ReadonlySet<string> = new Set(['never', 'not', "don't", 'cannot', "can't", 'without']);

/** What is forbidden: to change something that exists. */
export const changeVerbs: ReadonlySet<string> = new Set(['edit', 'modify', 'change', 'alter', 'touch', 'write']);

/** The same in a list of what is forbidden: "Writing files", "Modify any file". */
export const forbiddenVerbs: ReadonlySet<string> = new Set([
  ...changeVerbs,
  'editing',
  'modifying',
  'changing',
  'altering',
  'touching',
  'writing',
]);

/** Words that may be between the verb and its object without narrowing it. */
export const wideWords: ReadonlySet<string> = new Set([
  'any',
  'the',
  'source',
  'project',
  'existing',
  'code',
  'ever',
  'or',
  'and',
]);

/** The object, when it means everything. */
export const everything: ReadonlySet<string> = new Set(['file', 'files', 'code', 'codebase', 'anything']);

/** The object in such a list; "code" alone may be beside documents that are allowed. */
export const everyFile: ReadonlySet<string> = new Set(['file', 'files', 'anything']);

/** The kind of section that lists what is forbidden (`SectionKind.id`). */
export const FORBIDDING_SECTION = 'forbidden-access';

/** The subject of a sentence about reading only. */
export const selves: ReadonlySet<string> = new Set(['you', 'i', 'agent']);

/** The verb between the two. */
export const beings: ReadonlySet<string> = new Set(['are', 'am', 'is', 'have', 'has', 'operate', 'work', 'remain']);

/** Words that narrow a prohibition, by a condition, a time or a place. */
export const narrowing: ReadonlySet<string> = new Set([
  'unless',
  'except',
  'until',
  'before',
  'after',
  'if',
  'when',
  'while',
  'during',
  'outside',
  'other',
  'only',
  'just',
  'directly',
  'yourself',
  'yet',
  'beyond',
  'phase',
  'step',
  'first',
]);

/** Verbs that ask the agent to create a file. */
export const makeVerbs: ReadonlySet<string> = new Set([
  'write',
  'save',
  'create',
  'generate',
  'store',
  'produce',
  'update',
  'append',
  'record',
  'document',
  'log',
]);

/** What such a file is called. */
export const ownFiles: ReadonlySet<string> = new Set([
  'file',
  'files',
  'report',
  'reports',
  'document',
  'documents',
  'documentation',
  'notes',
  'plan',
  'log',
  'test',
  'tests',
  'summary',
]);

/** Words that may say that the agent only reads. */
export const readWords: ReadonlySet<string> = new Set(['read', 'read-only']);
