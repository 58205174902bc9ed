/** Which agents and skills a request may lead to: our estimate, as clients show it. */
import type { Range } from 'vscode-languageserver-types';
import { asLine, MAX_TITLE } from '../text/visible';
import type { Index } from '../workspace/index';
import { type Ranked, routerOf } from '../workspace/route';
import { rangeIn } from './ranges';
import { projectsRoot, scopeLine } from './system/places';

/** One match. All texts are single lines without control characters. */
export interface RouteMatch {
  readonly kind: 'agent' | 'skill';
  readonly name: string;
  /** Path or URI of its file, and where its name is written. */
  readonly path: string;
  readonly range: Range;
  /** `project · .claude/agents`. */
  readonly scope: string;
  /** The host of an agent. */
  readonly host?: string;
  readonly description: string;
  /** Percent of the best match. */
  readonly score: number;
  /** The words of the request that it has, the rarest first. */
  readonly words: readonly string[];
}

export interface Route {
  /** How many agents and skills were compared. */
  readonly compared: number;
  /** The best first. */
  readonly matches: readonly RouteMatch[];
  /** How many of the first ones are so near to each other that either may be meant; 0 or at least 2. */
  readonly tied: number;
  /** The words of the request that all of these have. */
  readonly shared: readonly string[];
}

/** Two matches are near to each other when the second has this share of the score of the first. */
const NEAR = 0.9;

/** How many matches are given when the caller does not say. */
export const MOST_MATCHES = 10;

/** How many words of a match are shown. */
const MOST_WORDS = 12;

/** @param isTyping Whether the last word of the request may be unfinished. */
export function routeOf(index: Index, request: string, most = MOST_MATCHES, isTyping = false): Route {
  const router = routerOf(index);
  const ranked = router.rank(request, most, isTyping);
  const best = ranked[0]?.score ?? 0;
  const root = projectsRoot(ranked.map(({ candidate }) => candidate.card));
  const near = ranked.filter(({ score }) => score >= NEAR * best);
  const tied = near.length > 1 ? near.length : 0;
  const [first, ...others] = tied === 0 ? [] : near;
  return {
    compared: router.candidates,
    matches: ranked.map((one) => matchOf(one, best, root)),
    tied,
    shared: shown((first?.words ?? []).filter((word) => others.every(({ words }) => words.includes(word)))),
  };
}

const shown = (words: readonly string[]): readonly string[] =>
  words.slice(0, MOST_WORDS).map((word) => asLine(word, MAX_TITLE));

function matchOf(
  { candidate: { kind, name, card }, score, words }: Ranked,
  best: number,
  root: string | undefined,
): RouteMatch {
  const description = 'kind' in card ? card.description : card.purpose;
  return {
    kind,
    name: asLine(name, MAX_TITLE),
    path: card.path,
    range: rangeIn(card.lines, card.nameSpan),
    scope: scopeLine(card, root),
    ...('kind' in card ? {} : { host: card.format.host.name }),
    description: asLine(
      description
        .replaceAll('\\n', ' ')
        .slice(0, 2 * MAX_TITLE)
        .trim()
        .replace(/\s+/g, ' '),
      MAX_TITLE,
    ),
    score: Math.round((100 * score) / best),
    words: shown(words),
  };
}
