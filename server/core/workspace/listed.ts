/** Adds up what a session is told of all skills and commands. */
import { compare } from '../text/sorted';
import type { Listed } from './around';
import type { SkillCard } from './card';

/** How many of the longest are named. */
const SHOWN = 4;

/** What all descriptions take together. Names and what is written between them are not counted, so that the sum is not too large. */
export function listedOf(cards: Iterable<SkillCard>): Listed {
  let characters = 0;
  let skills = 0;
  let longest: readonly SkillCard[] = [];
  for (const card of cards) {
    if (card.told === 0) continue;
    skills++;
    characters += card.told;
    const last = longest[SHOWN - 1];
    if (last === undefined || longestFirst(card, last) < 0)
      longest = [...longest, card].sort(longestFirst).slice(0, SHOWN);
  }
  return { characters, skills, longest };
}

/** Of equal ones, that counts whose path comes first, whichever file was read first. */
const longestFirst = (a: SkillCard, b: SkillCard): number => b.told - a.told || compare(a.path, b.path);
