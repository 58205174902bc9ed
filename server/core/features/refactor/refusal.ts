/** Why an agent cannot get a name. */
import { nameFault } from '../../hosts/nameFault';
import { shortPath } from '../../text/paths';
import { quoted } from '../../text/quoted';
import type { Around } from '../../workspace/around';
import type { Card } from '../../workspace/card';
import { isDeclared, isSameAgent } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import { isFoundBy } from '../../workspace/readers';
import { isSameTree, type Tree } from '../../workspace/tree';
import { firstUnder } from '../system/understood';
import type { AgentName } from './agentName';

/** A refactoring that cannot be done; the reason as whole sentences. */
export interface Refusal {
  readonly refused: string;
}

/** Why `name` cannot be the own part of the agent's name; undefined when it can be. */
export function refusalOf(name: string, card: Card, now: AgentName, index: Index): Refusal | undefined {
  return illegalName(name, card) ?? mergedElsewhere(card, index) ?? taken(name, card, now, index);
}

/** Why no agent of this kind can have the name; undefined when one can. */
export function illegalName(name: string, { format }: Card): Refusal | undefined {
  const refused = nameFault(name, format);
  return refused === undefined ? undefined : { refused };
}

/** Why the key of a declared agent cannot change alone: what it denies would no longer count for an agent of another folder. */
function mergedElsewhere(card: Card, index: Index): Refusal | undefined {
  const first = isDeclared(card) ? firstUnder(card, index) : card;
  if (isSameTree(first.tree, card.tree)) return undefined;
  const place = `\`${shortPath(first.path, card.path)}\``;
  return { refused: `${card.format.host.name} merges this entry with the agent in ${place} because of its name.` };
}

/** Every call must go on to mean what it means, from wherever the agent can be called. */
function taken(name: string, card: Card, now: AgentName, index: Index): Refusal | undefined {
  const full = now.prefix + name;
  const { host } = card.format;
  const self = isDeclared(card) ? [{ card, calls: [] }] : [];
  for (const { card: other, calls } of [...self, ...index.agents]) {
    const around =
      isFoundBy(card, other.format.host) && sees(other.tree, card.tree) ? index.aroundOf(other) : undefined;
    const found = around?.agent(full);
    if (around === undefined || found === undefined || found.kind === 'none') continue;
    if (found.kind === 'built-in')
      return { refused: `${quoted(name)} is taken: ${host.name} has a built-in agent ${quoted(found.name)}.` };
    if (found.kind === 'ambiguous')
      return { refused: `${quoted(name)} is taken: ${host.name} would read it as each of ${shown(found.names)}.` };
    const means = isSameAgent(found.card, card) ? hiddenBy(card, around) : found.card;
    if (means === undefined) continue;
    const isCalled = calls.some((call) => {
      const called = around.agent(call.name);
      return called.kind === 'one' && isSameAgent(called.card, card);
    });
    // In an inner folder, an agent may have exactly the name: it hides this one, as every name of an inner folder does.
    if (!isCalled && !isSameAgent(other, card) && found.card.name === full) continue;
    const place = `\`${shortPath(means.path, card.path)}\``;
    return { refused: `${quoted(name)} is taken: ${host.name} finds the agent in ${place} under this name.` };
  }
  // One that is switched off would switch the agent off too.
  const key = index.declared.find(
    ({ card: other }) => other.written?.text === full && isFoundBy(other, host) && sees(card.tree, other.tree),
  );
  return (
    key && {
      refused: `${quoted(name)} is taken: \`${shortPath(key.card.path, card.path)}\` declares an agent with this name.`,
    }
  );
}

/** An agent that has the same name now, so that the agent must not get another spelling of it. */
const hiddenBy = (card: Card, around: Around): Card | undefined =>
  [...around.rivals(), ...around.namesakes()].find(
    (other) => other.name === card.name && !isSameAgent(other, card) && !isDeclared(other),
  );

/** Whether a session in one tree may read the agents of another one. */
const sees = (from: Tree, other: Tree): boolean =>
  other.scope !== 'project' ||
  (from.scope !== 'user' && (from.home === other.home || from.home.startsWith(`${other.home}/`)));

const shown = (names: readonly string[]): string => names.toSorted().map(quoted).join(' and ');
