/** Whether an agent is loaded, in one word. */
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';

/** `replaced`: another file has its name, and the host loads that one. */
export type LoadState = 'loads' | 'fails' | 'replaced';

export function stateOf({ card }: Ties, index: Index): LoadState {
  if (card.name === undefined) return 'fails';
  const around = index.around(card.path);
  if (around === undefined || around.sameNames !== 'replaced' || !around.hasWinner) return 'loads';
  const winner = around.lastRival();
  return winner === undefined || winner.path === card.path ? 'loads' : 'replaced';
}
