/** What the name at the cursor means, in the file of an agent and in a file of settings that declares agents. */
import type { Agent } from '../../agent/agent';
import { touches } from '../../text/span';
import type { Card } from '../../workspace/card';
import type { Declared } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import { known, type Meaning, meaningOf } from './meaning';
import { type Named, nameAt, tiesNow } from './nameAt';

export interface Understood {
  readonly named: Named;
  readonly meaning: Meaning;
}

/** The name at `offset` with its meaning; undefined where there is none. */
export function understoodAt(agent: Agent, offset: number, index: Index): Understood | undefined {
  const ties = tiesNow(agent);
  if (ties === undefined) {
    const declared = agent.path === undefined ? undefined : declaredAt(agent.path, offset, index);
    return declared && keyOf(declared, index);
  }
  const named = nameAt(agent, offset);
  const meaning = named && meaningOf(named, ties, index);
  return named && meaning && { named, meaning };
}

/** The agent that the file at `path` declares under the key at `offset`. */
export const declaredAt = (path: string, offset: number, index: Index): Declared | undefined =>
  index.declared.find(({ card }) => card.path === path && touches(card.nameSpan, offset));

/** The key of a declared agent. The host merges it with a file of the same name, and then both are one agent. */
function keyOf({ card }: Declared, index: Index): Understood {
  const name = card.written?.text ?? '';
  const named: Named = { kind: 'agent', name, span: card.nameSpan, at: 'own', isInFrontMatter: true, isAsked: true };
  return { named, meaning: known(mergedInto(card, index), index) };
}

const mergedInto = (card: Card, index: Index): Card => (card.name === undefined ? card : firstUnder(card, index));

/** The agent that the host takes first under the key of a declared one, even if the key switches it off. */
export function firstUnder(card: Card, index: Index): Card {
  const found = index.aroundOf(card)?.agent(card.name ?? card.written?.text ?? '');
  return found?.kind === 'one' ? found.card : card;
}
