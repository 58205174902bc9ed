/** Tells whether a name that no agent has is certainly meant as that of an agent around the file. */
import type { Around } from './around';
import type { Ties } from './ties';

/** How many other agents a file must call by their names, so that it clearly means the agents around it. */
const FEWEST = 2;

/** Whether the file of a project clearly means the agents around it. */
export function meansSiblings({ card, calls }: Pick<Ties, 'card' | 'calls'>, around: Around): boolean {
  if (card.tree.scope !== 'project') return false;
  const called = calls.flatMap(({ name, isAsked }) => {
    const found = isAsked ? around.agent(name) : undefined;
    return found?.kind === 'one' && found.card.path !== card.path ? [found.card.path] : [];
  });
  return new Set(called).size >= FEWEST;
}

/** Whether a name has the prefix of a plugin of which nothing is known: it may be installed and not in the workspace. */
export function isOfUnknownPlugin(name: string, around: Around): boolean {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  return prefix !== '' && !around.agents().some((card) => card.name?.startsWith(prefix) === true);
}
