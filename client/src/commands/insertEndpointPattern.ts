/** "Insert Endpoint Pattern…": an API endpoint in one of several frameworks, as an example for the agent to follow. */
import { window } from 'vscode';
import endpoints from '../../../snippets/endpoints.json';
import { insertSnippet, type Snippets, sayNoEditor } from './snippet';

const prefix = 'Endpoint Pattern: ';
const all: Snippets = endpoints;

/**
 * Lets the user choose a framework and inserts its pattern.
 * @param key the snippet's name in `snippets/endpoints.json`, for key bindings and tests that skip the question
 */
export async function insertEndpointPattern(key?: unknown): Promise<void> {
  if (window.activeTextEditor === undefined) return sayNoEditor();
  const chosen = typeof key === 'string' ? key : await ask();
  const snippet = chosen === undefined ? undefined : all[chosen];
  if (snippet !== undefined) await insertSnippet(snippet);
}

async function ask(): Promise<string | undefined> {
  const items = Object.entries(all).map(([key, { description }]) => ({
    label: key.startsWith(prefix) ? key.slice(prefix.length) : key,
    detail: description,
    key,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Choose a framework', matchOnDetail: true });
  return picked?.key;
}
