/** Entry in the Node extension host: the server is a child process. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './client';
import { registerTasks } from './tasks';

/** Megabytes of each half of the memory for new objects. With more, a request waits longer when it is cleaned. */
const YOUNG_GENERATION = '--max-semi-space-size=8';

export function activate(context: ExtensionContext): Promise<Api> {
  context.subscriptions.push(registerTasks(context.extensionUri));
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const server = { module, transport: TransportKind.ipc, options: { execArgv: [YOUNG_GENERATION] } };
  return activateWith(context, (options) => new LanguageClient('agentAuthoring', 'Agent Authoring', server, options));
}
