/** What the tests inside the editor share: opening the sample, waiting for a condition, asking VS Code for answers. */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Overviews } from '../../../client/src/commands/showOverview';
import * as assert from './assert';

export const source = 'agent-authoring';

/** What the extension's `activate` returns. */
export interface Api {
  readonly client: () => BaseLanguageClient | undefined;
  readonly overviews: Overviews;
  readonly status: () => {
    readonly server: string;
    readonly isBusy: boolean;
    readonly program: string | undefined;
    readonly configuration: string;
  };
  /** The view of all agents. */
  readonly agents: {
    readonly getChildren: (node?: AgentsNode) => Promise<readonly AgentsNode[]>;
    readonly getTreeItem: (node: AgentsNode) => vscode.TreeItem;
    readonly tree: Pick<vscode.TreeView<AgentsNode>, 'visible' | 'message' | 'description' | 'selection' | 'reveal'>;
  };
}

/** A row of the view of all agents. */
export interface AgentsNode {
  readonly kind: string;
}

export async function activated(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('agent-authoring.agent-authoring');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document);
}

/**
 * Writes a file through the editor, which then knows of it at once: the watcher of VS Code may miss a file in a folder that is new.
 */
export async function writeFile(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: true, contents: new TextEncoder().encode(text) });
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

/** Whether VS Code's own Markdown support works: not in every build for the web. Asked once, because waiting for it takes long. */
export async function hasMarkdown(): Promise<boolean> {
  markdownWorks ??= answersAboutMarkdown();
  const works = await markdownWorks;
  if (!works) console.log("      skipped: VS Code's own Markdown support does not work in this build");
  return works;
}

let markdownWorks: Promise<boolean> | undefined;

/** Asks for the outline of a file about which no other extension says anything. */
async function answersAboutMarkdown(): Promise<boolean> {
  const support = vscode.extensions.getExtension('vscode.markdown-language-features');
  const isActive = await support?.activate().then(
    () => true,
    () => false,
  );
  if (isActive !== true) return false;
  const { document } = await open('README.md');
  const ask = () =>
    vscode.commands.executeCommand<readonly unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
  const hasHeadings = await until('headings', async () => ((await ask()) ?? []).length > 0 || undefined).catch(
    () => false,
  );
  await leave();
  return hasHeadings;
}

/** Deletes a file through the editor. */
export async function deleteFile(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

export const openAgent = (): Promise<vscode.TextEditor> => open('.claude/agents/python-api-expert.md');

/** Asks until there is an answer. Fails with the name of a condition that never becomes true. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const answer = await unlessCanceled(ask);
    if (answer !== undefined) return answer;
  }
  throw new Error(`timed out waiting for ${what}`);
}

/** VS Code cancels a question about a text that changes meanwhile, with an error; asked again, it answers. */
async function unlessCanceled<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined;
    throw error;
  }
}

/** The rule that a diagnostic comes from. */
export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Our diagnostics, without hints. */
export const ours = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter((found) => found.source === source && found.severity < vscode.DiagnosticSeverity.Hint);

/** Our errors and warnings. */
const wrong = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  ours(document).filter((found) => found.severity <= vscode.DiagnosticSeverity.Warning);

const isEncoding = (found: vscode.Diagnostic): boolean => codeOf(found) === 'encoding-mojibake';

/** Our errors and warnings, except for the encoding of the sample, whose emoji were once read as Mac Roman. */
export const faults = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  wrong(document).filter((found) => !isEncoding(found));

/** The warning about the encoding, if there is one. */
export const encodingFault = (document: vscode.TextDocument): vscode.Diagnostic | undefined =>
  wrong(document).find(isEncoding);

/** The document's line that begins with `start`. */
export function lineOf(document: vscode.TextDocument, start: string): vscode.TextLine {
  for (let line = 0; line < document.lineCount; line++)
    if (document.lineAt(line).text.startsWith(start)) return document.lineAt(line);
  throw new Error(`no line begins with '${start}'`);
}

/** Replaces a whole line and leaves the cursor at its end. */
export async function rewrite(editor: vscode.TextEditor, line: vscode.TextLine, text: string): Promise<void> {
  await editor.edit((edit) => edit.replace(line.range, text));
  place(editor, new vscode.Position(line.lineNumber, text.length));
}

export function place(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
}

/** Discards unsaved changes and closes the editors, so that each test begins with the stored file. */
export async function leave(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export const labelOf = (item: vscode.CompletionItem): string =>
  typeof item.label === 'string' ? item.label : item.label.label;

/** Markdown or plain text of a hover or of a completion item's documentation. */
export const textOf = (content: vscode.MarkdownString | vscode.MarkedString | undefined): string =>
  content === undefined ? '' : typeof content === 'string' ? content : content.value;

/** The title of the code lens that says how the agent loads. */
export async function loadLens(document: vscode.TextDocument): Promise<string | undefined> {
  const { uri } = document;
  const shown = await vscode.commands.executeCommand<Lenses | undefined>('vscode.executeCodeLensProvider', uri);
  return (shown ?? (await lensesOfServer(uri)))
    .map((lens) => lens.command?.title)
    .find((title) => title !== undefined && /^(?:Loads|Not loaded)\b/.test(title));
}

type Lenses = readonly { readonly command?: { readonly title: string } }[];

/** VS Code has lenses of its own in its agent files, whose commands it cannot pass on: the whole list is then undefined. */
async function lensesOfServer(uri: vscode.Uri): Promise<Lenses> {
  const client = (await activated()).client();
  assert.ok(client, 'the server runs');
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<Lenses>('textDocument/codeLens', { textDocument });
}

/** Applies the first quick fix with an edit at a range; waits until there is one. */
export async function applyQuickFix(document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  const fix = await until('the quick fix', async () =>
    (
      await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      )
    ).find((action) => action.edit),
  );
  assert.ok(fix.edit, 'the fix contains its edit');
  assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
}
