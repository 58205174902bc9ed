/** What the client says about itself at `initialize`, as far as it changes what the server does. */
import type { InitializeParams, WorkspaceEditClientCapabilities } from 'vscode-languageserver';
import { type Shows, showsOf } from './shows';

/** What an edit of the workspace may contain besides the texts of files. */
export interface EditSupport {
  /** Edits of documents in an order, with the version of each, where only texts can be named otherwise. */
  readonly ordered: boolean;
  /** New files. Only with `ordered`. */
  readonly creates: boolean;
  /** Files under another name. Only with `ordered`. */
  readonly renames: boolean;
  /** Edits that a person confirms. Only with `ordered`. */
  readonly confirms: boolean;
}

export interface Client {
  /** It expands `$1` and `${1:x}` in completions. */
  readonly snippets: boolean;
  /** It asks for the edit of a code action when the action is chosen. */
  readonly resolvesEdits: boolean;
  readonly edits: EditSupport;
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
  /** It sends further documents on request. */
  readonly registersDocuments: boolean;
  readonly shows: Shows;
}

/** Reads the capabilities, and the options that go with them. */
export function clientOf(params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { textDocument, workspace, window } = params.capabilities;
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    edits: editSupportOf(workspace?.workspaceEdit),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    hasFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersDocuments: textDocument?.synchronization?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    shows: showsOf(params),
  };
}

/** A client that has said nothing yet. */
export const noClient: Client = clientOf({ capabilities: {} });

function editSupportOf(edit: WorkspaceEditClientCapabilities | undefined): EditSupport {
  const ordered = edit?.documentChanges === true;
  const kinds: readonly string[] = edit?.resourceOperations ?? [];
  return {
    ordered,
    creates: ordered && kinds.includes('create'),
    renames: ordered && kinds.includes('rename'),
    confirms: ordered && edit?.changeAnnotationSupport !== undefined,
  };
}
