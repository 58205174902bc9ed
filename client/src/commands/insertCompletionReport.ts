/**
 * "Insert Completion Report": the YAML report that an agent fills in when it is done, with its name and its repository's keys.
 */
import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertThrough } from './insertion';
import { readSnippets } from './snippet';

/**
 * @param extension the folder of this extension
 * @param client that of the server that runs now; without one, and in a file that is not an agent, the usual report is inserted
 */
export async function insertCompletionReport(extension: Uri, client: BaseLanguageClient | undefined): Promise<void> {
  const { 'Completion Report': usual } = await readSnippets(extension, 'agents');
  if (usual !== undefined) await insertThrough(client, { method: 'agentAuthoring/completionReport', usual });
}
