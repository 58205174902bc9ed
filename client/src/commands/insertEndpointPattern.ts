/** "Insert Endpoint Pattern…": an API endpoint in one of several frameworks, as an example for the agent to follow. */
import { l10n, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertThrough } from './insertion';
import { readSnippets, type Snippets, sayNoEditor } from './snippet';

const prefix = 'Endpoint Pattern: ';

/**
 * Lets the user choose a framework and inserts its pattern.
 * @param extension the folder of this extension
 * @param client that of the server that runs now; without one, and in a file that is not an agent, it goes to the cursor
 * @param key the snippet's name in `snippets/endpoints.json`, for key bindings and tests that skip the question
 */
export async function insertEndpointPattern(
  extension: Uri,
  client: BaseLanguageClient | undefined,
  key?: unknown,
): Promise<void> {
  if (window.activeTextEditor === undefined) return sayNoEditor();
  const all = await readSnippets(extension, 'endpoints');
  const chosen = typeof key === 'string' ? key : await ask(all);
  const usual = chosen === undefined ? undefined : all[chosen];
  if (chosen === undefined || usual === undefined) return;
  await insertThrough(client, { method: 'agentAuthoring/endpointPattern', params: { pattern: chosen }, usual });
}

async function ask(all: Snippets): Promise<string | undefined> {
  const items = Object.entries(all).map(([key, { description }]) => ({
    label: key.startsWith(prefix) ? key.slice(prefix.length) : key,
    detail: description,
    key,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Choose a framework'), matchOnDetail: true });
  return picked?.key;
}
