/** Connects the features about several files to their LSP requests: definition, references, symbols and calls. */
import type { Location, LocationLink, Position } from 'vscode-languageserver';
import {
  callHierarchyAt,
  definitionsAt,
  incomingCalls,
  isRecord,
  outgoingCalls,
  referencesAt,
  workspaceSymbolsOf,
} from '../core/index';
import { type Feature, offsetIn, on } from './register';
import type { Session } from './session';

export const indexFeaturesOf = (session: Session): readonly Feature[] => [
  on({ definitionProvider: true }, (connection, guard) =>
    connection.onDefinition(
      guard<Parameters<Parameters<typeof connection.onDefinition>[0]>[0], Location[] | LocationLink[]>(
        [],
        (document, { position }) => {
          const found = definitionsAt(document.agent, offsetIn(document, position), session.index);
          return session.client.shows.links
            ? [...found]
            : found.map(({ targetUri: uri, targetRange: range }) => ({ uri, range }));
        },
        'position',
      ),
    ),
  ),
  on({ referencesProvider: true }, (connection, guard) =>
    connection.onReferences(
      guard(
        [],
        (document, { position, context }) => [
          ...referencesAt(
            document.agent,
            offsetIn(document, position),
            session.index,
            context?.includeDeclaration === true,
          ),
        ],
        'position',
      ),
    ),
  ),
  on({ workspaceSymbolProvider: true }, (connection, guard) =>
    connection.onWorkspaceSymbol(
      guard.anywhere(
        (params) => (isRecord(params) && typeof params['query'] === 'string' ? params['query'] : undefined),
        (query) => [...workspaceSymbolsOf(session.index, query)],
      ),
    ),
  ),
  on({ callHierarchyProvider: true }, (connection, guard) => {
    const { callHierarchy } = connection.languages;
    callHierarchy.onIncomingCalls(
      guard.anywhere(readItem, ({ uri, start }) => [...incomingCalls(uri, session.index, start)]),
    );
    callHierarchy.onOutgoingCalls(guard.anywhere(readItem, ({ uri }) => [...outgoingCalls(uri, session.index)]));
    return callHierarchy.onPrepare(
      guard(
        [],
        (document, { position }) => [...callHierarchyAt(document.agent, offsetIn(document, position), session.index)],
        'position',
      ),
    );
  }),
];

/** The agent in `params.item`: its file, and where its name begins; undefined when there is none. */
function readItem(params: unknown): { readonly uri: string; readonly start: Position | undefined } | undefined {
  const item = isRecord(params) ? params['item'] : undefined;
  if (!isRecord(item) || typeof item['uri'] !== 'string') return undefined;
  const { uri, selectionRange } = item;
  return { uri, start: isRecord(selectionRange) ? positionIn(selectionRange['start']) : undefined };
}

function positionIn(value: unknown): Position | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined;
}
