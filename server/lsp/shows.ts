/** What the client can show and offers by itself, which changes what the server sends. */
import type { InitializeParams } from 'vscode-languageserver';
import { isRecord } from '../core/index';

export interface Shows {
  /** A definition with the name that leads to it. */
  readonly links: boolean;
  /** The places of a lens, with the command `agentAuthoring.showReferences`. */
  readonly references: boolean;
  /** The languages (ids as in `didOpen`) in whose outline it has the headings of Markdown already. */
  readonly headings: readonly string[];
  /** The languages in which it does not notice when headings change. */
  readonly oldHeadings: readonly string[];
  /** What the commands of code actions show. */
  readonly actionCommands: boolean;
  /** What the host sees of an agent, with the command `agentAuthoring.showWhatHostSees`. */
  readonly sees: boolean;
  /** What the JSON schema of configuration files says. */
  readonly schema: boolean;
  /** Where it offers the files of `snippets/` itself; undefined for nowhere. */
  readonly snippetFiles: 'everywhere' | 'untitled' | undefined;
}

/** Reads it from `initialize`: from the capabilities of LSP, and from options that only clients of this server send. */
export function showsOf({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Shows {
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  const { hasSnippets } = options;
  return {
    links: capabilities.textDocument?.definition?.linkSupport === true,
    references: options['showsReferences'] === true,
    headings: stringsIn(options['showsHeadings']),
    oldHeadings: stringsIn(options['showsOldHeadings']),
    actionCommands: options['hasActionCommands'] === true,
    sees: options['showsWhatHostSees'] === true,
    schema: options['hasSchema'] === true,
    snippetFiles: hasSnippets === 'everywhere' || hasSnippets === 'untitled' ? hasSnippets : undefined,
  };
}

const stringsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
