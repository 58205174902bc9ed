/** Publishes diagnostics for clients that do not pull them: when changes pause, and never for a closed document. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { Calm, type Turn } from './calm';
import type { Documents, OpenDocument } from './documents';
import { describe, warnOnRejection } from './log';
import { type Known, knownOf } from './register';
import { keyOf } from './workspace/store';

export class Publisher {
  readonly #calm: Calm;
  /** The URIs under which files that are not open have diagnostics, by their keys. */
  readonly #shown = new Map<string, string>();

  #showsClosed = true;

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
    this.#shown.delete(keyOf(uri));
    if (!this.pulls()) this.#send(uri, undefined, []);
  }

  /**
   * Whether problems of files that are not open are shown.
   * @param files Those files, as far as their problems are known.
   */
  showClosed(
    isShown: boolean,
    files: () => Iterable<{ readonly uri: string; readonly result: { readonly diagnostics: readonly Diagnostic[] } }>,
  ): void {
    if (this.#showsClosed === isShown) return;
    this.#showsClosed = isShown;
    if (!this.pulls()) for (const { uri, result } of files()) this.closed(uri, result.diagnostics);
  }

  /** Publishes for a file that is not open; none clears what was published. */
  closed(uri: string, found: readonly Diagnostic[]): void {
    const diagnostics = this.#showsClosed ? found : [];
    if (this.pulls() || (diagnostics.length === 0 && !this.#shown.has(keyOf(uri)))) return;
    if (diagnostics.length === 0) this.#shown.delete(keyOf(uri));
    else this.#shown.set(keyOf(uri), uri);
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
      if (known === undefined) return;
      const diagnostics = this.diagnosticsOf(known);
      const other = this.#shown.get(keyOf(document.uri));
      this.#shown.delete(keyOf(document.uri));
      // A client that compares the texts of URIs would show the problems twice.
      if (other !== undefined && other !== document.uri) this.#send(other, undefined, []);
      this.#send(document.uri, document.version, diagnostics);
    } catch (error) {
      this.connection.console.error(`${document.uri} could not be checked: ${describe(error)}`);
    }
  }

  #send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
    warnOnRejection(this.connection, 'Could not publish diagnostics', this.connection.sendDiagnostics(params));
  }
}
