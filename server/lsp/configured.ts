/** What follows from configuration files besides settings: their own problems, and which further documents the client must send. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import {
  type ConfigurationFault,
  type ConfigurationOptions,
  configurationFiles,
  decoded,
  inOneSpelling,
  isConfigurationFile,
  matchesGlob,
} from '../core/index';
import type { Client } from './client';
import type { Configuration } from './configuration';
import { ConfigurationDocuments } from './configurationDocuments';
import type { Documents } from './documents';
import { type Registers, Registration } from './ownFiles';
import { type Files, filesWith } from './workspace/files';
import type { KnownFiles } from './workspace/knownFiles';

/** The session around it. */
export interface Surroundings {
  readonly client: () => Client;
  readonly documents: () => Documents;
  readonly configuration: () => Configuration;
  readonly folders: () => readonly string[];
  readonly known: () => KnownFiles;
  /** What the server can do with documents. */
  readonly capabilities: () => ServerCapabilities;
}

export class Configured {
  /** Whether the client shows what the JSON schema of configuration files says. */
  hasSchema = false;
  readonly #documents: ConfigurationDocuments;
  /** The files that only the configuration calls agents. */
  readonly #own: Registration;
  readonly #files: Registration;

  constructor(
    connection: Connection,
    readonly around: Surroundings,
  ) {
    this.#documents = new ConfigurationDocuments(
      connection,
      (uri) => around.documents().get(uri),
      (uri, text) => around.configuration().check(uri, text),
      () => this.hasSchema,
    );
    const registers = (): Registers => {
      const { registersDocuments: documents, registersWatchers: watchers } = around.client();
      return { documents, watchers, schemes: [...new Set(['file', 'untitled', ...around.folders().map(schemeOf)])] };
    };
    this.#own = new Registration(connection, registers, around.capabilities);
    // Agents have more features, and formatting a configuration file is not one of ours.
    this.#files = new Registration(
      connection,
      () => ({ ...registers(), watchers: false }),
      () => {
        const { completionProvider, hoverProvider } = around.capabilities();
        return { ...(completionProvider && { completionProvider }), ...(hoverProvider && { hoverProvider }) };
      },
    );
  }

  /** The client is ready. */
  start(): void {
    this.#files.use(configurationFiles.map((name) => `**/*${name}`));
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

  /** Looks again which files are agents by the configuration alone. @returns Whether they are others now. */
  async look(): Promise<boolean> {
    return this.#own.use(await this.around.configuration().ownGlobs(this.around.folders()));
  }

  /** Whether a file is an agent by the configuration alone, as far as globs can tell. */
  readonly isOwn = (uri: string): boolean => this.#own.patterns.some((glob) => matchesGlob(decoded(uri), glob));

  /** Files that are found and read with those of the configuration. */
  filesWith(files: Files): Files {
    return filesWith(files, this.#own.patterns);
  }

  /** What is known around a configuration file. */
  optionsFor(uri: string): ConfigurationOptions {
    const below = inOneSpelling(uri.slice(0, uri.lastIndexOf('/') + 1));
    const { checked, unknownNames } = this.around.known();
    return {
      hasSchema: this.hasSchema,
      files: () => checked().flatMap((file) => (file.startsWith(below) ? [decoded(file.slice(below.length))] : [])),
      unknown: (kind) => unknownNames(kind, below),
    };
  }
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
