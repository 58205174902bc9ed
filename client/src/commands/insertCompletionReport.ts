/** "Insert Completion Report": the YAML report that an agent fills in when it is done, with the agent's name in it. */
import { commands, type DocumentSymbol, SymbolKind, window } from 'vscode';
import agents from '../../../snippets/agents.json';
import { insertSnippet, type Snippet } from './snippet';

/** What the snippet takes for the name of the agent when nobody knows better. */
const fileName = /\$\{TM_FILENAME_BASE(?::[^}]*)?\}/g;

export async function insertCompletionReport(): Promise<void> {
  await insertSnippet(named(agents['Completion Report'], await agentName()));
}

/** The name in the header, as the server's outline has it; undefined when there is none or no server. */
async function agentName(): Promise<string | undefined> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri === undefined) return undefined;
  const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const found = symbols?.find((symbol) => symbol.kind === SymbolKind.Property && symbol.name === 'name')?.detail;
  return found === '' ? undefined : found;
}

const named = (snippet: Snippet, name: string | undefined): Snippet =>
  name === undefined
    ? snippet
    : { ...snippet, body: snippet.body.map((line) => line.replaceAll(fileName, () => escaped(name))) };

/** As text inside a placeholder of a snippet, inside double quotes of YAML. */
const escaped = (name: string): string =>
  name.replaceAll('\\', '\\\\\\\\').replaceAll('"', '\\\\"').replaceAll('$', '\\$').replaceAll('}', '\\}');
