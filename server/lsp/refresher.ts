/** Has everything computed again that was answered before: by the client where it pulls, by the server where it pushes. */
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

  /** Settings or the files around the documents have changed, and with them possibly every answer. */
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
