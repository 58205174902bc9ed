/** Entry in the web extension host: the server is a web worker. */
import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './client';

export function activate(context: ExtensionContext): Promise<Api> {
  const scripts = ['yaml.js', 'toml.js', 'core.js', 'lsp.js', 'server.web.js'].map((name) =>
    Uri.joinPath(context.extensionUri, 'dist', name).toString(true),
  );
  return activateWith(context, (options) => new WorkerClient(workerOf(scripts), options));
}

/** A worker that runs the scripts one after the other. A worker begins with a single script, so that one loads them. */
function workerOf(scripts: readonly string[]): Worker {
  const loader = new Blob([`importScripts(${scripts.map((url) => JSON.stringify(url)).join()});`], {
    type: 'text/javascript',
  });
  return new Worker(URL.createObjectURL(loader));
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
