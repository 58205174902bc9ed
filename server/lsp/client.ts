/** The client's capabilities from `initialize` that change what the server does. */
import type { ClientCapabilities } from 'vscode-languageserver';

export interface Client {
  /** It expands `$1` and `${1:x}` in completions. */
  readonly snippets: boolean;
  /** It asks for the edit of a code action when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** It pulls diagnostics, so they are not pushed. */
  readonly pulls: boolean;
  /** It can be told to pull diagnostics again. */
  readonly refreshes: boolean;
  /** It can be told that its code lenses are out of date. */
  readonly refreshesLenses: boolean;
  /** It can be told that its inlay hints are out of date. */
  readonly refreshesHints: boolean;
  /** It can have several workspace folders. */
  readonly hasFolders: boolean;
  /** It shows the progress of work that the server reports. */
  readonly showsProgress: boolean;
  /** It answers requests for settings. */
  readonly configures: boolean;
  /** It reports changed settings on request. */
  readonly registersConfiguration: boolean;
  /** It reports changed files on request. */
  readonly registersWatchers: boolean;
}

/** Reads the capabilities. */
export const clientOf = ({ textDocument, workspace, window }: ClientCapabilities): Client => ({
  snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  resolvesEdits:
    textDocument?.codeAction?.dataSupport === true &&
    textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
  pulls: textDocument?.diagnostic !== undefined,
  refreshes: workspace?.diagnostics?.refreshSupport === true,
  refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  refreshesHints: workspace?.inlayHint?.refreshSupport === true,
  hasFolders: workspace?.workspaceFolders === true,
  showsProgress: window?.workDoneProgress === true,
  configures: workspace?.configuration === true,
  registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
});
