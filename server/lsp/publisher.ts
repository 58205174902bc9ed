/** Pushes diagnostics to clients that do not ask for them: a while after the last change, and never for a text that is gone. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { Calm } from './calm';
import type { OpenDocument } from './documents';
import { describe, type Known } from './register';

/** What a publisher needs to know of the conversation. */
export interface Desk {
  readonly connection: Connection;
  /** Whether the client asks for diagnostics by itself; then none are pushed. */
  readonly pulls: () => boolean;
  readonly documentAt: (uri: string) => OpenDocument | undefined;
  readonly diagnosticsOf: (document: Known) => readonly Diagnostic[];
}

export class Publisher {
  readonly #calm = new Calm((uris) => this.#publish(uris));

  constructor(readonly desk: Desk) {}

  /** Publishes for the document as soon as its changes pause. */
  soon(uri: string): void {
    if (!this.desk.pulls()) this.#calm.add(uri);
  }

  /** Takes back what was published for a document that is closed or whose text is not known any more. */
  retract(uri: string): void {
    this.#calm.delete(uri);
    if (!this.desk.pulls()) this.#send(uri, undefined, []);
  }

  /** Nothing is published any more. */
  end(): void {
    this.#calm.clear();
  }

  #publish(uris: readonly string[]): void {
    for (const uri of uris) {
      const document = this.desk.documentAt(uri);
      if (document !== undefined) this.#publishOne(document);
    }
  }

  #publishOne({ format, ...document }: OpenDocument): void {
    if (format === undefined) return;
    try {
      this.#send(document.uri, document.version, this.desk.diagnosticsOf({ ...document, format }));
    } catch (error) {
      this.desk.connection.console.error(`${document.uri} could not be checked: ${describe(error)}`);
    }
  }

  #send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
    // A promise that nobody waits for must not end the process when it is rejected.
    this.desk.connection
      .sendDiagnostics(params)
      .catch((error: unknown) =>
        this.desk.connection.console.warn(`Diagnostics could not be sent. ${describe(error)}`),
      );
  }
}
