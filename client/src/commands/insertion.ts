/** What the server decided about an insertion, done in the editor: a snippet at its place, what is there already, or why not. */
import { l10n, type Range, Selection, SnippetString, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertSnippet, type Snippet, sayNoEditor, sayReadOnly } from './snippet';

/** A range as the server sends it. */
type Sent = NonNullable<Parameters<BaseLanguageClient['protocol2CodeConverter']['asRange']>[0]>;

type Answer =
  | { readonly range: Sent; readonly snippet: string }
  | { readonly existing: Sent }
  | { readonly refused: string };

interface Wanted {
  readonly method: string;
  /** Parameters besides the document and the cursor. */
  readonly params?: Readonly<Record<string, string>>;
  /** What is inserted at the cursor in Markdown that is no agent. */
  readonly usual: Snippet;
}

/** Texts in which a person may want the snippets although no host reads the file. */
const isMarkdown = (language: string): boolean =>
  ['markdown', 'chatagent', 'skill', 'prompt', 'instructions'].includes(language);

/** @param client That of the server that runs now; without one no agent file has been opened. */
export async function insertThrough(client: BaseLanguageClient | undefined, wanted: Wanted): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return sayNoEditor();
  const { document } = editor;
  const { version } = document;
  const answer = client === undefined ? undefined : await ask(client, editor, wanted);
  // What was decided for another text may be wrong in this one.
  if (document.version !== version) return insertThrough(client, wanted);
  if (answer === undefined || client === undefined)
    return isMarkdown(document.languageId) ? insertSnippet(wanted.usual) : sayNoEditor();
  const { asRange } = client.protocol2CodeConverter;
  if ('refused' in answer) {
    void window.showInformationMessage(answer.refused);
  } else if ('existing' in answer) {
    show(editor, asRange(answer.existing));
    void window.showInformationMessage(l10n.t('This agent already has a completion report.'));
  } else {
    const range = asRange(answer.range);
    if (!(await editor.insertSnippet(new SnippetString(answer.snippet), range))) return sayReadOnly();
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function show(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The server's answer; undefined when no host reads the file, or the server is starting or has stopped, which its log tells. */
async function ask(
  client: BaseLanguageClient,
  { document, selection }: TextEditor,
  { method, params }: Wanted,
): Promise<Answer | undefined> {
  const { asUri, asPosition } = client.code2ProtocolConverter;
  const about = { textDocument: { uri: asUri(document.uri) }, position: asPosition(selection.active), ...params };
  try {
    return (await client.sendRequest<Answer | null>(method, about)) ?? undefined;
  } catch {
    return undefined;
  }
}
