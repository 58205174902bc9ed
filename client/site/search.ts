/** Finds sections of the documentation by the words in them. */

/** A section: its address, the titles of the page and of the section, and its text. */
export type Entry = readonly [url: string, title: string, heading: string, text: string];

/** How many sections are shown, and how many of one page. */
const MOST = 20;
const MOST_OF_PAGE = 2;

/** How much a word counts by where it is. Titles count most, so that the name of a rule finds its page first. */
const weights = { title: 40, titleOfSection: 10, heading: 20, text: 3 } as const;

/** A section with its words, which are found once. */
export interface Prepared {
  readonly entry: Entry;
  readonly titleWords: readonly string[];
  readonly headingWords: readonly string[];
  readonly textWords: readonly string[];
}

/** Finds the words of all sections. */
export const prepared = (entries: readonly Entry[]): readonly Prepared[] =>
  entries.map((entry) => {
    const [, title, heading, text] = entry;
    return { entry, titleWords: wordsOf(title), headingWords: wordsOf(heading), textWords: wordsOf(text) };
  });

/** The best sections that contain every word of the query, or a word that starts so. */
export function search(sections: readonly Prepared[], query: string): readonly Entry[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const ranked = sections
    .map((section) => ({ entry: section.entry, score: scoreOf(section, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const shown = new Map<string, number>();
  const few = ranked.filter(({ entry: [url] }) => {
    const page = url.replace(/#.*/, '');
    const before = shown.get(page) ?? 0;
    shown.set(page, before + 1);
    return before < MOST_OF_PAGE;
  });
  return few.slice(0, MOST).map(({ entry }) => entry);
}

/** Zero when a word is missing. */
function scoreOf({ titleWords, headingWords, textWords }: Prepared, wanted: readonly string[]): number {
  const places = [
    [titleWords, headingWords.length === 0 ? weights.title : weights.titleOfSection],
    [headingWords, weights.heading],
    [textWords, weights.text],
  ] as const;
  const scores = wanted.map((word) =>
    Math.max(0, ...places.flatMap(([words, weight]) => words.map((one) => matchOf(one, word) * weight))),
  );
  if (scores.includes(0)) return 0;
  // Of two titles with the words, the one with fewer other words is meant.
  const others = titleWords.filter((word) => !wanted.some((one) => word.startsWith(one))).length;
  return Math.max(1, scores.reduce((sum, one) => sum + one, 0) - others);
}

/** How well a word is one that is looked for: whole, as its start, or not at all. */
const matchOf = (word: string, wanted: string): number => (word === wanted ? 1 : word.startsWith(wanted) ? 0.5 : 0);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
