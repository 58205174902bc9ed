/** What can be done with an agent in the view: open, rename, duplicate, delete, and the rest of its menu. */
import {
  commands,
  type Disposable,
  env,
  l10n,
  Range,
  type Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { askFilter } from './filter';
import type { AgentNode, Node } from './nodes';
import { type AgentParts, type Place, requests } from './protocol';
import type { AgentsView } from './view';
import { agentsText, plain } from './words';

type WireEdit = Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0];

type RenameAnswer = { readonly refused: string } | { readonly name: string } | { readonly edit: NonNullable<WireEdit> };
type CopyAnswer =
  | { readonly refused: string }
  | { readonly name: string }
  | { readonly uri: string; readonly text: string };

/** Registers the commands of the view. From the keyboard they are about the selected row. */
export function registerAgentActions(view: AgentsView): readonly Disposable[] {
  /** @param name What a person would enter, for key bindings and tests that skip the question. */
  const onAgent =
    (act: (view: AgentsView, agent: AgentNode, name: unknown) => Promise<void>) =>
    async (node?: Node, name?: unknown): Promise<void> => {
      const agent = agentOf(node ?? view.tree.selection[0]);
      if (agent === undefined) void window.showInformationMessage(l10n.t('Select an agent in the Agents view first.'));
      else await act(view, agent, name);
    };
  return [
    commands.registerCommand(
      'agentAuthoring.openAgentToSide',
      onAgent((_, { row }) => open(view, row, true)),
    ),
    commands.registerCommand('agentAuthoring.renameAgent', onAgent(rename)),
    commands.registerCommand('agentAuthoring.duplicateAgent', onAgent(duplicate)),
    commands.registerCommand('agentAuthoring.deleteAgent', onAgent(remove)),
    commands.registerCommand('agentAuthoring.revealLoadedAgent', onAgent(revealWinner)),
    commands.registerCommand(
      'agentAuthoring.copyAgentName',
      onAgent(async (_, { row }) => env.clipboard.writeText(row.name)),
    ),
    commands.registerCommand('agentAuthoring.filterAgents', async (only?: unknown) => {
      const chosen = Array.isArray(only) ? only.map(String) : await askFilter(view.only);
      if (chosen !== undefined) await view.filter(chosen);
    }),
    commands.registerCommand('agentAuthoring.clearAgentFilter', () => view.filter([])),
  ];
}

/** The agent of a row, or the one that it is below. */
const agentOf = (node: Node | undefined): AgentNode | undefined =>
  node === undefined || node.kind === 'agent' ? node : agentOf(node.parent);

async function open(view: AgentsView, { uri, range }: Place, beside = false): Promise<void> {
  const { start, end } = range;
  await commands.executeCommand('vscode.open', view.asUri(uri), {
    selection: new Range(start.line, start.character, end.line, end.character),
    preview: true,
    preserveFocus: false,
    ...(beside && { viewColumn: ViewColumn.Beside }),
  });
}

/** Asks the server about an agent; undefined when it does not answer. */
const ask = <T>(view: AgentsView, method: string, params: object): Promise<T | undefined> =>
  view.server.client?.sendRequest<T>(method, params).catch(() => undefined) ?? Promise.resolve(undefined);

/** Asks for a name that the server accepts. */
async function askName(
  view: AgentsView,
  method: string,
  { row: { uri } }: AgentNode,
  texts: { readonly title: string; readonly prompt: string },
): Promise<string | undefined> {
  type Answer = { readonly refused: string } | { readonly name: string };
  const proposed = await ask<Answer>(view, method, { uri });
  if (proposed === undefined || !('name' in proposed)) {
    refused(proposed);
    return undefined;
  }
  return window.showInputBox({
    ...texts,
    value: proposed.name,
    validateInput: async (name) => {
      const answer = await ask<Answer>(view, method, { uri, name });
      return answer !== undefined && 'refused' in answer ? plain(answer.refused) : undefined;
    },
  });
}

async function rename(view: AgentsView, agent: AgentNode, given: unknown): Promise<void> {
  const title = l10n.t('Rename Agent');
  const prompt = l10n.t('The new name, for the agent, its file and every call of it.');
  const name = typeof given === 'string' ? given : await askName(view, requests.rename, agent, { title, prompt });
  const { client } = view.server;
  if (name === undefined || client === undefined) return;
  const answer = await ask<RenameAnswer>(view, requests.rename, { uri: agent.row.uri, name });
  if (answer === undefined || !('edit' in answer)) return refused(answer);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  // As a refactoring, the changed files are saved.
  if (!(await workspace.applyEdit(edit, { isRefactoring: true })))
    void window.showErrorMessage(l10n.t('The agent could not be renamed.'));
}

async function duplicate(view: AgentsView, agent: AgentNode, given: unknown): Promise<void> {
  const title = l10n.t('Duplicate Agent');
  const prompt = l10n.t('The name of the copy. Existing calls still mean the original.');
  const name = typeof given === 'string' ? given : await askName(view, requests.duplicate, agent, { title, prompt });
  if (name === undefined) return;
  const answer = await ask<CopyAnswer>(view, requests.duplicate, { uri: agent.row.uri, name });
  if (answer === undefined || !('text' in answer)) return refused(answer);
  const target = view.asUri(answer.uri);
  const edit = new WorkspaceEdit();
  edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(answer.text) });
  if (await workspace.applyEdit(edit)) await window.showTextDocument(target, { preview: false });
  else void window.showErrorMessage(l10n.t('{0} exists already, or cannot be written.', pathText(target)));
}

function refused(answer: object | undefined): void {
  const reason = answer !== undefined && 'refused' in answer ? String(answer.refused) : undefined;
  void window.showWarningMessage(plain(reason ?? l10n.t('The server does not answer.')));
}

/** @param given `true` from tests, which skip the question. */
async function remove(view: AgentsView, { row }: AgentNode, given: unknown): Promise<void> {
  const file = view.asUri(row.uri);
  if (given !== true) {
    const parts = await ask<AgentParts | null>(view, requests.parts, { uri: row.uri });
    const callers = parts?.callers.length ?? 0;
    const button = l10n.t('Move to Trash');
    const answer = await window.showWarningMessage(
      l10n.t('Are you sure you want to delete "{0}"?', plain(row.name)),
      {
        modal: true,
        detail: [pathText(file), ...(callers === 0 ? [] : [l10n.t('Still called by {0}.', agentsText(callers))])].join(
          '\n',
        ),
      },
      button,
    );
    if (answer !== button) return;
  }
  try {
    await workspace.fs.delete(file, { useTrash: true });
  } catch {
    await removeForever(file, given === true);
  }
}

/** Not every file system has a trash. */
async function removeForever(file: Uri, isAsked: boolean): Promise<void> {
  const button = l10n.t('Delete Permanently');
  const answer = isAsked
    ? button
    : await window.showWarningMessage(
        l10n.t('There is no trash for this file. Delete it permanently?'),
        { modal: true, detail: pathText(file) },
        button,
      );
  if (answer !== button) return;
  try {
    await workspace.fs.delete(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plain(l10n.t('{0} could not be deleted: {1}', pathText(file), reason)));
  }
}

/** Opens the file that is loaded under the name, and selects it in the view. */
async function revealWinner(view: AgentsView, { row: { winner } }: AgentNode): Promise<void> {
  if (winner === undefined) return;
  const node = view.agentAt(winner.uri);
  if (node !== undefined) await view.tree.reveal(node, { select: true, focus: false });
  await open(view, winner);
}

const pathText = (file: Uri): string => plain(workspace.asRelativePath(file));
