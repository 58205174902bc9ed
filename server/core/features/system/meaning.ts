/** What a name in a file means there: the files that it leads to, and whether two names mean the same. */
import { compare } from '../../text/sorted';
import type { Around } from '../../workspace/around';
import type { Card, ServerCard, SkillCard } from '../../workspace/card';
import { isDeclared, isSameAgent } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import type { Named } from './nameAt';

export type AnyCard = Card | SkillCard | ServerCard;

/** What a name means. Names with the same `key` mean the same. */
export type Meaning = { readonly key: string } /** `rivals`: the other agents with this name in the same tree. */ & (
  | { readonly kind: 'agent'; readonly card: Card; readonly rivals: () => readonly Card[] }
  | { readonly kind: 'skill'; readonly card: SkillCard }
  /** The declarations that are read from there, the one that counts first; none for a server that the agent defines for itself. */
  | { readonly kind: 'server'; readonly cards: readonly ServerCard[]; readonly isOwn: boolean }
  | { readonly kind: 'built-in'; readonly name: string }
  /** Several agents have the name in another spelling, and the host refuses to choose. */
  | { readonly kind: 'ambiguous'; readonly cards: readonly Card[]; readonly names: readonly string[] }
  /** The host finds nothing. `elsewhere`: files with the name that it does not read from there. */
  | { readonly kind: 'none'; readonly elsewhere: readonly AnyCard[] }
);

/** The files that a meaning leads to, the one that the host takes first. */
export function cardsOf(meaning: Meaning): readonly AnyCard[] {
  switch (meaning.kind) {
    case 'agent':
      return [meaning.card, ...meaning.rivals()];
    case 'skill':
      return [meaning.card];
    case 'server':
      return meaning.isOwn ? [] : meaning.cards;
    case 'ambiguous':
      return meaning.cards;
    case 'none':
      return meaning.elsewhere;
    case 'built-in':
      return [];
  }
}

/** What `named` means in the file of `ties`; undefined for a file that is not in the index, and for a word that is no name. */
export function meaningOf(named: Named, ties: Ties, index: Index): Meaning | undefined {
  const around = index.around(ties.card.path);
  const meaning = around && meant(named, ties, around, index);
  return meaning?.kind === 'none' && meaning.elsewhere.length === 0 && named.isWord === true ? undefined : meaning;
}

function meant(named: Named, ties: Ties, around: Around, index: Index): Meaning {
  switch (named.kind) {
    case 'agent':
      return agentMeant(named, ties, around, index);
    case 'skill': {
      const found = around.skill(named.name);
      if (found.kind === 'one') return { kind: 'skill', key: `skill ${found.card.path}`, card: found.card };
      if (found.kind === 'built-in') return { kind: 'built-in', key: `built-in skill ${found.name}`, name: found.name };
      return {
        kind: 'none',
        key: `no skill ${named.name}`,
        elsewhere: found.kind === 'none' ? found.elsewhere : [],
      };
    }
    case 'server':
      return serverMeant(named, ties, around);
  }
}

function agentMeant(named: Named, { card: self }: Ties, around: Around, index: Index): Meaning {
  if (isOwn(named, self)) return known(index.ties(self.path)?.card ?? self, index);
  const found = around.agent(named.name);
  switch (found.kind) {
    case 'one':
      return known(found.card, index);
    case 'built-in':
      return { kind: 'built-in', key: `built-in agent ${found.name}`, name: found.name };
    case 'ambiguous': {
      const names = found.names.toSorted(compare);
      const cards = names.flatMap((name) => {
        const one = around.agent(name);
        return one.kind === 'one' ? [one.card] : [];
      });
      return { kind: 'ambiguous', key: `ambiguous ${names.join('\n')}`, cards, names };
    }
    case 'none':
      return { kind: 'none', key: `no agent ${named.name}`, elsewhere: found.elsewhere };
  }
}

/**
 * Whether a name is that of the agent itself: a report is its own, also under the name without that of its plugin, or when another
 * file has taken the name.
 */
export const isOwn = ({ kind, at, name }: Named, self: Card): boolean =>
  kind === 'agent' &&
  (at === 'own' || (at === 'report' && (name === self.name || self.name?.endsWith(`:${name}`) === true)));

/** What the agent of a card means. */
export const known = (card: Card, index: Index): Meaning => ({
  kind: 'agent',
  // A file of settings declares several agents.
  key: `agent ${card.path}${isDeclared(card) ? ` ${card.nameSpan.start}` : ''}`,
  card,
  rivals: () => (index.aroundOf(card)?.rivals() ?? []).filter((other) => !isSameAgent(other, card)),
});

function serverMeant({ name, at }: Named, { card }: Ties, around: Around): Meaning {
  const inNames = (server: string): string => card.format.mcp.inNames?.(server) ?? server;
  const cards = around.servers().filter((server) => inNames(server.name) === inNames(name));
  // What an agent defines for itself is its own, whatever others call theirs.
  if (at === 'own' || card.servers.some((server) => inNames(server) === inNames(name)))
    return { kind: 'server', key: `server ${name} of ${card.path}`, cards, isOwn: true };
  const [first] = cards;
  return first === undefined
    ? { kind: 'none', key: `no server ${name}`, elsewhere: [] }
    : { kind: 'server', key: `server ${first.path} ${first.nameSpan.start}`, cards, isOwn: false };
}
