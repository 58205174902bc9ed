/** Which other file has the name of an agent, so that the host does not load this one. */
import type { Around } from '../../workspace/around';
import type { Card } from '../../workspace/card';

/** The file that takes the name. */
export interface Taken {
  readonly by: Card;
  /** Whether it is known that the host always loads the other one. */
  readonly isSure: boolean;
}

/** Who has taken the name of the agent of a card; undefined when the host loads it, or has none of its name. */
export function takenBy(card: Card, around: Around): Taken | undefined {
  if (card.name === undefined || around.sameNames === 'listed') return undefined;
  const other = around.hasWinner ? undefined : around.rivals().find(({ path }) => path !== card.path);
  if (other !== undefined) return { by: other, isSure: false };
  const winner = around.lastRival();
  if (winner !== undefined && winner.path !== card.path) return { by: winner, isSure: true };
  if (around.sameNames === 'merged') return undefined;
  // Another tree that a session here reads too.
  const found = around.agent(card.name);
  if (found.kind !== 'one' || found.card.name !== card.name || found.card.path === card.path) return undefined;
  // Of two plugins, only one may be installed.
  const arePlugins = card.tree.scope === 'plugin' && found.card.tree.scope === 'plugin';
  return arePlugins ? undefined : { by: found.card, isSure: true };
}
