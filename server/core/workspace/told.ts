/** Adds up what a session is told of all agents. */
import { each, type Steps } from '../text/inParts';
import type { Told } from './around';
import type { Card } from './card';

/** How many of the longest are named. */
const SHOWN = 4;

/** Characters of a token, as programs estimate that have no tokenizer. */
const CHARACTERS = 4;

/** What all names and descriptions take together: the smaller one of two estimates, so that a warning is not raised too early. */
export function* toldOf(cards: readonly Card[]): Steps<Told> {
  let tokens = 0;
  let characters = 0;
  let longest: readonly Card[] = [];
  yield* each(cards, (card) => {
    tokens += card.purposeTokens;
    characters += (card.name?.length ?? 0) + 2 + card.purpose.length;
    if (card.purposeTokens > (longest[SHOWN - 1]?.purposeTokens ?? 0))
      longest = [...longest, card].sort((a, b) => b.purposeTokens - a.purposeTokens).slice(0, SHOWN);
  });
  return { tokens: Math.min(tokens, Math.round(characters / CHARACTERS)), agents: cards.length, longest };
}
