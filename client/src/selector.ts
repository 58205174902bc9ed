/** Which documents the client sends to the server; whether one really is an agent file, the server decides. */
import { languages, type TextDocument, workspace } from 'vscode';

/** A filter as both VS Code and the protocol write it. */
export type Filter =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/**
 * Folders and endings that hosts read agents from. VS Code 1.139 opens most of these as `chatagent`, older versions as
 * `markdown`; a pattern without a language covers both, and a document that matches several filters is still opened once.
 */
const patterns = [
  '**/agents/**/*.md', // .claude, .github, .gemini, .qwen, .cursor, .kiro, .opencode and plugins
  '**/{.opencode,opencode}/{agent,mode,modes}/**/*.md',
  '**/.factory/droids/**/*.md',
  '**/*.{agent,chatmode}.md',
];

/** Schemes of editable documents: left sides of diffs and other read-only copies would only double every finding. */
const editable = ['file', 'untitled', 'vscode-vfs'];

/** Computed at each start of the server, because folders of a virtual workspace bring their own scheme. */
export function documentSelector(): Filter[] {
  const schemes = new Set([...editable, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: 'chatagent' },
    ...patterns.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Whether the server is to see the document. */
export const matches = (selector: readonly Filter[], document: TextDocument): boolean =>
  languages.match(selector, document) > 0;
