/** One conversation with one client: the open documents, and what to renew when something changes. */
import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { formatOfLanguage, type Index, isConfigurationFile, isRecord, type JsonObject } from '../core/index';
import { configThrough, existsThrough } from './asks';
import { pause, timer } from './calm';
import { type Client, clientOf, noClient } from './client';
import { Configuration } from './configuration';
import { Configured } from './configured';
import type { Documents } from './documents';
import type { Host } from './host';
import type { LintOptions } from './lintOptions';
import { describe } from './log';
import { Lookups } from './lookups';
import { Publisher } from './publisher';
import { Refresher } from './refresher';
import { type Known, knownOf } from './register';
import { readFileEvents, readFileOperations, type Update } from './wire';
import { clientFiles, combinedFiles, type Files } from './workspace/files';
import { Folders } from './workspace/folders';
import { readingProgress } from './workspace/progress';
import { WorkspacePulls } from './workspace/pull';
import type { Result } from './workspace/results';
import { inSlices, inTurn } from './workspace/slices';
import { FEW_AGENTS, type Search } from './workspace/surroundings';
import { System } from './workspace/system';

/** The state of a conversation. Everything else is computed from it. */
export class Session {
  readonly #lookups: Lookups;
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly #publisher: Publisher;
  readonly #refresher: Refresher;
  readonly system: System;
  readonly pulls: WorkspacePulls;
  readonly folders: Folders;
  readonly configured: Configured;
  /** Open documents that the index has not seen in their last version. */
  readonly #unseen = new Set<string>();
  #client: Client = noClient;
  #docsBase: string | undefined;
  files: Files | undefined;
  /** Whether the client wants to know when another configuration file counts. */
  tellsStatus = false;
  #hasEnded = false;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    /** What the server can do with documents. */
    capabilities: () => ServerCapabilities,
  ) {
    this.#docsBase = host.docsBase;
    this.#lookups = new Lookups(connection, () => this.configuration.read, {
      answered: () => {
        this.system.expire();
        this.#refresher.refresh();
      },
      unread: (uri) => this.#publisher.clear(uri),
      formatsOf: (uri) => this.configuration.formatsFor(uri),
      formatOf: (language) => formatOfLanguage(language, this.configuration.client.hosts),
    });
    this.#lookups.exists = host.exists;
    this.documents = this.#lookups.documents;
    this.#publisher = new Publisher(
      connection,
      this.documents,
      () => this.#client.pulls,
      (document) => this.resultOf(document).diagnostics,
      host.turn,
    );
    this.#refresher = new Refresher(connection, () => this.#client, this.documents, this.#publisher);
    this.configuration = new Configuration(connection, {
      folders: () => this.folders.all,
      exists: () => this.#lookups.exists,
      turn: host.turn ?? timer,
      openChanged: () => this.#lookups.reread(),
      allChanged: () => this.#renew(),
      read: (files, faults) => this.configured.read(files, faults),
      moved: () => {
        if (this.tellsStatus) void connection.sendNotification('agentAuthoring/statusChanged');
      },
    });
    this.configured = new Configured(connection, this, capabilities);
    const turn = inTurn(host.turn ?? timer);
    this.system = new System({
      known: this.#lookups.workspace,
      settingsOf: (uri) => this.configuration.for(uri),
      configure: (uris) => this.configuration.readFilesOf(uris),
      docsBase: () => this.#docsBase,
      changed: (uris) => this.#changed(uris),
      warn: (message) => connection.console.warn(message),
      progressOf: (count) => readingProgress(connection, this.#client.showsProgress, count),
      fewAgents: host.fewAgents ?? FEW_AGENTS,
      turn,
      pause: host.pause ?? pause,
    });
    this.pulls = new WorkspacePulls(this.system, () => this.showsClosed, turn, {
      see: () => this.#see(),
      resultAt: (uri) => {
        const known = this.#knownAt(uri);
        return known && this.resultOf(known);
      },
    });
    this.folders = new Folders(connection, host.userFolders ?? []);
  }

  initialize(params: InitializeParams): void {
    const { initializationOptions } = params;
    this.#client = clientOf(params);
    const options: JsonObject = isRecord(initializationOptions) ? initializationOptions : {};
    const { docsBase, settings, answersExists, answersConfig, answersFiles } = options;
    // A client sees remote and virtual file systems too.
    if (answersExists === true) this.#lookups.exists = existsThrough(this.connection);
    if (typeof docsBase === 'string') this.#docsBase = docsBase.endsWith('/') ? docsBase.slice(0, -1) : docsBase;
    this.files = combinedFiles(this.host.files, answersFiles === true ? clientFiles(this.connection) : undefined);
    this.folders.initialize(params, options);
    const ask = configThrough(this.connection);
    this.configuration.initialize(this.#client, settings, answersConfig === true ? ask : this.host.config);
    this.#publisher.showClosed(this.showsClosed, () => []);
  }

  /** The client is ready: the workspace can be searched. */
  start(): void {
    this.configuration.start();
    this.configured.start();
    if (this.#client.hasFolders) this.folders.listen(() => this.configured.search());
    // What a person has opened comes first.
    (this.host.pause ?? pause)(() => this.configured.search());
  }

  /** Publishes nothing from now on. */
  end(): void {
    this.#hasEnded = true;
    this.system.end();
    this.pulls.end();
    this.#publisher.end();
    this.#refresher.end();
  }

  /** A watched file was created, changed or deleted. */
  didChangeWatchedFiles(params: unknown): void {
    const { created, deleted } = readFileEvents(params);
    this.configuration.readFiles(this.documents.all().map(({ uri }) => uri));
    this.#lookups.renew();
    this.configured.deleted(deleted);
    const refreshed = this.#refresh(created, deleted);
    if ([...created, ...deleted].some(isConfigurationFile)) this.configured.reconfigure(refreshed);
  }

  /** The client created, renamed or deleted files or folders. */
  didOperateOnFiles(params: unknown, isDeletion = false): void {
    const { created, deleted } = readFileOperations(params, isDeletion);
    this.#lookups.renew();
    void this.#refresh(created, deleted);
  }

  async #refresh(created: readonly string[], deleted: readonly string[]): Promise<void> {
    // A file that is deleted may be open in an editor that has not asked about it yet.
    if (deleted.length > 0) this.#see();
    await this.system.refresh(created, deleted);
  }

  /** A person who saves a document expects it to be checked against the files that are there now. No client reports all of them. */
  didSave(uri: string): void {
    // There is a file again, which the client may not report.
    if (this.system.store.isGone(uri)) void this.#refresh([uri], []);
    this.#lookups.look(uri);
    const known = this.#knownAt(uri);
    if (known !== undefined) this.#lookups.lookUpLinks(known.agent);
  }

  /** Stores a document's new text. Logs an error when the parameters do not name a document. */
  update(update: Update | undefined): void {
    if (update === undefined) {
      this.connection.console.error('A notification about a document does not name a document.');
      return;
    }
    const { uri } = update;
    const wasKnown = this.documents.get(uri) !== undefined;
    if (this.documents.update(update)) {
      this.configured.changed(uri);
      this.#unseen.add(uri);
      this.system.outdate(uri);
      this.#publisher.soon(uri);
      // What has just been opened, the client is about to ask for.
      if (wasKnown) this.pulls.changed(uri);
      else {
        this.#lookups.look(uri);
        this.configuration.opened(uri);
      }
    } else if (wasKnown) {
      this.connection.console.error(
        `Cannot apply a change to ${uri}. The document is not checked until the client sends its whole text.`,
      );
      this.#publisher.clear(uri);
    }
  }

  close(uri: string): void {
    this.documents.close(uri);
    this.configuration.forget(uri);
    this.#unseen.delete(uri);
    this.pulls.closed(uri);
    this.#publisher.clear(uri);
    this.configured.changed(uri);
    void this.system.close(uri);
  }

  /** The agents, skills and servers of the workspace, as far as they are known. */
  get index(): Index {
    this.#see();
    return this.system.index;
  }

  /** Shows the index the last versions of the open documents. */
  #see(): void {
    const documents = [...this.#unseen].flatMap((uri) => this.#knownAt(uri) ?? []);
    for (const document of documents) this.system.update(document);
    this.#unseen.clear();
  }

  /** What the client can do. */
  get client(): Client {
    return this.#client;
  }

  lintOptions({ uri, readers }: Known): LintOptions {
    const [settings, others] = [this.configuration.for(uri), readers().slice(1)];
    return { uri, settings, others, docsBase: this.#docsBase, workspace: this.system.workspace };
  }

  /** The diagnostics of an open document, with what tells this state of them from others. */
  resultOf(document: Known): Result {
    this.#unseen.delete(document.uri);
    const result = this.system.resultOf(document);
    for (const { rule, error } of result.failures)
      this.connection.console.error(`Rule ${rule} failed: ${describe(error)}`);
    this.#lookups.lookUpLinks(document.agent);
    return result;
  }

  /** Whether the problems of files that are not open are shown. */
  get showsClosed(): boolean {
    return this.configuration.client.diagnostics.scope === 'workspace';
  }

  /** What a search of the workspace needs; undefined when there is nothing to search with. */
  searched(): Search | undefined {
    const files = this.files;
    const { exists } = this.#lookups;
    if (files === undefined || exists === undefined || this.#hasEnded) return undefined;
    const user = this.folders.user(this.configuration.client.index.userAgents);
    return { folders: this.folders.all, user, files, exists };
  }

  /** Other settings apply. */
  #renew(): void {
    this.#refresher.refresh();
    this.#lookups.detectAgain();
    if (this.folders.isStale(this.configuration.client.index.userAgents)) this.configured.search();
    else this.configured.reconfigure();
    this.pulls.wake();
    this.#publisher.showClosed(this.showsClosed, () => this.system.closed());
  }

  /** The diagnostics of some files are others now, although the files are not. */
  #changed(uris: readonly string[]): void {
    this.pulls.wake();
    // Nothing is kept of files that are gone. Not later, because they may be back then.
    for (const uri of uris) if (!this.system.store.isChecked(uri)) this.configuration.forget(uri);
    if (this.#client.pulls) {
      this.#refresher.refresh();
      return;
    }
    // After the first search these are the files of the workspace.
    const hasEnded = (): boolean => this.#hasEnded;
    void inSlices(uris, (uri) => this.#publish(uri), this.system.around.turn, hasEnded);
  }

  /** Publishes what is reported about a file now. */
  #publish(uri: string): void {
    const open = this.system.store.openUri(uri) ?? uri;
    if (this.documents.get(open) !== undefined) this.#publisher.soon(open);
    else this.#publisher.closed(uri, this.system.resultAt(uri)?.diagnostics ?? []);
  }

  #knownAt(uri: string): Known | undefined {
    const document = this.documents.get(uri);
    return document === undefined ? undefined : knownOf(document);
  }
}
