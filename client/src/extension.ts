/** Entry in the Node extension host: the server is a child process. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './client';
import { registerTasks } from './tasks';

export function activate(context: ExtensionContext): Promise<Api> {
  context.subscriptions.push(registerTasks(context.extensionUri));
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  return activateWith(
    context,
    (options) =>
      new LanguageClient('agentAuthoring', 'Agent Authoring', { module, transport: TransportKind.ipc }, options),
  );
}
