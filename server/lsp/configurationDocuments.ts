/** The problems of configuration files, open or not. They are pushed, because the documents that clients pull are agents. */
import type { Connection } from 'vscode-languageserver';
import { type ConfigurationFault, configurationDiagnostics, isConfigurationFile } from '../core/index';
import type { OpenDocument } from './documents';
import { warnOnRejection } from './log';

/** Reads a text that may not be saved, with what it extends. */
export type CheckConfiguration = (uri: string, text: string) => Promise<readonly ConfigurationFault[]>;

export class ConfigurationDocuments {
  /** What is wrong in the files on disk, by the file. */
  readonly #faults = new Map<string, readonly ConfigurationFault[]>();
  readonly #shown = new Set<string>();

  /**
   * @param documentAt An open document.
   * @param hasSchema Whether the client shows what the JSON schema of the file says.
   */
  constructor(
    readonly connection: Connection,
    readonly documentAt: (uri: string) => OpenDocument | undefined,
    readonly check: CheckConfiguration,
    readonly hasSchema: () => boolean,
  ) {}

  /**
   * Configuration files were read from disk.
   * @param faults Of all of them, and of files beside them that have no effect.
   */
  read(files: readonly string[], faults: readonly ConfigurationFault[]): void {
    for (const uri of new Set([...files, ...faults.map(({ path }) => path)])) {
      this.#faults.set(
        uri,
        faults.filter(({ path }) => path === uri),
      );
      this.changed(uri);
    }
  }

  /** A configuration file was opened or its text has changed. */
  changed(uri: string): void {
    const document = this.documentAt(uri);
    if (document === undefined) {
      this.#publish(uri, this.#faults.get(uri) ?? [], undefined);
      return;
    }
    const checked = this.check(uri, document.text()).then((faults) => {
      // A newer text is checked by itself.
      if (this.documentAt(uri) === document) this.#publish(uri, faults, document.version);
    });
    warnOnRejection(this.connection, `Could not check ${uri}`, checked);
  }

  /** Files were deleted. */
  deleted(uris: readonly string[]): void {
    for (const uri of uris)
      if (isConfigurationFile(uri) && this.#faults.delete(uri) && this.documentAt(uri) === undefined)
        this.#publish(uri, [], undefined);
  }

  #publish(uri: string, faults: readonly ConfigurationFault[], version: number | undefined): void {
    const isOpen = this.documentAt(uri) !== undefined;
    // The editor checks only open files with the schema.
    const diagnostics = configurationDiagnostics(uri, faults, isOpen && this.hasSchema());
    if (diagnostics.length === 0 && !this.#shown.has(uri)) return;
    if (diagnostics.length === 0) this.#shown.delete(uri);
    else this.#shown.add(uri);
    const params = { uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) };
    warnOnRejection(this.connection, 'Could not publish problems', this.connection.sendDiagnostics(params));
  }
}
