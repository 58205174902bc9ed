/** Files that only the configuration calls agents: registers them with the client, which knows the paths of the hosts alone. */
import {
  BulkRegistration,
  type Connection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type Disposable,
  type DocumentSelector,
  RegistrationType,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { describe } from './log';

/** The request of each capability that is about documents. */
const methods: Readonly<Partial<Record<keyof ServerCapabilities, string>>> = {
  completionProvider: 'textDocument/completion',
  hoverProvider: 'textDocument/hover',
  definitionProvider: 'textDocument/definition',
  referencesProvider: 'textDocument/references',
  documentHighlightProvider: 'textDocument/documentHighlight',
  documentSymbolProvider: 'textDocument/documentSymbol',
  codeActionProvider: 'textDocument/codeAction',
  codeLensProvider: 'textDocument/codeLens',
  documentLinkProvider: 'textDocument/documentLink',
  documentFormattingProvider: 'textDocument/formatting',
  documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
  renameProvider: 'textDocument/rename',
  foldingRangeProvider: 'textDocument/foldingRange',
  selectionRangeProvider: 'textDocument/selectionRange',
  callHierarchyProvider: 'textDocument/prepareCallHierarchy',
  semanticTokensProvider: 'textDocument/semanticTokens',
  inlayHintProvider: 'textDocument/inlayHint',
  diagnosticProvider: 'textDocument/diagnostic',
};

/** What the client can be asked for while the server runs. */
export interface Registers {
  /** Documents by their paths. */
  readonly documents: boolean;
  /** Changes of files by their paths. */
  readonly watchers: boolean;
  /** Schemes of documents that people edit. Left sides of diffs would show each problem twice. */
  readonly schemes: readonly string[];
}

/** Documents for some of the server's features. */
export class Registration {
  #patterns: readonly string[] = [];
  #registered: Promise<Disposable | undefined> | undefined;

  /** @param capabilities Those to register; all of them when omitted. */
  constructor(
    readonly connection: Connection,
    readonly registers: () => Registers,
    readonly capabilities: () => ServerCapabilities,
  ) {}

  get patterns(): readonly string[] {
    return this.#patterns;
  }

  /**
   * The documents are now those that some globs match.
   * @returns Whether they were others before.
   */
  use(patterns: readonly string[]): boolean {
    const sorted = [...new Set(patterns)].toSorted();
    if (JSON.stringify(sorted) === JSON.stringify(this.#patterns)) return false;
    this.#patterns = sorted;
    const before = this.#registered;
    this.#registered = this.#renew(before, sorted);
    return true;
  }

  /** One after the other, so that what was registered last stays. */
  async #renew(
    before: Promise<Disposable | undefined> | undefined,
    patterns: readonly string[],
  ): Promise<Disposable | undefined> {
    try {
      (await before)?.dispose();
      const { documents, watchers, schemes } = this.registers();
      if (patterns.length === 0 || !(documents || watchers)) return undefined;
      const bulk = BulkRegistration.create();
      if (watchers)
        bulk.add(DidChangeWatchedFilesNotification.type, {
          watchers: patterns.map((globPattern) => ({ globPattern })),
        });
      if (documents)
        addDocuments(
          bulk,
          schemes.flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern }))),
          this.capabilities(),
        );
      return await this.connection.client.register(bulk);
    } catch (error) {
      this.connection.console.warn(
        `The client will not send the files that the configuration names. ${describe(error)}`,
      );
      return undefined;
    }
  }
}

function addDocuments(
  bulk: BulkRegistration,
  documentSelector: DocumentSelector,
  capabilities: ServerCapabilities,
): void {
  bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
  bulk.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidSaveTextDocumentNotification.type, { documentSelector });
  bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
  for (const [capability, options] of Object.entries(capabilities)) {
    const method = new Map(Object.entries(methods)).get(capability);
    if (method === undefined || options === undefined) continue;
    // The client asks once for the problems of the whole workspace, for all documents together.
    const rest = typeof options === 'object' ? { ...options, workspaceDiagnostics: undefined } : {};
    const own = capability === 'diagnosticProvider' ? { ...rest, workspaceDiagnostics: false } : rest;
    bulk.add(new RegistrationType<object>(method), { ...own, documentSelector });
  }
}
