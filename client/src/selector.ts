/** Which documents the client sends to the server; whether one really is an agent file, the server decides. */
import { languages, type TextDocument, workspace } from 'vscode';
import { agentFiles } from './agentFiles';

/** A filter as both VS Code and the protocol write it. */
export type Filter =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/** Schemes of editable documents: left sides of diffs and other read-only copies would only double every finding. */
const editable = ['file', 'untitled', 'vscode-vfs'];

/**
 * By path and by language: newer versions of VS Code open many agent files as `chatagent`, older ones all of them as `markdown`.
 * A document that matches several filters is still opened once. Computed at each start of the server, because folders of a
 * virtual workspace bring their own scheme.
 */
export function documentSelector(): Filter[] {
  const schemes = new Set([...editable, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: 'chatagent' },
    ...agentFiles.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Whether the server is to see the document. */
export const matches = (selector: readonly Filter[], document: TextDocument): boolean =>
  languages.match(selector, document) > 0;
