/** Tells menus whether the active editor shows Markdown that looks like an agent in a folder that no known program reads. */
import {
  commands,
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentSelector, matches } from './selector';

const CONTEXT = 'agentAuthoring.looksLikeAgent';

/** Lines that are looked at. */
const MOST_LINES = 50;

/** Frontmatter with the two fields that nearly all hosts require. Whether it is an agent is for a person to say. */
function looksLikeAgent(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || document.lineCount < 3 || document.lineAt(0).text !== '---') return false;
  if (document.uri.scheme === 'untitled' || matches(documentSelector(), document)) return false;
  const fields = new Set<string>();
  for (let line = 1; line < Math.min(document.lineCount, MOST_LINES); line++) {
    const { text } = document.lineAt(line);
    if (text === '---') break;
    const [, key] = /^(name|description):/.exec(text) ?? [];
    if (key !== undefined) fields.add(key);
  }
  return fields.size === 2;
}

/** Whether the configuration calls the file an agent already. Without a server there is no configuration. */
async function isAssigned(client: BaseLanguageClient | undefined, { uri }: TextDocument): Promise<boolean> {
  if (client === undefined) return false;
  const file = client.code2ProtocolConverter.asUri(uri);
  try {
    const answer = await client.sendRequest<{ readonly isAssigned: boolean }>('agentAuthoring/treatAsAgents', { file });
    return answer.isAssigned;
  } catch {
    // The server is starting or has stopped; the log has the reason.
    return true;
  }
}

/** Follows the active editor and saved files. The hint is in the language status, where it does not interrupt. */
export function watchLooks(client: () => BaseLanguageClient | undefined): Disposable {
  const status = languages.createLanguageStatusItem('agentAuthoring.folder', []);
  status.name = 'Agent Authoring';
  status.severity = LanguageStatusSeverity.Information;
  status.text = l10n.t('No known program reads agents from this folder');
  status.command = { command: 'agentAuthoring.treatAsAgents', title: l10n.t('Treat This Folder as Agents…') };
  const show = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const looks = document !== undefined && looksLikeAgent(document) && !(await isAssigned(client(), document));
    // Another editor may be active by now.
    if (document !== window.activeTextEditor?.document) return;
    status.selector = looks ? selectorOf(document) : [];
    void commands.executeCommand('setContext', CONTEXT, looks);
  };
  void show();
  return Disposable.from(status, window.onDidChangeActiveTextEditor(show), workspace.onDidSaveTextDocument(show));
}

const selectorOf = ({ uri }: TextDocument): { readonly scheme: string; readonly pattern: RelativePattern } => ({
  scheme: uri.scheme,
  pattern: new RelativePattern(Uri.joinPath(uri, '..'), uri.path.slice(uri.path.lastIndexOf('/') + 1)),
});
