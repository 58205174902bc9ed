/** The settings of a conversation: from `initialize`, from `workspace/configuration`, and from configuration files. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import {
  type ConfigurationFault,
  type Configuration as Configured,
  configurationFiles,
  decoded,
  defaults,
  type Format,
  formatsFrom,
  globsOfPattern,
  isRecord,
  lazyFor,
  manifestFiles,
  parseSettings,
  type Settings,
  settingsOver,
  watchedFiles,
} from '../core/index';
import { Calm, type Turn } from './calm';
import { type Client, noClient } from './client';
import { ConfigurationFiles, type Lookup, type ReadConfiguration } from './configurationFiles';
import { describe, warnOnRejection } from './log';
import type { Exists } from './presence';

/** The section of the settings that the server requests. */
const SECTION = 'agentAuthoring';

/** Combines settings of the client with those of each configuration file once. */
const over = lazyFor((settings: Settings) => lazyFor((file: Settings) => settingsOver(file, settings)));

/** What the settings need of their conversation, and whom they tell. */
interface Surroundings {
  /** URIs of the workspace folders. */
  readonly folders: () => readonly string[];
  readonly exists: () => Exists | undefined;
  readonly turn: Turn;
  /** A configuration file gives an open document other settings. */
  readonly openChanged: () => void;
  /** The settings of every file have changed, or may have changed. */
  readonly allChanged: () => void;
  /** Configuration files were read, with what is wrong in them. */
  readonly read: (files: readonly string[], faults: readonly ConfigurationFault[]) => void;
  /** Another configuration file counts for some document. */
  readonly moved: () => void;
}

export class Configuration {
  #client: Client = noClient;
  /** From `initializationOptions`; they apply until the client's configuration has a value. */
  #initial: Settings = defaults;
  #settings: Settings = defaults;
  /** The client's settings for single workspace folders, where they may be others. */
  #ofFolders: ReadonlyMap<string, Settings> = new Map();
  #read: ReadConfiguration | undefined;
  /** Counts the requests for settings, so that a late answer does not undo a newer one. */
  #requests = 0;
  #questions = 0;
  /** For the documents that are opened one right after the other, as when an editor starts. */
  #opening: Lookup | undefined;
  readonly #calm: Calm;
  readonly #files: ConfigurationFiles;

