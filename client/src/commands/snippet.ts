/** Inserts one of our snippets at the cursor of the active editor, on separate lines: in Markdown that no host reads. */
import { l10n, Position, Range, SnippetString, Uri, window, workspace } from 'vscode';
import { placeFor } from './place';

/** One entry of a VS Code snippet file. */
export interface Snippet {
  readonly body: readonly string[];
  readonly description: string;
}

export type Snippets = Readonly<Record<string, Snippet>>;

/**
 * Reads a file of `snippets/` in the package, where VS Code reads it too, so that no bundle of the client repeats it.
 * @param extension The folder of this extension.
 * @returns The snippets by their names.
 */
export async function readSnippets(extension: Uri, name: 'agents' | 'endpoints'): Promise<Snippets> {
  const file = Uri.joinPath(extension, 'snippets', `${name}.json`);
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
}

/** Inserts the snippet at the cursor, or shows why it cannot. */
export async function insertSnippet(snippet: Snippet): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return sayNoEditor();
  const { document, selection } = editor;
  const lines = document.getText().split(/\r\n|\r|\n/);
  const place = placeFor(lines, selection.active.line);
  const at = new Range(new Position(place.line, place.from), new Position(place.line, place.to));
  const body = blockOf(snippet);
  const done = await editor.insertSnippet(new SnippetString(place.before + body + place.after), at);
  if (!done) sayReadOnly();
}

/** Not awaited, like every message: it stays until the user closes it. */
export function sayReadOnly(): void {
  void window.showInformationMessage(l10n.t('The text cannot be inserted, because this editor is read-only.'));
}

/** The body with an empty last line, where the cursor will be. */
function blockOf({ body }: Snippet): string {
  const text = body.join('\n').trimEnd();
  return text.endsWith('\n$0') ? text : `${text}\n`;
}

/** Not awaited by commands, because a notification stays until the user closes it. */
export function sayNoEditor(): void {
  void window.showInformationMessage(l10n.t('Open an agent file first, or any Markdown file.'));
}
