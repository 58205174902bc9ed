/** English words that most descriptions of agents contain, and that tell none of them apart. All are lower case. */

const words: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been by can do does for from has have how if in into is it its like must need needs not of on or ' +
    'other should so such than that the their them then these they this those through to up use used user users uses using via was ' +
    'when where whether which while who will with within without you your ' +
    'agent agents subagent specialist specialists specialized specializes specializing expert experts expertise master senior ' +
    'proactively immediately must should always ensure ensures help helps provide provides task tasks work works example examples ' +
    'assistant commentary context n'
  ).split(' '),
);

/** Whether a word can say what an agent is for. */
export const isRouting = (word: string): boolean => !words.has(word);