  constructor(
    readonly connection: Connection,
    readonly around: Surroundings,
  ) {
    this.#files = new ConfigurationFiles({
      warn: (message) => connection.console.warn(message),
      changed: around.openChanged,
      read: around.read,
      moved: around.moved,
    });
    this.#calm = new Calm(() => this.#endOpening(), around.turn);
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
      const files = [...configurationFiles.map((name) => `**/*${name}`), ...manifestFiles.map((name) => `**/${name}`)];
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
    return over(this.#clientFor(uri))(this.#files.for(uri));
  }

  /**
   * The configuration of a folder, read now.
   * @returns Its nearest file; undefined when there is none.
   */
  async fileOf(folder: string): Promise<string | undefined> {
    // Each question has a name of its own, because the next one may come before the answer.
    this.#questions++;
    const inside = `${folder}/x${this.#questions}`;
    await this.readFilesOf([inside]);
    const [file] = this.#files.configurationFor(inside).files;
    this.#files.forget(inside);
    return file;
  }

  /** Whether the settings, read now, give a file a format. */
  async isAssigned(uri: string): Promise<boolean> {
    await this.readFilesOf([uri]);
    return this.formatsFor(uri) !== undefined;
  }

  /** What is wrong in a configuration file whose text may not be saved, and in what it extends. */
  async check(uri: string, text: string): Promise<readonly ConfigurationFault[]> {
    const read = this.#read ?? (() => Promise.resolve(undefined));
    return this.#files.check(uri, text, { read, exists: this.around.exists() });
  }

  /** The configuration of a document. */
  configurationFor(uri: string): Configured {
    return this.#files.configurationFor(uri);
  }

  /** The formats that the settings give to a document, those of the editor first; undefined when they say nothing about it. */
  formatsFor(uri: string): readonly Format[] | undefined {
    const settings = this.#clientFor(uri);
    const own = Object.keys(settings.files).length === 0 ? undefined : formatsFrom(settings, this.#inFolder(uri));
    return own ?? this.#files.formatsFor(uri);
  }

  /** The client's settings for a document: those of the workspace folder that contains it. */
  #clientFor(uri: string): Settings {
    for (const [folder, settings] of this.#ofFolders) if (uri.startsWith(`${folder}/`)) return settings;
    return this.#settings;
  }

  /** The path from the workspace folder that contains a document. Without one, as much of it as patterns can be about. */
  #inFolder(uri: string): string {
    const folders = this.around.folders().map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
    const folder = folders.find((one) => uri.startsWith(one)) ?? '';
    return decoded(uri.slice(folder.length)).replace(/^[\w+.-]+:\/*/, '');
  }

  /** Globs of all files that the settings of some folders give a format: of those that lie below the folders, and of others with the same names. */
  async ownGlobs(folders: readonly string[]): Promise<readonly string[]> {
    const files = folders.map((folder) => `${folder.replace(/\/$/, '')}/x`);
    await this.readFilesOf(files);
    const settings = [this.#settings, ...this.#ofFolders.values(), ...files.map((uri) => this.#files.for(uri))];
    for (const uri of files) this.#files.forget(uri);
    return settings.flatMap((one) =>
      Object.keys(one.files).flatMap((pattern) =>
        globsOfPattern(pattern).map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`)),
      ),
    );
  }

  /** Reads the settings in `workspace/didChangeConfiguration`, unless the client answers requests for settings. */
  didChange(params: unknown): void {
    if (this.#client.configures) void this.#request();
    else if (isRecord(params) && isRecord(params['settings']) && SECTION in params['settings']) {
      this.#use(params['settings'][SECTION]);
    }
  }

  /** Reads the configuration files of a document that was opened; once for those that are opened right after it. */
  opened(uri: string): void {
    this.#opening ??= this.#lookup();
    this.#calm.add(uri);
    if (this.#opening !== undefined) void this.#files.look([uri], this.#opening, true);
  }

  /** Reads the configuration files of some open documents again. */
  readFiles(uris: readonly string[]): void {
    this.#endOpening();
    const lookup = this.#lookup();
    if (lookup !== undefined) void this.#files.look(uris, lookup, true);
  }

  /**
   * Reads the configuration files of files that are not open.
   * @returns Resolves when their settings are known.
   */
  async readFilesOf(uris: readonly string[]): Promise<void> {
    const lookup = this.#lookup();
    if (lookup !== undefined) await this.#files.look(uris, lookup, false);
  }

  /** What was found for documents that were opened before may have changed. */
  #endOpening(): void {
    this.#opening = undefined;
  }

  /** Undefined when configuration files cannot be read. */
  #lookup(): Lookup | undefined {
    const [read, exists] = [this.#read, this.around.exists()];
    return read && this.#files.lookup({ read, exists });
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#files.forget(uri);
  }

  async #request(): Promise<void> {
    this.#requests++;
    const request = this.#requests;
    try {
      const folders = this.around.folders();
      const scopes = folders.map((scopeUri) => ({ scopeUri, section: SECTION }));
      const [value, ...ofFolders]: readonly unknown[] = await this.connection.workspace.getConfiguration([
        { section: SECTION },
        ...scopes,
      ]);
      if (request === this.#requests) this.#use(value, new Map(folders.map((folder, i) => [folder, ofFolders[i]])));
    } catch (error) {
      this.connection.console.warn(`Could not read the settings; the previous ones still apply. ${describe(error)}`);
    }
  }

  /** Clients answer null for a section that is not set. */
  #use(value: unknown, ofFolders: ReadonlyMap<string, unknown> = new Map()): void {
    const read = (given: unknown): Settings =>
      given === null || given === undefined ? this.#initial : parseSettings(given);
    this.#set(read(value));
    const same = JSON.stringify(value);
    // Nearly always all folders have the same settings, and results are remembered by the object.
    this.#ofFolders = new Map(
      [...ofFolders].flatMap(([folder, given]) =>
        JSON.stringify(given) === same ? [] : [[folder.replace(/\/$/, ''), read(given)]],
      ),
    );
    this.around.allChanged();
  }

  #set(settings: Settings): void {
    this.#settings = settings;
  }
}
