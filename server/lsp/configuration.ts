/** The settings of a conversation: from `initialize`, from `workspace/configuration`, and from configuration files. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import {
  CONFIGURATION_FILE,
  defaults,
  isRecord,
  lazyFor,
  manifestFiles,
  parseSettings,
  type Settings,
  settingsOver,
  watchedFiles,
} from '../core/index';
import { type Client, clientOf } from './client';
import { ConfigurationFiles, type ReadConfiguration } from './configurationFiles';
import { describe, warnOnRejection } from './log';

/** The section of the settings that the server requests. */
const SECTION = 'agentAuthoring';

/** Combines some settings with those of each configuration file once. */
const over = (settings: Settings): ((file: Settings) => Settings) => lazyFor((file) => settingsOver(file, settings));

export class Configuration {
  #client: Client = clientOf({});
  /** From `initializationOptions`; they apply until the client's configuration has a value. */
  #initial: Settings = defaults;
  #settings: Settings = defaults;
  /** The client's settings over those of a configuration file. */
  #over = over(defaults);
  #read: ReadConfiguration | undefined;
  /** Counts the requests for settings, so that a late answer does not undo a newer one. */
  #requests = 0;
  readonly #files: ConfigurationFiles;

  /** @param changed Called when the settings of an open document have changed, or may have changed. */
  constructor(
    readonly connection: Connection,
    readonly changed: () => void,
  ) {
    this.#files = new ConfigurationFiles((message) => connection.console.warn(message), changed);
  }

  /**
   * Stores what `initialize` says.
   * @param settings Of any shape; undefined when the client sent none.
   * @param read Reads configuration files; undefined when they cannot be read.
   */
  initialize(client: Client, settings: unknown, read: ReadConfiguration | undefined): void {
    this.#client = client;
    this.#initial = parseSettings(settings);
    this.#set(this.#initial);
    this.#read = read;
  }

  /** Registers for changes and requests the settings; called when the client has sent `initialized`. */
  start(): void {
    const { registersConfiguration, registersWatchers, configures } = this.#client;
    if (registersConfiguration) {
      const registered = this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      warnOnRejection(this.connection, 'The client will not report changed settings', registered);
    }
    if (registersWatchers && this.#read !== undefined) {
      const files = [CONFIGURATION_FILE, ...manifestFiles].map((file) => `**/${file}`);
      const watchers = [...new Set([...files, ...watchedFiles])].map((globPattern) => ({ globPattern }));
      const registered = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      warnOnRejection(this.connection, 'The client will not report changed configuration files', registered);
    }
    if (configures) void this.#request();
  }

  /** Reads the text of a configuration file or manifest; undefined when the client and the process cannot. */
  get read(): ReadConfiguration | undefined {
    return this.#read;
  }

  /** The client's settings, for answers that do not depend on a document's configuration file. */
  get client(): Settings {
    return this.#settings;
  }

  /** The client's settings over those of the configuration file that applies to a document. */
  for(uri: string): Settings {
    return this.#over(this.#files.for(uri));
  }

  /** Reads the settings in `workspace/didChangeConfiguration`, unless the client answers requests for settings. */
  didChange(params: unknown): void {
    if (this.#client.configures) void this.#request();
    else if (isRecord(params) && isRecord(params['settings']) && SECTION in params['settings']) {
      this.#use(params['settings'][SECTION]);
    }
  }

  /** Reads the configuration files of some open documents. */
  readFiles(uris: readonly string[]): void {
    if (this.#read !== undefined) void this.#files.look(uris, this.#read);
  }

  /** The same for files that are not open. @returns Resolves when their settings are known. */
  async readFilesOf(uris: readonly string[]): Promise<void> {
    if (this.#read !== undefined) await this.#files.look(uris, this.#read, () => undefined);
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#files.forget(uri);
  }

  async #request(): Promise<void> {
    this.#requests++;
    const request = this.#requests;
    try {
      const value: unknown = await this.connection.workspace.getConfiguration(SECTION);
      if (request === this.#requests) this.#use(value);
    } catch (error) {
      this.connection.console.warn(`Could not read the settings; the previous ones still apply. ${describe(error)}`);
    }
  }

  /** Clients answer null for a section that is not set. */
  #use(value: unknown): void {
    this.#set(value === null || value === undefined ? this.#initial : parseSettings(value));
    this.changed();
  }

  #set(settings: Settings): void {
    this.#settings = settings;
    this.#over = over(settings);
  }
}
