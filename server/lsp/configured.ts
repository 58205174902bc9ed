/** What follows from configuration files besides settings: their own problems, and which further documents the client must send. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import {
  type ConfigurationFault,
  type ConfigurationOptions,
  configurationFiles,
  decoded,
  folderOf,
  inOneSpelling,
  isConfigurationFile,
  matchesGlob,
} from '../core/index';
import type { Client } from './client';
import type { Configuration } from './configuration';
import { ConfigurationDocuments } from './configurationDocuments';
import type { Documents } from './documents';
import { warnOnRejection } from './log';
import { type Registers, Registration } from './ownFiles';
import { filesWith } from './workspace/files';
import type { Search } from './workspace/surroundings';
import type { System } from './workspace/system';

/** The session around it. Its parts are there when the client has started the conversation. */
export interface Surroundings {
  readonly client: Client;
  readonly documents: Documents;
  readonly configuration: Configuration;
  /** `all`: the URIs of the workspace folders. */
  readonly folders: { readonly all: readonly string[] };
  readonly system: System;
  /** What a search of the workspace needs; undefined when there is nothing to search with. */
  searched(): Search | undefined;
}

/** Globs of configuration files. */
const CONFIGURATIONS: readonly string[] = configurationFiles.map((name) => `**/*${name}`);

/** Configuration files of a workspace that may name further files. */
const MAX_CONFIGURATIONS = 200;

/** Searches until no further files are named. */
const MAX_ROUNDS = 3;

export class Configured {
  readonly #documents: ConfigurationDocuments;
  /** The files that only the configuration calls agents. */
  readonly #own: Registration;
  readonly #files: Registration;

  constructor(
    readonly connection: Connection,
    readonly around: Surroundings,
    /** What the server can do with documents. */
    capabilities: () => ServerCapabilities,
  ) {
    this.#documents = new ConfigurationDocuments(
      connection,
      (uri) => around.documents.get(uri),
      (uri, text) => around.configuration.check(uri, text),
      () => around.client.shows.schema,
    );
    const registers = (): Registers => {
      const { registersDocuments: documents, registersWatchers: watchers } = around.client;
      return { documents, watchers, schemes: [...new Set(['file', 'untitled', ...around.folders.all.map(schemeOf)])] };
    };
    this.#own = new Registration(connection, registers, capabilities);
    // Agents have more features, and formatting a configuration file is not one of ours.
    this.#files = new Registration(
      connection,
      () => ({ ...registers(), watchers: false }),
      () => {
        const { completionProvider, hoverProvider, codeActionProvider } = capabilities();
        return {
          ...(completionProvider && { completionProvider }),
          ...(hoverProvider && { hoverProvider }),
          ...(codeActionProvider && { codeActionProvider }),
        };
      },
    );
  }

  /** The client is ready. */
  start(): void {
    this.#files.use(CONFIGURATIONS);
  }

  /** Configuration files were read from disk. */
  read(files: readonly string[], faults: readonly ConfigurationFault[]): void {
    this.#documents.read(files, faults);
  }

  /** A document was opened, changed or closed. */
  changed(uri: string): void {
    if (isConfigurationFile(uri)) this.#documents.changed(uri);
  }

  /** Files were deleted. */
  deleted(uris: readonly string[]): void {
    this.#documents.deleted(uris);
  }

  /** Searches the workspace again. */
  search(): void {
    const search = async (): Promise<void> => {
      if (this.around.searched() === undefined) return;
      await this.#look();
      // Configuration files that are found may name further files.
      for (let round = 0; round < MAX_ROUNDS; round++) {
        // The session may have ended meanwhile.
        const wanted = this.around.searched();
        if (wanted === undefined) return;
        const patterns = [...CONFIGURATIONS, ...this.#own.patterns];
        const isOwn = (uri: string): boolean => patterns.some((glob) => matchesGlob(decoded(uri), glob));
        await this.around.system.start({ ...wanted, files: filesWith(wanted.files, patterns), isOwn });
        if (!(await this.#look())) return;
      }
    };
    warnOnRejection(this.connection, 'Could not read the workspace', search());
  }

  /**
   * Settings or a configuration file have changed.
   * @param known Resolves when a configuration file that was created is among those that are known.
   */
  reconfigure(known: Promise<void> = Promise.resolve()): void {
    const renew = async (): Promise<void> => {
      await known;
      // Other files may be agents now.
      if (await this.#look()) this.search();
      else await this.around.system.renew();
    };
    warnOnRejection(this.connection, 'Could not read the configuration', renew());
  }

  /**
   * Looks again which files are agents by the configuration alone.
   * @returns Whether they are others now.
   */
  async #look(): Promise<boolean> {
    const { configuration, folders, system } = this.around;
    const found = system.known.configurations().slice(0, MAX_CONFIGURATIONS);
    const own = found.map((uri) => folderOf(uri));
    return this.#own.use(await configuration.ownGlobs([...new Set([...folders.all, ...own])]));
  }

  /** What is known around a configuration file. */
  optionsFor(uri: string): ConfigurationOptions {
    const below = inOneSpelling(uri.slice(0, uri.lastIndexOf('/') + 1));
    const { checked, unknownNames } = this.around.system.known;
    return {
      hasSchema: this.around.client.shows.schema,
      files: () => checked().flatMap((file) => (file.startsWith(below) ? [decoded(file.slice(below.length))] : [])),
      unknown: (kind) => unknownNames(kind, below),
    };
  }
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
