/** Workspace symbols: the agents, skills and MCP servers whose names contain the letters of a query in their order. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { compare } from '../../text/sorted';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Index } from '../../workspace/index';
import type { AnyCard } from './meaning';
import { placeOf, scopeLine } from './places';

/** More symbols than that are no help in a search. */
const MOST_SYMBOLS = 500;

/** Longer queries are cut; names have a few dozen characters. */
const MAX_QUERY = 256;

interface Candidate {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly card: AnyCard;
  readonly rank: number;
}

/** The symbols for `query`, the best matches first, at most `MOST_SYMBOLS`. An empty query matches everything. */
export function workspaceSymbolsOf(index: Index, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.slice(0, MAX_QUERY).toLowerCase();
  const candidate = (name: string | undefined, kind: SymbolKind, card: AnyCard): readonly Candidate[] => {
    const rank = name === undefined ? undefined : rankOf(name.toLowerCase(), wanted);
    return name === undefined || rank === undefined ? [] : [{ name, kind, card, rank }];
  };
  return [
    ...index.agents.flatMap(({ card }) => candidate(card.name, SymbolKind.Class, card)),
    ...index.declared.flatMap(({ card }) => candidate(card.name, SymbolKind.Class, card)),
    ...index.skills.flatMap((card) => candidate(card.names[0], SymbolKind.Function, card)),
    ...index.servers.flatMap((card) => candidate(card.name, SymbolKind.Interface, card)),
  ]
    .sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.card.path, b.card.path))
    .slice(0, MOST_SYMBOLS)
    .map(({ name, kind, card }) => ({
      name: asLine(name, MAX_TITLE),
      kind,
      location: placeOf(card),
      containerName: scopeLine(card),
    }));
}

/** 0 for the name itself, then its beginning, a part of it, and its letters in their order; undefined without a match. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at >= 0) return at === 0 ? 1 : 2;
  let from = 0;
  for (const character of wanted) {
    const found = name.indexOf(character, from);
    if (found < 0) return undefined;
    from = found + character.length;
  }
  return 3;
}
