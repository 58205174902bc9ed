/** Renews answers that are out of date: asks a client that pulls to pull again, and publishes to the others. */
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Client } from './client';
import type { Documents } from './documents';
import { warnOnRejection } from './log';
import type { Publisher } from './publisher';

export class Refresher {
  constructor(
    readonly connection: Connection,
    readonly client: () => Client,
    readonly documents: Documents,
    readonly publisher: Publisher,
  ) {}

  /** Call it when settings or other files have changed, since any answer may have changed with them. */
  refresh(): void {
    const { refreshesLenses, refreshesHints, pulls, refreshes } = this.client();
    if (refreshesLenses) this.#ask('code lenses', this.connection.sendRequest(CodeLensRefreshRequest.type));
    if (refreshesHints) this.#ask('inlay hints', this.connection.sendRequest(InlayHintRefreshRequest.type));
    if (!pulls) for (const { uri } of this.documents.all()) this.publisher.soon(uri);
    else if (refreshes) this.#ask('diagnostics', this.connection.languages.diagnostics.refresh());
  }

  #ask(what: string, request: Promise<unknown>): void {
    warnOnRejection(this.connection, `The client did not refresh its ${what}`, request);
  }
}
