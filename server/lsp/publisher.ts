/** Publishes diagnostics for clients that do not pull them: when changes pause, and never for a closed document. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { Calm, type Turn } from './calm';
import type { Documents, OpenDocument } from './documents';
import { describe, warnOnRejection } from './log';
import { type Known, knownOf } from './register';

export class Publisher {
  readonly #calm: Calm;
  /** Files that are not open and have diagnostics. */
  readonly #shown = new Set<string>();

  /** @param pulls Whether the client pulls diagnostics; if so, none are published. */
  constructor(
    readonly connection: Connection,
    readonly documents: Documents,
    readonly pulls: () => boolean,
    readonly diagnosticsOf: (document: Known) => readonly Diagnostic[],
    turn: Turn | undefined,
  ) {
    this.#calm = new Calm((uris) => this.#publish(uris), turn);
  }

  /** Publishes for the document as soon as its changes pause. */
  soon(uri: string): void {
    if (!this.pulls()) this.#calm.add(uri);
  }

  /** Clears what was published for a document that is closed or whose text is no longer known. */
  clear(uri: string): void {
    this.#calm.delete(uri);
    if (!this.pulls()) this.#send(uri, undefined, []);
  }

  /** Publishes for a file that is not open; none clears what was published. */
  closed(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (this.pulls() || (diagnostics.length === 0 && !this.#shown.has(uri))) return;
    if (diagnostics.length === 0) this.#shown.delete(uri);
    else this.#shown.add(uri);
    this.#send(uri, undefined, diagnostics);
  }

  /** Stops publishing. */
  end(): void {
    this.#calm.clear();
  }

  #publish(uris: readonly string[]): void {
    for (const uri of uris) {
      const document = this.documents.get(uri);
      if (document !== undefined) this.#publishOne(document);
    }
  }

  #publishOne(document: OpenDocument): void {
    try {
      const known = knownOf(document);
      if (known !== undefined) this.#send(document.uri, document.version, this.diagnosticsOf(known));
    } catch (error) {
      this.connection.console.error(`${document.uri} could not be checked: ${describe(error)}`);
    }
  }

  #send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
    warnOnRejection(this.connection, 'Could not publish diagnostics', this.connection.sendDiagnostics(params));
  }
}
