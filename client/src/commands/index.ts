/** The commands of the palette, and the one of a lens. */
import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { convertAgent, registerPreviews } from './convertAgent';
import { copyReproduction } from './copyReproduction';
import { fixAllToolNames, saveConfiguration, showFixed } from './fixes';
import { insertCompletionReport } from './insertCompletionReport';
import { insertEndpointPattern } from './insertEndpointPattern';
import { newAgent } from './newAgent';
import { showReferences } from './showReferences';
import { showRule } from './showRule';
import { HostViews } from './showWhatHostSees';
import { treatAsAgents } from './treatAsAgents';
import { tryRequest } from './tryRequest';

/** The server as commands see it. */
export interface Server {
  /** Restarts it. */
  readonly restart: () => Promise<void>;
  /** The client of the server, which is started when it does not run. */
  readonly started: () => Promise<BaseLanguageClient>;
  /** Undefined until an agent file is opened. */
  readonly client: BaseLanguageClient | undefined;
}

/**
 * Registers every command. @param log Shown by one of them.
 * @param extension The folder of this extension.
 */
export const registerCommands = (server: Server, log: LogOutputChannel, extension: Uri): readonly Disposable[] => [
  commands.registerCommand('agentAuthoring.insertEndpointPattern', (key?: unknown) =>
    insertEndpointPattern(extension, server.client, key),
  ),
  ...hostViews(server),
  commands.registerCommand('agentAuthoring.tryRequest', (given?: unknown) => tryRequest(server, given)),
  commands.registerCommand('agentAuthoring.insertCompletionReport', () =>
    insertCompletionReport(extension, server.client),
  ),
  commands.registerCommand('agentAuthoring.convertAgent', (given?: unknown) => convertAgent(server.client, given)),
  registerPreviews(),
  commands.registerCommand('agentAuthoring.newAgent', (given?: unknown) => newAgent(() => server.started(), given)),
  commands.registerCommand('agentAuthoring.fixAllToolNames', () => fixAllToolNames(server.client)),
  commands.registerCommand('agentAuthoring.showFixed', showFixed),
  commands.registerCommand('agentAuthoring.saveConfiguration', (uri: unknown) => saveConfiguration(server.client, uri)),
  commands.registerCommand('agentAuthoring.showRule', showRule),
  commands.registerCommand('agentAuthoring.treatAsAgents', (given?: unknown, format?: unknown) =>
    treatAsAgents(server, given, format),
  ),
  commands.registerCommand('agentAuthoring.copyReproduction', (uri?: unknown, rule?: unknown) =>
    copyReproduction(server, uri, rule),
  ),
  commands.registerCommand('agentAuthoring.restartServer', () => server.restart()),
  commands.registerCommand('agentAuthoring.showLog', () => log.show()),
  commands.registerCommand('agentAuthoring.showReferences', (uri, position, locations) =>
    showReferences(server.client, uri, position, locations),
  ),
];

function hostViews(server: Server): readonly Disposable[] {
  const views = new HostViews(server);
  return [views, commands.registerCommand('agentAuthoring.showWhatHostSees', (given?: unknown) => views.show(given))];
}
