/** "Convert Agent to…": shows an agent as another host has it, and creates the file when asked. */
import { commands, type Disposable, l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The scheme of texts that are shown and not in any file. */
const PREVIEW = 'agent-authoring-preview';

const REQUEST = 'agentAuthoring/convert';

interface Converted {
  readonly uri: string;
  readonly text: string;
  readonly report: readonly string[];
  readonly widens: readonly string[];
}

type Answer = Converted | { readonly refused: string } | null;

/** The texts that are shown, by the path of their URI. */
const previews = new Map<string, string>();

/** Makes previews readable. */
export const registerPreviews = (): Disposable =>
  workspace.registerTextDocumentContentProvider(PREVIEW, {
    provideTextDocumentContent: ({ path }) => previews.get(path) ?? '',
  });

/**
 * @param client That of the server; without one there is no agent file.
 * @param given From the menu of a tab, the URI of its file, whose editor may not be the active one. From key bindings and tests, the id
 * of a host, which skips the question.
 */
export async function convertAgent(client: BaseLanguageClient | undefined, given?: unknown): Promise<void> {
  const document = given instanceof Uri ? await workspace.openTextDocument(given) : window.activeTextEditor?.document;
  if (client === undefined || document === undefined) return sayNoAgent();
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const offered = await client.sendRequest<{ readonly targets: readonly { id: string; name: string }[] } | null>(
    REQUEST,
    { textDocument },
  );
  if (offered === null) return sayNoAgent();
  const items = offered.targets.map(({ id, name }) => ({ label: name, description: id, id }));
  const chosen =
    items.find(({ id }) => id === given) ??
    (await window.showQuickPick(items, { placeHolder: l10n.t('Choose the program that the agent is for') }));
  if (chosen === undefined) return;
  const answer = await client.sendRequest<Answer>(REQUEST, { textDocument, to: chosen.id });
  if (answer === null) return;
  if ('refused' in answer) {
    // Not awaited, like every message without a question: it stays until the user closes it.
    void window.showWarningMessage(l10n.t('Not converted for {0}. {1}', chosen.label, answer.refused));
    return;
  }
  if (answer.widens.length > 0 && !(await isAccepted(answer.widens, chosen.label))) return;
  await show(document, answer, chosen.label);
}

const sayNoAgent = (): void => void window.showInformationMessage(l10n.t('Open an agent file first.'));

async function isAccepted(widens: readonly string[], host: string): Promise<boolean> {
  const accept = l10n.t('Convert Anyway');
  const answer = await window.showWarningMessage(
    l10n.t('In {0}, the agent would get more than it has.', host),
    { modal: true, detail: widens.join('\n') },
    accept,
  );
  return answer === accept;
}

/** Shows both texts side by side, and asks what to do with the new one. */
async function show(document: TextDocument, { uri, text, report }: Converted, host: string): Promise<void> {
  const target = Uri.parse(uri);
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const title = l10n.t('{0} for {1}', name, host);
  await commands.executeCommand('vscode.diff', document.uri, preview(target.path, text), title);
  const create = l10n.t('Create File');
  const explain = l10n.t('Show Report');
  for (;;) {
    const answer = await window.showInformationMessage(summaryOf(report, host), create, explain);
    if (answer === explain) {
      const lines = report.map((line) => `- ${line}\n`).join('');
      await window.showTextDocument(preview(`${target.path}.report.md`, `# ${title}\n\n${lines}`));
    } else {
      if (answer === create) await createFile(target, text);
      return;
    }
  }
}

function preview(path: string, text: string): Uri {
  previews.set(path, text);
  return Uri.from({ scheme: PREVIEW, path });
}

function summaryOf(report: readonly string[], host: string): string {
  const count = (outcome: string): number => report.filter((line) => line.startsWith(`${outcome} `)).length;
  return l10n.t('For {0}: {1} kept, {2} changed, {3} lost.', host, count('kept'), count('changed'), count('lost'));
}

/** Creates the file and opens it. A file that exists is never replaced. */
async function createFile(target: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('{0} exists already, or cannot be written.', workspace.asRelativePath(target)));
    return;
  }
  await window.showTextDocument(target, { preview: false });
}
