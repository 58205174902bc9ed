/** Connects each feature of the core to its LSP request. */
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  SemanticTokensBuilder,
} from 'vscode-languageserver';
import {
  callLensesOf,
  completionAt,
  configurationCompletions,
  configurationHover,
  fieldSymbolsOf,
  foldingOf,
  formatOf,
  headingsText,
  highlightsAt,
  hoverAt,
  inlayHintsIn,
  lensesOf,
  linksOf,
  onTypeAt,
  onTypeTriggers,
  SOURCE,
  selectionAt,
  symbolsOf,
  tokenLegend,
  tokensOf,
} from '../core/index';
import { codeActionsFeature } from './codeActions';
import { completionOptionsFor } from './completionOptions';
import { orConfiguration } from './configurationFeatures';
import { conversionFeature } from './conversion';
import { indexFeaturesOf } from './indexFeatures';
import { insertionFeatures } from './insertions';
import { newAgentFeatures } from './newAgent';
import { type Feature, type Known, offsetIn, on, spanIn } from './register';
import { reproductionFeature } from './reproduction';
import { routeFeature } from './route';
import type { Session } from './session';
import type { Shows } from './shows';
import { statusFeature } from './status';
import { treatAsAgentsFeature } from './treatAsAgents';
import { whatHostSeesFeature } from './whatHostSees';

/** Characters that trigger completion: in a list, after a key, at a heading, and where the name of an agent or server begins. */
const TRIGGERS = [':', ' ', ',', '[', '-', '#', '(', '@', '"', "'", '_'];

/** The features of a session. */
export const featuresOf = (session: Session): readonly Feature[] => [
  on({ completionProvider: { triggerCharacters: TRIGGERS } }, (connection, guard) =>
    connection.onCompletion(
      orConfiguration(
        session,
        guard(
          [],
          (document, { position }) => [
            ...completionAt(document.agent, offsetIn(document, position), {
              ...completionOptionsFor(session, document),
              index: session.index,
            }),
          ],
          'position',
        ),
        ({ uri, text }, { position }) => [
          ...configurationCompletions(text(), position, session.configured.optionsFor(uri)),
        ],
      ),
    ),
  ),
  ...insertionFeatures(session),
  conversionFeature,
  ...newAgentFeatures(session),
  treatAsAgentsFeature(session),
  statusFeature(session),
  whatHostSeesFeature(session),
  reproductionFeature(session),
  routeFeature(session),
  on({ hoverProvider: true }, (connection, guard) =>
    connection.onHover(
      orConfiguration(
        session,
        guard(
          null,
          (document, { position }) =>
            hoverAt(document.agent, offsetIn(document, position), session.index, document.readers().slice(1)) ?? null,
          'position',
        ),
        ({ uri, text }, { position }) =>
          configurationHover(text(), position, session.configured.optionsFor(uri)) ?? null,
      ),
    ),
  ),
  codeActionsFeature(session),
  on({ documentSymbolProvider: { label: 'Agent Authoring' } }, (connection, guard) =>
    connection.onDocumentSymbol(
      guard([], (document) => [
        ...(hasHeadings(document, session.client.shows) ? fieldSymbolsOf : symbolsOf)(document.agent),
      ]),
    ),
  ),
  on({ foldingRangeProvider: true }, (connection, guard) =>
    connection.onFoldingRanges(guard([], (document) => [...foldingOf(document.agent)])),
  ),
  on({ selectionRangeProvider: true }, (connection, guard) =>
    connection.onSelectionRanges(
      guard(
        [],
        (document, { positions }) =>
          positions.map((position) => selectionAt(document.agent, offsetIn(document, position))),
        'positions',
      ),
    ),
  ),
  on({ documentHighlightProvider: true }, (connection, guard) =>
    connection.onDocumentHighlight(
      guard(
        [],
        (document, { position }) => [...highlightsAt(document.agent, offsetIn(document, position), session.index)],
        'position',
      ),
    ),
  ),
  on({ documentLinkProvider: {} }, (connection, guard) =>
    connection.onDocumentLinks(guard([], (document) => [...linksOf(document.agent, document.uri)])),
  ),
  on({ semanticTokensProvider: { legend: tokenLegend, full: true } }, (connection, guard) =>
    connection.languages.semanticTokens.on(
      guard({ data: [] }, (document) => {
        const builder = new SemanticTokensBuilder();
        for (const { line, character, length, type, modifiers } of tokensOf(document.agent))
          builder.push(line, character, length, type, modifiers);
        return builder.build();
      }),
    ),
  ),
  on({ documentFormattingProvider: true }, (connection, guard) =>
    connection.onDocumentFormatting(
      guard([], (document) => [...formatOf(document.agent, session.configuration.client.format)]),
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
          (document, { position, ch }) => [...onTypeAt(document.agent, offsetIn(document, position), ch)],
          'position',
        ),
      ),
  ),
  on({ codeLensProvider: {} }, (connection, guard) =>
    connection.onCodeLens(
      guard([], ({ agent, uri }) =>
        session.configuration.client.loadLens
          ? [
              ...lensesOf(agent, session.system.workspace.around?.(uri), session.client.shows.sees),
              ...callLensesOf(agent, session.index, session.client.shows.references),
            ]
          : [],
      ),
    ),
  ),
  on({ inlayHintProvider: true }, (connection, guard) =>
    connection.languages.inlayHint.on(
      guard(
        [],
        (document, { range }) => {
          return [...inlayHintsIn(document.agent, spanIn(document, range), session.configuration.client.tokens)];
        },
        'range',
      ),
    ),
  ),
  on(
    { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: true } },
    (connection, guard) => {
      return connection.languages.diagnostics.on(
        guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
          { kind: 'full', items: [] },
          (document, { previousResultId }) => {
            session.pulls.asked(document.uri);
            const { id, diagnostics } = session.resultOf(document);
            return id === previousResultId
              ? { kind: 'unchanged', resultId: id }
              : { kind: 'full', resultId: id, items: [...diagnostics] };
          },
          undefined,
          true,
        ),
      );
    },
  ),
  ...indexFeaturesOf(session),
];

/** Whether the client shows the headings of the document as they are now. */
function hasHeadings({ agent, language = '', firstHeadings }: Known, { headings, oldHeadings }: Shows): boolean {
  if (headings.includes(language)) return true;
  if (!oldHeadings.includes(language) || firstHeadings === undefined) return false;
  const now = headingsText(agent);
  return firstHeadings(now) === now;
}
