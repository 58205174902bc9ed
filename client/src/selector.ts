/** Which documents the client sends to the server. The server decides whether one is an agent file. */
import { languages, type TextDocument, workspace } from 'vscode';
import { agentFiles } from './agentFiles';

/** A filter in the form that VS Code and the protocol share. */
export type Filter =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/** Schemes of editable documents. Left sides of diffs and other read-only copies would show each problem twice. */
const editable = ['file', 'untitled', 'vscode-vfs'];

/**
 * Selects by path and by language: new versions of VS Code open many agent files as `chatagent`, old ones as `markdown`.
 * A document that matches several filters is opened once. Computed at each start of the server, because folders of a virtual
 * workspace have their own scheme.
 */
export function documentSelector(): Filter[] {
  const schemes = new Set([...editable, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: 'chatagent' },
    ...agentFiles.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Whether the client sends the document to the server. */
export const matches = (selector: readonly Filter[], document: TextDocument): boolean =>
  languages.match(selector, document) > 0;
