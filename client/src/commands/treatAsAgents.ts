/** "Treat This Folder as Agents…": writes the folder and the format of its files into the configuration file. */
import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { tellChanged } from './tellChanged';

const REQUEST = 'agentAuthoring/treatAsAgents';

/** The server as this command sees it. */
interface Server {
  readonly restart: () => Promise<void>;
  /** Undefined until an agent file is opened. */
  readonly client: BaseLanguageClient | undefined;
}

interface Formats {
  readonly formats: readonly { readonly id: string; readonly label: string }[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

type Answer =
  | { readonly refused: string }
  | {
      readonly uri: string;
      readonly creates: boolean;
      readonly edits: readonly {
        readonly range: { readonly start: Place; readonly end: Place };
        readonly newText: string;
      }[];
    };

/**
 * @param given From the menu of a folder its URI, from that of a tab the URI of its file. Without it, the folder of the active editor.
 * @param format From key bindings and tests, the id of a format, which skips the question.
 */
export async function treatAsAgents(server: Server, given?: unknown, format?: unknown): Promise<void> {
  const folder = await folderOf(given instanceof Uri ? given : window.activeTextEditor?.document.uri);
  if (folder === undefined) {
    void window.showInformationMessage(
      l10n.t('Open a file of the folder first, or choose the command in the menu of the folder.'),
    );
    return;
  }
  if (server.client === undefined) await server.restart();
  const { client } = server;
  if (client === undefined) return;
  const params = { folder: client.code2ProtocolConverter.asUri(folder) };
  const chosen = typeof format === 'string' ? format : await chosenFormat(client, params);
  if (chosen === undefined) return;
  const answer = await client.sendRequest<Answer>(REQUEST, { ...params, format: chosen });
  if ('refused' in answer) void window.showWarningMessage(answer.refused);
  else await write(answer, client);
}

/** The folder that is meant; undefined for a document that is in none. */
async function folderOf(uri: Uri | undefined): Promise<Uri | undefined> {
  if (uri === undefined || uri.scheme === 'untitled') return undefined;
  const isFolder = await workspace.fs.readDirectory(uri).then(
    () => true,
    () => false,
  );
  return isFolder ? uri : Uri.joinPath(uri, '..');
}

async function chosenFormat(client: BaseLanguageClient, params: object): Promise<string | undefined> {
  const { formats } = await client.sendRequest<Formats>(REQUEST, params);
  const items = formats.map(({ id, label }) => ({ label, description: id, id }));
  const placeHolder = l10n.t('Choose what the files of this folder are');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.id;
}

/** Saved at once, because the file on disk is what counts, and shown, because it was changed. */
async function write(
  { uri, creates, edits }: Extract<Answer, { readonly uri: string }>,
  client: BaseLanguageClient,
): Promise<void> {
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  if (creates) edit.createFile(file, { ignoreIfExists: true });
  for (const { range, newText } of edits)
    edit.replace(
      file,
      new Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
    );
  if (!(await workspace.applyEdit(edit))) return;
  const document = await workspace.openTextDocument(file);
  await document.save();
  await tellChanged(client, file);
  await window.showTextDocument(document, { preview: false });
}
