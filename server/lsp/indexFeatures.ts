/** Connects the features about several files to their LSP requests: definition, references, symbols and calls. */
import type { InitializeParams, Location, LocationLink, Position } from 'vscode-languageserver';
import {
  callHierarchyAt,
  definitionsAt,
  incomingCalls,
  isRecord,
  offsetAt,
  outgoingCalls,
  referencesAt,
  workspaceSymbolsOf,
} from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

/** What the client can show of places in other files. */
export interface Shows {
  /** A definition with the name that leads to it. */
  readonly links: boolean;
  /** The places of a lens, with the command `agentAuthoring.showReferences`. */
  readonly references: boolean;
  /** The languages (ids as in `didOpen`) in whose outline it has the headings of Markdown already. */
  readonly headings: readonly string[];
  /** The languages in which it does not notice when headings change. */
  readonly oldHeadings: readonly string[];
  /** What the commands of code actions show. */
  readonly actionCommands: boolean;
  /** What the host sees of an agent, with the command `agentAuthoring.showWhatHostSees`. */
  readonly sees: boolean;
}

export const showsNothing: Shows = {
  links: false,
  references: false,
  headings: [],
  oldHeadings: [],
  actionCommands: false,
  sees: false,
};

/** Reads it from `initialize`. */
export function showsOf({ capabilities, initializationOptions }: InitializeParams): Shows {
  const options: unknown = initializationOptions;
  return {
    links: capabilities.textDocument?.definition?.linkSupport === true,
    references: isRecord(options) && options['showsReferences'] === true,
    headings: stringsIn(options, 'showsHeadings'),
    oldHeadings: stringsIn(options, 'showsOldHeadings'),
    actionCommands: isRecord(options) && options['hasActionCommands'] === true,
    sees: isRecord(options) && options['showsWhatHostSees'] === true,
  };
}

function stringsIn(options: unknown, key: string): readonly string[] {
  const list = isRecord(options) ? options[key] : undefined;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** @param shows What the client of the session shows, which is known once it has been initialized. */
export const indexFeaturesOf = (session: Session, shows: () => Shows): readonly Feature[] => [
  on({ definitionProvider: true }, (connection, guard) =>
    connection.onDefinition(
      guard<Parameters<Parameters<typeof connection.onDefinition>[0]>[0], Location[] | LocationLink[]>(
        [],
        ({ agent }, { position }) => {
          const found = definitionsAt(agent, offsetAt(agent.file.source, position), session.index);
          return shows().links ? [...found] : found.map(({ targetUri: uri, targetRange: range }) => ({ uri, range }));
        },
        'position',
      ),
    ),
  ),
  on({ referencesProvider: true }, (connection, guard) =>
    connection.onReferences(
      guard(
        [],
        ({ agent }, { position, context }) => [
          ...referencesAt(
            agent,
            offsetAt(agent.file.source, position),
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
        ({ agent }, { position }) => [...callHierarchyAt(agent, offsetAt(agent.file.source, position), session.index)],
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
