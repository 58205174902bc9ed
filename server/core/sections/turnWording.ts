/** English words by which a text says how many turns the agent has. All are lower case. */

/** What is counted. */
export const turnNouns: ReadonlySet<string> = new Set(['turn', 'turns']);

/** Words between the number and what is counted. */
export const turnKinds: ReadonlySet<string> = new Set(['agentic', 'agent', 'assistant', 'total']);

/** The same in one word: "a 5-turn limit". */
export const turnEnding = '-turn';

/** Numbers in words. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  [
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ].map((word, i) => [word, i + 1]),
);

/** "you have …", "you must finish within …", "you get …". */
export const turnVerbs: ReadonlySet<string> = new Set([
  'have',
  'has',
  'get',
  'gets',
  'must',
  'may',
  'should',
  'can',
  'will',
  'do',
  'not',
  'never',
  "don't",
  'are',
  'is',
  'be',
  'given',
  'allowed',
  'limited',
  'capped',
  'take',
  'use',
  'run',
  'work',
  'stop',
  'finish',
  'complete',
  'conclude',
  'end',
  'return',
  'exceed',
  'limit',
  'yourself',
  'your',
  'the',
  'this',
  'task',
  'job',
  'to',
]);

/** What a command about the agent's own turns begins with: "finish within …", "never exceed …". */
export const turnCommands: ReadonlySet<string> = new Set([
  'finish',
  'complete',
  'conclude',
  'stop',
  'end',
  'return',
  'limit',
  'work',
  'use',
  'take',
  'do',
  'never',
  "don't",
]);

/** Words before the number that make it a bound which must hold: "at most", "a budget of", "you have". */
export const bounds: ReadonlySet<string> = new Set([
  'most',
  'max',
  'maximum',
  'more',
  'up',
  'limit',
  'limited',
  'cap',
  'capped',
  'budget',
  'exceed',
  'have',
  'has',
  'get',
  'gets',
]);

/** Words behind the turns that do the same: "5 turns or fewer". */
export const boundEndings: ReadonlySet<string> = new Set([
  'most',
  'max',
  'maximum',
  'fewer',
  'less',
  'limit',
  'budget',
  'cap',
]);

/** Words that say more than the number, and so need one that denies them. */
export const exceeding: ReadonlySet<string> = new Set(['more', 'exceed']);

/** Words that deny. */
export const denials: ReadonlySet<string> = new Set(['no', 'not', 'never', "don't"]);

/** Words that make it a goal: "within", "after". */
export const goals: ReadonlySet<string> = new Set(['within', 'in', 'after']);

/** Words that such phrases are made of beside them. */
export const boundFillers: ReadonlySet<string> = new Set([
  'at',
  'a',
  'an',
  'of',
  'no',
  'not',
  'than',
  'to',
  'only',
  'exactly',
  'hard',
  'strict',
  'or',
]);

/** What the title of a bound consists of: "turn budget", "max turns". At least one of `turnNouns` must be among them. */
export const boundTitles: ReadonlySet<string> = new Set([
  'your',
  'the',
  'a',
  'hard',
  'strict',
  'max',
  'maximum',
  'budget',
  'limit',
  'cap',
  'turn',
  'turns',
]);

/** Words that say whose bound a title is about. */
export const ownTitles: ReadonlySet<string> = new Set(['your']);

/** What ends a phrase about turns although more follows. */
export const phraseEnds: ReadonlySet<string> = new Set(['and']);

/** What may stand behind the turns when they are those of the whole job. */
export const turnTails: ReadonlySet<string> = new Set([
  'in',
  'total',
  'at',
  'most',
  'max',
  'maximum',
  'or',
  'fewer',
  'less',
  'limit',
  'budget',
  'cap',
  'overall',
  'available',
  'for',
  'to',
  'do',
  'finish',
  'complete',
  'the',
  'this',
  'your',
  'whole',
  'entire',
  'task',
  'job',
  'work',
  'per',
  'run',
  'invocation',
  'dispatch',
]);

/** Whose turns they may be instead, or of which part of the work. */
export const otherTurns: ReadonlySet<string> = new Set([
  'conversation',
  'conversations',
  'conversational',
  'dialogue',
  'dialogues',
  'dialog',
  'dialogs',
  'chat',
  'chats',
  'user',
  'users',
  'customer',
  'customers',
  'player',
  'players',
  'game',
  'games',
  'interview',
  'interviews',
  'debate',
  'debates',
  'council',
  'history',
  'message',
  'messages',
  'phase',
  'stage',
  'step',
  'agents',
  'subagent',
  'subagents',
  'teammate',
  'teammates',
  'worker',
  'workers',
  'voice',
  'simulation',
  'rollout',
]);
