/**
 * "Insert Completion Report": the YAML report that an agent fills in when it is done, with its name and its repository's keys.
 */
import { type TextDocument, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import agents from '../../../snippets/agents.json';
import { insertSnippet } from './snippet';

/**
 * @param client that of the server that runs now; without one, and in a file that is not an agent, the usual report is inserted
 */
export async function insertCompletionReport(client: BaseLanguageClient | undefined): Promise<void> {
  const usual = agents['Completion Report'];
  const document = window.activeTextEditor?.document;
  const own = client === undefined || document === undefined ? undefined : await ownReport(client, document);
  await insertSnippet(own === undefined ? usual : { ...usual, body: own.split('\n') });
}

/** The report that the server writes for this agent; undefined when it writes none. */
async function ownReport(client: BaseLanguageClient, document: TextDocument): Promise<string | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  try {
    const answer: unknown = await client.sendRequest('agentAuthoring/completionReport', { textDocument: { uri } });
    return typeof answer === 'string' ? answer : undefined;
  } catch {
    // The server is starting or has stopped; the log has the reason.
    return undefined;
  }
}
