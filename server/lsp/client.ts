/** What the client said of itself at `initialize`, as far as it changes what the server does. */
import type { ClientCapabilities } from 'vscode-languageserver';

export interface Client {
  /** It expands `$1` and `${1:x}` in completions. */
  readonly snippets: boolean;
  /** It asks for diagnostics by itself, so they are not pushed. */
  readonly pulls: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly refreshes: boolean;
  /** It can be told that its code lenses are out of date. */
  readonly refreshesLenses: boolean;
  /** It can be told that its inlay hints are out of date. */
  readonly refreshesHints: boolean;
  /** It can be asked for settings. */
  readonly configures: boolean;
  /** It tells of changed settings when it is asked to. */
  readonly registersConfiguration: boolean;
  /** It tells of changed files when it is asked to. */
  readonly registersWatchers: boolean;
}

/** Reads the capabilities. */
export const clientOf = ({ textDocument, workspace }: ClientCapabilities): Client => ({
  snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  pulls: textDocument?.diagnostic !== undefined,
  refreshes: workspace?.diagnostics?.refreshSupport === true,
  refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  refreshesHints: workspace?.inlayHint?.refreshSupport === true,
  configures: workspace?.configuration === true,
  registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
});
