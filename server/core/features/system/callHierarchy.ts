/** Call hierarchy: which agents delegate to an agent, and to which agents it delegates. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Card } from '../../workspace/card';
import type { Index } from '../../workspace/index';
import { rangeIn } from '../ranges';
import { delegationsFrom, delegationsTo } from './delegations';
import { meaningOf } from './meaning';
import { nameAt, tiesNow } from './nameAt';
import { scopeLine } from './places';
import type { Use } from './uses';

/** The agents that the name at `offset` means; the agent of the file itself where there is no such name. */
export function callHierarchyAt(agent: Agent, offset: number, index: Index): readonly CallHierarchyItem[] {
  const named = nameAt(agent, offset);
  const ties = tiesNow(agent);
  if (ties === undefined) return [];
  const meaning = named?.kind === 'agent' ? meaningOf(named, ties, index) : undefined;
  switch (meaning?.kind) {
    case undefined: {
      const own = index.ties(ties.card.path)?.card;
      return own === undefined ? [] : itemsOf(own);
    }
    case 'agent':
      return itemsOf(meaning.card);
    case 'ambiguous':
      return meaning.cards.flatMap(itemsOf);
    default:
      return [];
  }
}

/** Who delegates to the agent in the file at `path`. */
export const incomingCalls = (path: string, index: Index): readonly CallHierarchyIncomingCall[] =>
  [...grouped(delegationsTo(path, index), ({ ties }) => ties.card)].flatMap(([card, uses]) =>
    itemsOf(card).map((from) => ({ from, fromRanges: uses.map(rangeOfUse) })),
  );

/** To whom the agent in the file at `path` delegates. */
export const outgoingCalls = (path: string, index: Index): readonly CallHierarchyOutgoingCall[] =>
  [...grouped(delegationsFrom(index.ties(path), index), ({ to }) => to)].flatMap(([card, calls]) =>
    itemsOf(card).map((to) => ({ to, fromRanges: calls.map(({ use }) => rangeOfUse(use)) })),
  );

const rangeOfUse = ({ named, ties }: Use): CallHierarchyItem['range'] => rangeIn(ties.lines, named.span);

/** None for an agent without a name, which nothing can call. */
function itemsOf(card: Card): readonly CallHierarchyItem[] {
  const { name, path, lines, nameSpan, purpose } = card;
  if (name === undefined) return [];
  // The whole frontmatter, as far as its lines are known.
  const end = Math.max(nameSpan.end, lines.lineStarts.at(-1) ?? 0);
  return [
    {
      name: asLine(name, MAX_TITLE),
      kind: SymbolKind.Class,
      detail: asLine(`${scopeLine(card)}${purpose === '' ? '' : ` · ${purpose}`}`, MAX_TITLE),
      uri: path,
      range: rangeIn(lines, { start: 0, end }),
      selectionRange: rangeIn(lines, nameSpan),
    },
  ];
}

function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
