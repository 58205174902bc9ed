/** One conversation with one client: what the client can do, the settings, the open documents, and the diagnostics of each. */
import type { Connection, Diagnostic, InitializeParams } from 'vscode-languageserver';
import { defaults, diagnosticOf, lint, parseSettings, type Settings } from '../core/index';
import { Documents, type OpenDocument } from './documents';
import type { Known } from './register';

/** What the client said of itself at `initialize`. */
export interface Client {
  readonly snippets: boolean;
  /** It asks for diagnostics by itself, so they are not pushed. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
}

/** What the program around the server knows and the client may override. */
export interface Host {
  /** URI of the folder with the rules' documentation. */
  readonly docsBase?: string | undefined;
}

const SECTION = 'agentAuthoring';

/** The state of a conversation. Everything else is computed from it. */
export class Session {
  readonly documents = new Documents();
  #client: Client = { snippets: false, pulls: false, refreshes: false, configures: false, registersConfiguration: false };
  #settings: Settings = defaults;
  #docsBase: string | undefined;
  readonly #waiting = new Set<string>();

  constructor(
    readonly connection: Connection,
    host: Host,
  ) {
    this.#docsBase = host.docsBase;
  }

  client(): Client {
    return this.#client;
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    const { textDocument, workspace } = capabilities;
    this.#client = {
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      pulls: textDocument?.diagnostic !== undefined,
      refreshes: workspace?.diagnostics?.refreshSupport === true,
      configures: workspace?.configuration === true,
      registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    };
    if (!isRecord(initializationOptions)) return;
    const { docsBase, settings } = initializationOptions;
    if (typeof docsBase === 'string') this.#docsBase = docsBase.replace(/\/$/, '');
    this.#settings = parseSettings(settings);
  }

  lintOptions(document: Known): { dialect: Known['dialect']; path: string; uri: string; settings: Settings; docsBase: string | undefined } {
    return { dialect: document.dialect, path: document.uri, uri: document.uri, settings: this.#settings, docsBase: this.#docsBase };
  }

  diagnosticsOf(document: Known): readonly Diagnostic[] {
    const options = this.lintOptions(document);
    const { findings, failures } = lint(document.file(), options);
    for (const { rule, error } of failures) this.connection.console.error(`rule ${rule} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return findings.map((finding) => diagnosticOf(document.file(), finding, options));
  }

  /** Takes new settings from the client, or from the notification of a client that cannot be asked. Never rejects. */
  async readSettings(pushed?: unknown): Promise<void> {
    try {
      const value: unknown = this.#client.configures
        ? await this.connection.workspace.getConfiguration(SECTION)
        : isRecord(pushed) && SECTION in pushed
          ? pushed[SECTION]
          : undefined;
      if (value === undefined) return;
      this.#settings = parseSettings(value);
    } catch (error) {
      this.connection.console.warn(`Settings could not be read; the last ones stay in force. ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (this.#client.pulls && this.#client.refreshes) this.connection.languages.diagnostics.refresh();
    else for (const document of this.documents.all()) this.publishSoon(document.uri);
  }

  /**
   * Publishes a document's diagnostics once the messages that have already arrived are read, so that of a burst of changes
   * only the last one is checked. Clients that ask for diagnostics themselves get none pushed.
   */
  publishSoon(uri: string): void {
    if (this.#client.pulls) return;
    this.#waiting.add(uri);
    if (this.#waiting.size === 1) setTimeout(() => this.#publishWaiting(), 0);
  }

  /** Takes back what was published for a document that is closed or whose text is not known any more. */
  clear(uri: string): void {
    this.#waiting.delete(uri);
    if (!this.#client.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #publishWaiting(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) {
      const document = this.documents.get(uri);
      if (document !== undefined) this.#publish(document);
    }
  }

  #publish(document: OpenDocument): void {
    const { uri, version, dialect } = document;
    if (dialect === undefined) return;
    void this.connection.sendDiagnostics({ uri, version, diagnostics: [...this.diagnosticsOf({ ...document, dialect })] });
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
