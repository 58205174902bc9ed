/** Words of several languages that nearly every text contains, and that say nothing about a request. All are lower case, without accents. */

const words: ReadonlySet<string> = new Set(
  // English, as people ask.
  (
    'i me my we our us please could would want wants lets let help me some just also about there here now what why how get make ' +
    // German
    'der die das den dem des ein eine einen einem einer und oder ist sind mit fur von zu zum zur im auf nicht bitte ich wir mir uns ' +
    // French
    'le la les un une des du de et ou est sont avec pour dans sur je nous mon ma mes notre nos ce cette ces que qui ' +
    // Spanish, Portuguese, Italian
    'el los las una unos y o es son con para por en mi mis nuestro este esta os as um uma e com sem no na il lo gli per di del della'
  ).split(' '),
);

/** Whether a word only joins others. */
export const isFunctionWord = (word: string): boolean => words.has(word);
