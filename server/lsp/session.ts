/** One conversation with one client: what the client can do, the settings, the open documents, and the diagnostics of each. */
import {
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import {
  CONFIGURATION_FILE,
  type CompletionOptions,
  defaults,
  diagnosticOf,
  isRecord,
  lint,
  parseSettings,
  presenceQuestions,
  questionsAbout,
  requiredReportKeys,
  type Settings,
  settingsOver,
  type Workspace,
} from '../core/index';
import { type Client, clientOf } from './client';
import { Configurations, type ReadConfiguration } from './configurations';
import { Documents } from './documents';
import { endpointPatterns } from './endpointPatterns';
import { type Exists, Presences, readExists } from './presence';
import { Publisher } from './publisher';
import { describe, type Known } from './register';
import type { Update } from './wire';

/** What the program around the server knows and the client may override. */
export interface Host {
  /** URI of the folder with the rules' documentation. */
  readonly docsBase?: string | undefined;
  /** Looks whether a file exists, where the client does not do that itself. */
  readonly exists?: Exists;
  /** Reads a configuration file, where the client does not do that itself. */
  readonly config?: ReadConfiguration;
}

const SECTION = 'agentAuthoring';

/** Two questions of ours that the protocol has no name for: `{ uri }`, answered by a boolean. */
const EXISTS = 'agentAuthoring/exists';

/** `{ uri }` of a configuration file, answered by its text, or by null when there is none. */
const CONFIG = 'agentAuthoring/config';

/** What findings depend on besides the text. */
interface LintOptions {
  readonly dialect: Known['dialect'];
  readonly path: string;
  readonly uri: string;
  readonly settings: Settings;
  readonly docsBase: string | undefined;
  readonly workspace: Workspace;
}

/** The state of a conversation. Everything else is computed from it. */
export class Session {
  readonly #presences = new Presences();
  readonly documents = new Documents(this.#presences);
  #client: Client = clientOf({});
  /** From `initializationOptions`: what holds as long as the client's configuration says nothing. */
  #initial: Settings = defaults;
  #settings: Settings = defaults;
  #docsBase: string | undefined;
  /** Whether the client has the files in `snippets/` as snippets of its own. */
  #hasSnippets = false;
  #exists: Exists | undefined;
  #config: ReadConfiguration | undefined;
  /** Counts questions for settings, so that a late answer does not undo a newer one. */
  #asked = 0;
  readonly #configurations = new Configurations((message) => this.connection.console.warn(message));
  readonly #publisher: Publisher;

  constructor(
    readonly connection: Connection,
    host: Host,
  ) {
    this.#docsBase = host.docsBase;
    this.#exists = host.exists;
    this.#config = host.config;
    this.#publisher = new Publisher({
      connection,
      pulls: () => this.#client.pulls,
      documentAt: (uri) => this.documents.get(uri),
      diagnosticsOf: (document) => this.diagnosticsOf(document),
    });
  }

  client(): Client {
    return this.#client;
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.#client = clientOf(capabilities);
    if (!isRecord(initializationOptions)) return;
    const { docsBase, settings, answersExists, answersConfig, hasSnippets } = initializationOptions;
    this.#hasSnippets = hasSnippets === true;
    // A client sees remote and virtual file systems too.
    if (answersExists === true) {
      this.#exists = async (uri) => readExists(await this.connection.sendRequest(EXISTS, { uri }));
    }
    if (answersConfig === true) this.#config = (uri) => this.connection.sendRequest(CONFIG, { uri });
    if (typeof docsBase === 'string') this.#docsBase = docsBase.endsWith('/') ? docsBase.slice(0, -1) : docsBase;
    this.#initial = parseSettings(settings);
    this.#settings = this.#initial;
  }

  /** The client is ready to be asked. */
  start(): void {
    if (this.#client.registersConfiguration) {
      const registered = this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      this.#noteFailure('No changes of settings will be told', registered);
    }
    if (this.#client.registersWatchers && this.#config !== undefined) {
      const watchers = [{ globPattern: `**/${CONFIGURATION_FILE}` }];
      const registered = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      this.#noteFailure('No changes of configuration files will be told', registered);
    }
    if (this.#client.configures) void this.#askSettings();
  }

  /** A configuration file came, went or changed; nothing else is watched. */
  filesChanged(): void {
    void this.#lookForConfiguration(this.documents.all().map(({ uri }) => uri));
  }

  /** Somebody made, renamed or removed files in the editor, so that links may lead elsewhere. */
  filesMoved(): void {
    this.#presences.forget();
    this.#answersChanged();
  }

  /** Nothing is published any more. */
  end(): void {
    this.#publisher.end();
  }

  /** The settings that have nothing to do with a single document. */
  settings(): Settings {
    return this.#settings;
  }

  /** The client's settings over those of the configuration file that holds for a document. */
  settingsFor(uri: string): Settings {
    return settingsOver(this.#configurations.settingsFor(uri), this.#settings);
  }

  /** What completion offers beyond the document itself. */
  completionOptions({ uri }: Known): Required<CompletionOptions> {
    const { sections, report } = this.settingsFor(uri);
    return {
      snippets: this.#client.snippets,
      reportKeys: requiredReportKeys(sections, report.keys),
      patterns: this.#hasSnippets ? [] : endpointPatterns,
    };
  }

  lintOptions({ dialect, uri }: Known): LintOptions {
    return {
      dialect,
      path: uri,
      uri,
      settings: this.settingsFor(uri),
      docsBase: this.#docsBase,
      workspace: this.#presences,
    };
  }

  diagnosticsOf(document: Known): readonly Diagnostic[] {
    const options = this.lintOptions(document);
    const { findings, failures } = lint(document.file(), options);
    for (const { rule, error } of failures) this.connection.console.error(`Rule ${rule} failed: ${describe(error)}`);
    void this.#lookBehindLinks(document);
    return findings.map((finding) => diagnosticOf(document.file(), finding, options));
  }

  /** Takes the settings out of the notification of a client that cannot be asked, and asks any other. */
  settingsChanged(params: unknown): void {
    if (this.#client.configures) void this.#askSettings();
    else if (isRecord(params) && isRecord(params['settings']) && SECTION in params['settings']) {
      this.#use(params['settings'][SECTION]);
    }
  }

  /** Takes a document's new text. Without parameters that name one there is nothing that could be done. */
  update(update: Update | undefined): void {
    if (update === undefined) {
      this.connection.console.error('A message about a document names none.');
      return;
    }
    const { uri } = update;
    const wasKnown = this.documents.get(uri) !== undefined;
    if (this.documents.update(update)) {
      this.#publisher.soon(uri);
      if (!wasKnown) {
        this.#forgetLinks(uri);
        void this.#lookBeside(uri);
        void this.#lookForConfiguration([uri]);
      }
    } else if (wasKnown) {
      this.connection.console.error(
        `A change of ${uri} makes no sense; the document is not checked until the client sends it whole.`,
      );
      this.#publisher.retract(uri);
    }
  }

  close(uri: string): void {
    this.documents.close(uri);
    this.#configurations.forget(uri);
    this.#publisher.retract(uri);
  }

  async #askSettings(): Promise<void> {
    this.#asked++;
    const question = this.#asked;
    try {
      const value: unknown = await this.connection.workspace.getConfiguration(SECTION);
      if (question === this.#asked) this.#use(value);
    } catch (error) {
      this.connection.console.warn(`Settings could not be read; the last ones stay in force. ${describe(error)}`);
    }
  }

  /** Whether a file is an agent may depend on another file, which only the outside can see. */
  async #lookBeside(uri: string): Promise<void> {
    const questions = questionsAbout(uri);
    if (this.#exists === undefined || questions.length === 0) return;
    if ((await this.#presences.look(questions, this.#exists)).has('present')) {
      this.documents.detectAgain(uri);
      this.#answersChanged();
    }
  }

  async #lookForConfiguration(uris: readonly string[]): Promise<void> {
    if (this.#config === undefined) return;
    const isNew = await this.#configurations.look(uris, this.#config);
    // It may have been closed meanwhile.
    for (const uri of uris.filter((one) => this.documents.get(one) === undefined)) this.#configurations.forget(uri);
    if (isNew) this.#answersChanged();
  }

  /** Files may have come and gone while the document was closed. */
  #forgetLinks(uri: string): void {
    const document = this.documents.get(uri);
    if (document?.dialect !== undefined) this.#presences.forget(presenceQuestions(document.file(), uri));
  }

  /** Whether links lead anywhere is asked when a text is linted, and the text linted again when one does not. */
  async #lookBehindLinks({ uri, file }: Known): Promise<void> {
    if (this.#exists === undefined) return;
    const answers = await this.#presences.look(presenceQuestions(file(), uri), this.#exists);
    if (answers.has('absent')) this.#answersChanged();
  }

  /** Clients answer null for a section that nobody has set. */
  #use(value: unknown): void {
    this.#settings = value === null || value === undefined ? this.#initial : parseSettings(value);
    this.#answersChanged();
  }

  /** Everything that was answered before may be different now. */
  #answersChanged(): void {
    if (this.#client.refreshesLenses) {
      this.#noteFailure(
        'The client did not ask for lenses again',
        this.connection.sendRequest(CodeLensRefreshRequest.type),
      );
    }
    if (this.#client.refreshesHints) {
      this.#noteFailure(
        'The client did not ask for inlay hints again',
        this.connection.sendRequest(InlayHintRefreshRequest.type),
      );
    }
    if (!this.#client.pulls) for (const { uri } of this.documents.all()) this.#publisher.soon(uri);
    else if (this.#client.refreshes) {
      this.#noteFailure('The client did not ask again', this.connection.languages.diagnostics.refresh());
    }
  }

  /** A promise that nobody waits for must not end the process when it is rejected. */
  #noteFailure(what: string, promise: Promise<unknown>): void {
    promise.catch((error: unknown) => this.connection.console.warn(`${what}. ${describe(error)}`));
  }
}
