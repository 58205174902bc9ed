/** The commands of the palette. */
import { commands, type Disposable } from 'vscode';
import { insertCompletionReport } from './insertCompletionReport';
import { insertEndpointPattern } from './insertEndpointPattern';

/** Registers every command; `restart` starts the server over. */
export const registerCommands = (restart: () => Promise<void>): readonly Disposable[] => [
  commands.registerCommand('agentAuthoring.insertEndpointPattern', insertEndpointPattern),
  commands.registerCommand('agentAuthoring.insertCompletionReport', insertCompletionReport),
  commands.registerCommand('agentAuthoring.restartServer', restart),
];
