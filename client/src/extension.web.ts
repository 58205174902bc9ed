/** Entry in the web extension host: the server is a web worker. */
import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './client';

export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  return activateWith(context, (options) => new WorkerClient(new Worker(script), options));
}

class WorkerClient extends LanguageClient {
  readonly #worker: Worker;

  constructor(worker: Worker, options: LanguageClientOptions) {
    super('agentAuthoring', 'Agent Authoring', worker, options);
    this.#worker = worker;
  }

  /** Unlike a process, a worker does not end with the `exit` notification. */
  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#worker.terminate();
    }
  }
}
