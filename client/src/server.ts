/** The language server as the client sees it: it is started when it is needed, and restarted on request. */
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A server that can be restarted. Each start makes a new client, so a failed one leaves no state. */
export class Server {
  client: BaseLanguageClient | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(readonly create: () => BaseLanguageClient) {}

  /** Starts the server unless it runs. */
  async start(): Promise<void> {
    await this.started();
  }

  /** Stops the server if it runs, and starts it. Calls wait for each other. */
  restart(): Promise<void> {
    this.#last = this.#last.then(async () => {
      await this.#stop();
      await this.#start();
    });
    return this.#last;
  }

  /** The client of the server, which is started when it does not run. */
  async started(): Promise<BaseLanguageClient> {
    const started = this.#last.then(() => this.client ?? this.#start());
    this.#last = started.then(() => undefined);
    return started;
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = this.create();
    this.client = client;
    // The client has shown and logged the failure; the restart command still works.
    await client.start().catch(() => undefined);
    return client;
  }

  dispose(): Promise<void> {
    this.#last = this.#last.then(() => this.#stop());
    return this.#last;
  }

  async #stop(): Promise<void> {
    // A crashed server cannot be stopped properly, and does not need to be.
    await this.client?.dispose().catch(() => undefined);
    this.client = undefined;
  }
}
