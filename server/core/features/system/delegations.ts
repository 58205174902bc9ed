/** Delegations: the calls that agents are told to make, and the agents that start. */
import type { Agent } from '../../agent/agent';
import type { Card } from '../../workspace/card';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { meaningOf } from './meaning';
import { namesOf } from './nameAt';
import { type Use, usesOf } from './uses';

/** The delegations to the agent in the file at `path`, by all agents that find it under the name that they use. */
export const delegationsTo = (path: string, index: Index, open?: Agent): readonly Use[] =>
  usesOf(`agent ${path}`, index, open).filter(
    ({ named, ties }) => named.at === 'call' && named.isAsked && ties.card.path !== path,
  );

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
