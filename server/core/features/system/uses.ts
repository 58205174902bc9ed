/** Every use of an agent, skill or server in the files of a workspace, each understood from the file that it is in. */
import type { Location } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { lazyFor } from '../../text/lazy';
import { compare } from '../../text/sorted';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { meaningOf } from './meaning';
import { type Named, namesIn, namesOf, tiesNow } from './nameAt';
import { placeIn } from './places';

/** A name in a file, not where it is declared. */
export interface Use {
  readonly named: Named;
  /** The file that contains it. */
  readonly ties: Ties;
}

/** All uses in the files of the index, by the key of what they mean. An index never changes, so this is found once for each. */
const usesIn = lazyFor((index: Index): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>();
  for (const ties of index.agents) {
    for (const [key, use] of usesFrom(ties, namesOf(ties), index)) {
      const group = uses.get(key);
      if (group === undefined) uses.set(key, [use]);
      else group.push(use);
    }
  }
  return uses;
});

const usesFrom = (ties: Ties, names: readonly Named[], index: Index): readonly (readonly [string, Use])[] =>
  names.flatMap((named) => {
    const meaning = named.at === 'own' ? undefined : meaningOf(named, ties, index);
    return meaning === undefined ? [] : [[meaning.key, { named, ties }] as const];
  });

/**
 * The uses of what has the key, in the order of paths and places.
 * @param open The document that is asked about, which may be newer than what the index knows of it.
 */
export function usesOf(key: string, index: Index, open?: Agent): readonly Use[] {
  const ties = open && tiesNow(open);
  const known = usesIn(index).get(key) ?? [];
  const fresh =
    open === undefined || ties === undefined || index.ties(ties.card.path) === undefined
      ? undefined
      : usesFrom(ties, namesIn(open), index).flatMap(([other, use]) => (other === key ? [use] : []));
  const all =
    fresh === undefined ? known : [...known.filter((use) => use.ties.card.path !== ties?.card.path), ...fresh];
  return all.toSorted((a, b) => compare(a.ties.card.path, b.ties.card.path) || a.named.span.start - b.named.span.start);
}

/** The location of a use. */
export const placeOfUse = ({ named, ties }: Use): Location => placeIn(ties.card.path, ties.lines, named.span);
