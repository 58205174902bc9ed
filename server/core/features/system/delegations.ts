/** Delegations: the calls that agents are told to make, and the agents that start. */
import type { Agent } from '../../agent/agent';
import type { Card } from '../../workspace/card';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { known, meaningOf } from './meaning';
import { type Named, namesOf } from './nameAt';
import { type Use, usesOf } from './uses';

/** The delegations to an agent of the index, by all agents that find it under the name that they use. */
export function delegationsTo(card: Card, index: Index, open?: Agent): readonly Use[] {
  if (card.name === undefined) return [];
  const own: Named = {
    kind: 'agent',
    name: card.name,
    span: card.nameSpan,
    at: 'own',
    isInFrontMatter: true,
    isAsked: true,
  };
  return usesOf(own, known(card, index), card.format, index, open).filter(
    (use) => use.named.at === 'call' && use.named.isAsked && use.ties.card.path !== card.path,
  );
}

/** A delegation and the agent that starts. */
export interface Delegation {
  readonly use: Use;
  readonly to: Card;
}

/** The delegations to agents of the index, in file order. */
export const delegationsFrom = (ties: Ties | undefined, index: Index): readonly Delegation[] =>
  ties === undefined
    ? []
    : namesOf(ties).flatMap((named): readonly Delegation[] => {
        if (named.kind !== 'agent' || named.at !== 'call' || !named.isAsked) return [];
        const meaning = meaningOf(named, ties, index);
        return meaning?.kind === 'agent' && meaning.card.path !== ties.card.path
          ? [{ use: { named, ties }, to: meaning.card }]
          : [];
      });
