/** "Copy Reproduction": puts all that another person needs to see the problems of a file on the clipboard, and says what that is. */
import { env, l10n, UIKind, Uri, version as vsCodeVersion, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { version } from '../../../package.json';

/** The server as this command needs it. */
interface Server {
  /** Starts it when it does not run. */
  readonly started: () => Promise<BaseLanguageClient>;
}

/** As the server answers `agentAuthoring/reproduction`. */
interface Reproduction {
  readonly text: string;
  readonly path?: string;
  readonly masked: number;
  readonly problems: number;
  readonly lines: number;
}

/**
 * Copies a reproduction of the file, and shows it on request.
 * @param given The URI of an agent; without one, the active editor counts.
 * @param rule The rule that the report is about, as an action on a problem names it.
 */
export async function copyReproduction(server: Server, given?: unknown, rule?: unknown): Promise<void> {
  const uri = typeof given === 'string' ? Uri.parse(given) : window.activeTextEditor?.document.uri;
  const reproduction = uri && (await reproductionFrom(await server.started(), uri, rule));
  if (reproduction === undefined) {
    void window.showInformationMessage(l10n.t('Open an agent file first.'));
    return;
  }
  await env.clipboard.writeText(reproduction.text);
  const show = l10n.t('Show Text');
  if ((await window.showInformationMessage(messageFor(reproduction), show)) !== show) return;
  const document = await workspace.openTextDocument({ content: reproduction.text, language: 'markdown' });
  await window.showTextDocument(document);
}

/** Undefined for a file that no known program reads. */
async function reproductionFrom(
  client: BaseLanguageClient,
  uri: Uri,
  rule: unknown,
): Promise<Reproduction | undefined> {
  // The server answers about open documents only.
  await workspace.openTextDocument(uri);
  const answer = await client.sendRequest<Reproduction | null>('agentAuthoring/reproduction', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    programs: [['Agent Authoring', version].join(' '), `${env.appName} ${vsCodeVersion} (${placeOf()})`],
    ...(typeof rule === 'string' ? { rule } : {}),
  });
  return answer ?? undefined;
}

/** Where the extension runs, which decides what it can read. The name of a remote machine is left out. */
function placeOf(): string {
  const window = env.uiKind === UIKind.Web ? 'browser' : 'desktop';
  return env.remoteName === undefined ? window : `${window}, remote`;
}

/** What was copied, so that nothing is shared unseen. */
function messageFor({ path, masked, problems, lines }: Reproduction): string {
  const copied = l10n.t(
    'Copied: the whole text of {0} ({1} lines), its path in the project, its problems ({2}), the settings that are not the defaults, and versions.',
    path ?? l10n.t('the file'),
    lines,
    problems,
  );
  const secrets = masked === 0 ? '' : ` ${l10n.t('Masked secrets: {0}.', masked)}`;
  return `${copied}${secrets} ${l10n.t('Read it before you share it.')}`;
}
