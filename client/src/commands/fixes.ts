/** What happens after a fix: a message says what is left, and a changed configuration file is saved. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { tellChanged } from './tellChanged';

/** Fixes every tool name of the active editor that can be fixed. */
export async function fixAllToolNames(client: BaseLanguageClient | undefined): Promise<void> {
  const document = window.activeTextEditor?.document;
  const answer =
    client === undefined || document === undefined
      ? null
      : await client.sendRequest<Fixed | null>('agentAuthoring/fixAllToolNames', {
          textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        });
  if (client === undefined || answer === null) {
    void window.showInformationMessage(l10n.t('Open an agent file first.'));
    return;
  }
  if (answer.edit === undefined) {
    void window.showInformationMessage(l10n.t('There is no tool name to fix in this file.'));
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (edit !== undefined && (await workspace.applyEdit(edit))) await showFixed(answer.fixed, answer.choices);
}

interface Fixed {
  readonly edit?: Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0];
  readonly fixed: number;
  readonly choices: number;
}

/** Says how many problems are fixed, and how many are left that need a choice. */
export async function showFixed(fixed: unknown, choices: unknown): Promise<void> {
  if (typeof fixed !== 'number' || typeof choices !== 'number') return;
  if (choices === 0) {
    void window.showInformationMessage(l10n.t('{0} fixed.', fixed));
    return;
  }
  const next = l10n.t('Next Problem');
  const message =
    choices === 1
      ? l10n.t('{0} fixed, 1 needs a choice.', fixed)
      : l10n.t('{0} fixed, {1} need a choice.', fixed, choices);
  if ((await window.showInformationMessage(message, next)) === next)
    await commands.executeCommand('editor.action.marker.next');
}

/** Saves the configuration file, because its change takes effect only then. Some file systems report no changes, so this does. */
export async function saveConfiguration(client: BaseLanguageClient | undefined, uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  // False also for a document that VS Code has saved itself.
  if (!(await document.save()) && document.isDirty) return;
  await tellChanged(client, document.uri);
  const open = l10n.t('Open File');
  const name = workspace.asRelativePath(document.uri);
  if ((await window.showInformationMessage(l10n.t('Changed {0}.', name), open)) === open)
    await window.showTextDocument(document);
}
