/**
 * "Insert Completion Report": the YAML report that an agent fills in when it is done, with its name and its repository's keys.
 */
import type { BaseLanguageClient } from 'vscode-languageclient';
import agents from '../../../snippets/agents.json';
import { insertThrough } from './insertion';

/**
 * @param client that of the server that runs now; without one, and in a file that is not an agent, the usual report is inserted
 */
export const insertCompletionReport = (client: BaseLanguageClient | undefined): Promise<void> =>
  insertThrough(client, { method: 'agentAuthoring/completionReport', usual: agents['Completion Report'] });
