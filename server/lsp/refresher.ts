/** Renews answers that are out of date: asks a client that pulls to pull again, and publishes to the others. */
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import { Calm } from './calm';
import type { Client } from './client';
import type { Documents } from './documents';
import { warnOnRejection } from './log';
import type { Publisher } from './publisher';

export class Refresher {
  /** Many files may be answered for one after the other, and the client should be asked once. */
  readonly #calm = new Calm(() => this.#ask());

  constructor(
    readonly connection: Connection,
    readonly client: () => Client,
    readonly documents: Documents,
    readonly publisher: Publisher,
  ) {}

  /** Call it when settings or other files have changed, since any answer may have changed with them. */
  refresh(): void {
    const { refreshesLenses, refreshesHints, pulls, refreshes } = this.client();
    if (!pulls) for (const { uri } of this.documents.all()) this.publisher.soon(uri);
    if (refreshesLenses || refreshesHints || (pulls && refreshes)) this.#calm.add('answers');
  }

  /** Asks for nothing from now on. */
  end(): void {
    this.#calm.clear();
  }

  #ask(): void {
    const { refreshesLenses, refreshesHints, pulls, refreshes } = this.client();
    if (refreshesLenses) this.#send('code lenses', this.connection.sendRequest(CodeLensRefreshRequest.type));
    if (refreshesHints) this.#send('inlay hints', this.connection.sendRequest(InlayHintRefreshRequest.type));
    if (pulls && refreshes) this.#send('diagnostics', this.connection.languages.diagnostics.refresh());
  }

  #send(what: string, request: Promise<unknown>): void {
    warnOnRejection(this.connection, `The client did not refresh its ${what}`, request);
  }
}
