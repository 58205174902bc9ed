/** What the server answers: each feature of the core with the request it belongs to. */
import { CodeActionKind, CodeActionTriggerKind, type Position, SemanticTokensBuilder } from 'vscode-languageserver';
import {
  actionsIn,
  completionAt,
  FIX_ALL_KIND,
  foldingOf,
  formatOf,
  highlightsAt,
  hoverAt,
  INSERT_SECTION_KIND,
  inlayHintsIn,
  LIST_STYLE_KIND,
  lensesOf,
  linksOf,
  listStyleActionsIn,
  offsetAt,
  onTypeAt,
  onTypeTriggers,
  REPORT_HOOK_KIND,
  reportHookActionsIn,
  reportSnippetOf,
  SOURCE,
  sectionActionsIn,
  selectionAt,
  symbolsOf,
  tokenLegend,
  tokensOf,
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
          ...completionAt(
            document.file(),
            offsetIn(document, position),
            document.format,
            session.completionOptions(document),
          ),
        ],
        'position',
      ),
    ),
  ),
  // A question of ours: the whole report as a snippet, for a command that inserts it.
  on({}, (connection, guard) =>
    connection.onRequest(
      'agentAuthoring/completionReport',
      guard(null, (document) =>
        reportSnippetOf(document.file(), document.format, session.completionOptions(document).reportKeys),
      ),
    ),
  ),
  on({ hoverProvider: true }, (connection, guard) =>
    connection.onHover(
      guard(
        null,
        (document, { position }) => hoverAt(document.file(), offsetIn(document, position), document.format) ?? null,
        'position',
      ),
    ),
  ),
  on(
    {
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          INSERT_SECTION_KIND,
          REPORT_HOOK_KIND,
          LIST_STYLE_KIND,
          FIX_ALL_KIND,
        ],
      },
    },
    (connection, guard) =>
      connection.onCodeAction(
        guard(
          [],
          (document, { range, context }) => {
            const span = { start: offsetIn(document, range.start), end: offsetIn(document, range.end) };
            const only = context?.only;
            const invoked = context?.triggerKind === CodeActionTriggerKind.Invoked;
            const automatic = context?.triggerKind === CodeActionTriggerKind.Automatic;
            const { uri, format } = document;
            return [
              ...actionsIn(document.file(), span, { ...session.lintOptions(document), only }),
              ...sectionActionsIn(document.file(), span, { uri, only, invoked }),
              ...reportHookActionsIn(document.file(), span, { uri, format, only }),
              ...listStyleActionsIn(document.file(), span, { uri, format, only, automatic }),
            ];
          },
          'range',
        ),
      ),
  ),
  on({ documentSymbolProvider: { label: 'Agent Authoring' } }, (connection, guard) =>
    connection.onDocumentSymbol(guard([], (document) => [...symbolsOf(document.file(), document.format)])),
  ),
  on({ foldingRangeProvider: true }, (connection, guard) =>
    connection.onFoldingRanges(guard([], (document) => [...foldingOf(document.file())])),
  ),
  on({ selectionRangeProvider: true }, (connection, guard) =>
    connection.onSelectionRanges(
      guard([], (document, { positions }) =>
        positions.map((position) => selectionAt(document.file(), offsetIn(document, position), document.format)),
      ),
    ),
  ),
  on({ documentHighlightProvider: true }, (connection, guard) =>
    connection.onDocumentHighlight(
      guard(
        [],
        (document, { position }) => [...highlightsAt(document.file(), offsetIn(document, position), document.format)],
        'position',
      ),
    ),
  ),
  on({ documentLinkProvider: {} }, (connection, guard) =>
    connection.onDocumentLinks(guard([], (document) => [...linksOf(document.file(), document.uri)])),
  ),
  on({ semanticTokensProvider: { legend: tokenLegend, full: true } }, (connection, guard) =>
    connection.languages.semanticTokens.on(
      guard({ data: [] }, (document) => {
        const builder = new SemanticTokensBuilder();
        for (const { line, character, length, type, modifiers } of tokensOf(document.file(), document.format))
          builder.push(line, character, length, type, modifiers);
        return builder.build();
      }),
    ),
  ),
  on({ documentFormattingProvider: true }, (connection, guard) =>
    connection.onDocumentFormatting(
      guard([], (document) => [...formatOf(document.file(), document.format, session.settings().format)]),
    ),
  ),
  on(
    {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: onTypeTriggers.first,
        moreTriggerCharacter: [...onTypeTriggers.more],
      },
    },
    (connection, guard) =>
      connection.onDocumentOnTypeFormatting(
        guard(
          [],
          (document, { position, ch }) => [...onTypeAt(document.file(), offsetIn(document, position), ch)],
          'position',
        ),
      ),
  ),
  on({ codeLensProvider: {} }, (connection, guard) =>
    connection.onCodeLens(
      guard([], (document) =>
        session.settings().loadLens ? [...lensesOf(document.file(), document.format, document.uri)] : [],
      ),
    ),
  ),
  on({ inlayHintProvider: true }, (connection, guard) =>
    connection.languages.inlayHint.on(
      guard(
        [],
        (document, { range }) => {
          const span = { start: offsetIn(document, range.start), end: offsetIn(document, range.end) };
          return [...inlayHintsIn(document.file(), span, document.format, session.settings().tokens)];
        },
        'range',
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
