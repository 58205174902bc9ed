/** Call hierarchy: which agents delegate to an agent, and to which agents it delegates. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Card } from '../../workspace/card';
import { isDeclared } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import { rangeIn } from '../ranges';
import { delegationsFrom, delegationsTo } from './delegations';
import { tiesNow } from './nameAt';
import { scopeLine } from './places';
import { understoodAt } from './understood';
import type { Use } from './uses';

/** The agents that the name at `offset` means; the agent of the file itself where there is no such name. */
export function callHierarchyAt(agent: Agent, offset: number, index: Index): readonly CallHierarchyItem[] {
  const found = understoodAt(agent, offset, index);
  const meaning = found?.named.kind === 'agent' ? found.meaning : undefined;
  switch (meaning?.kind) {
    case undefined: {
      const own = index.ties(tiesNow(agent)?.card.path ?? '')?.card;
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

/**
 * Who delegates to the agent in the file at `path`.
 * @param start Where its name begins, because a file of settings declares several agents.
 */
export function incomingCalls(path: string, index: Index, start?: Position): readonly CallHierarchyIncomingCall[] {
  const called = index.ties(path)?.card ?? (start && declaredCard(path, start, index));
  if (called === undefined) return [];
  return [...grouped(delegationsTo(called, index), ({ ties }) => ties.card)].flatMap(([card, uses]) =>
    itemsOf(card).map((from) => ({ from, fromRanges: uses.map(rangeOfUse) })),
  );
}

/** To whom the agent in the file at `path` delegates. What the prompt of a declared agent says is not read. */
export const outgoingCalls = (path: string, index: Index): readonly CallHierarchyOutgoingCall[] =>
  [...grouped(delegationsFrom(index.ties(path), index), ({ to }) => to)].flatMap(([card, calls]) =>
    itemsOf(card).map((to) => ({ to, fromRanges: calls.map(({ use }) => rangeOfUse(use)) })),
  );

function declaredCard(path: string, { line, character }: Position, index: Index): Card | undefined {
  const isThere = (card: Card): boolean => {
    if (card.path !== path) return false;
    const { start } = rangeIn(card.lines, card.nameSpan);
    return start.line === line && start.character === character;
  };
  return index.declared.find(({ card }) => isThere(card))?.card;
}

const rangeOfUse = ({ named, ties }: Use): CallHierarchyItem['range'] => rangeIn(ties.lines, named.span);

/** None for an agent without a name, which nothing can call. */
function itemsOf(card: Card): readonly CallHierarchyItem[] {
  const { name, path, lines, nameSpan, purpose } = card;
  if (name === undefined) return [];
  // The whole frontmatter, as far as its lines are known; of a declared agent its key.
  const whole = { start: 0, end: Math.max(nameSpan.end, lines.lineStarts.at(-1) ?? 0) };
  return [
    {
      name: asLine(name, MAX_TITLE),
      kind: SymbolKind.Class,
      detail: asLine(`${scopeLine(card)}${purpose === '' ? '' : ` · ${purpose}`}`, MAX_TITLE),
      uri: path,
      range: rangeIn(lines, isDeclared(card) ? nameSpan : whole),
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
