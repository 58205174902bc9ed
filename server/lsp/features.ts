/** What the server answers: each feature of the core with the request it belongs to. */
import { CodeActionKind, type Position } from 'vscode-languageserver';
import {
  actionsIn,
  completionAt,
  FIX_ALL_KIND,
  foldingOf,
  hoverAt,
  lensesOf,
  offsetAt,
  SOURCE,
  symbolsOf,
} from '../core/index';
import { type Feature, type Known, on } from './register';
import type { Session } from './session';

/** Characters after which an editor asks again by itself: in a list, after a key, at a heading. */
const TRIGGERS = [':', ' ', ',', '[', '-', '#'];

/** The features of a session. */
export const featuresOf = (session: Session): readonly Feature[] => [
  on({ completionProvider: { triggerCharacters: TRIGGERS } }, (connection, guard) =>
    connection.onCompletion(
      guard(
        [],
        (document, { position }) => [
          ...completionAt(document.file(), offsetIn(document, position), document.dialect, session.client().snippets),
        ],
        'position',
      ),
    ),
  ),
  on({ hoverProvider: true }, (connection, guard) =>
    connection.onHover(
      guard(
        null,
        (document, { position }) => hoverAt(document.file(), offsetIn(document, position), document.dialect) ?? null,
        'position',
      ),
    ),
  ),
  on({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] } }, (connection, guard) =>
    connection.onCodeAction(
      guard(
        [],
        (document, { range, context }) => {
          const span = { start: offsetIn(document, range.start), end: offsetIn(document, range.end) };
          return [...actionsIn(document.file(), span, { ...session.lintOptions(document), only: context?.only })];
        },
        'range',
      ),
    ),
  ),
  on({ documentSymbolProvider: { label: 'Agent Authoring' } }, (connection, guard) =>
    connection.onDocumentSymbol(guard([], (document) => [...symbolsOf(document.file())])),
  ),
  on({ foldingRangeProvider: true }, (connection, guard) =>
    connection.onFoldingRanges(guard([], (document) => [...foldingOf(document.file())])),
  ),
  on({ codeLensProvider: {} }, (connection, guard) =>
    connection.onCodeLens(
      guard([], (document) =>
        session.settings().loadLens ? [...lensesOf(document.file(), document.dialect, document.uri)] : [],
      ),
    ),
  ),
  on(
    { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } },
    (connection, guard) =>
      connection.languages.diagnostics.on(
        guard({ kind: 'full', items: [] }, (document) => ({
          kind: 'full',
          items: [...session.diagnosticsOf(document)],
        })),
      ),
  ),
];

const offsetIn = (document: Known, position: Position): number => offsetAt(document.file().source, position);
