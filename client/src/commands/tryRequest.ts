/** "Try a Request…": ranks agents and skills while a person types what a user could ask, and opens the one that is chosen. */
import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type AsRange = BaseLanguageClient['protocol2CodeConverter']['asRange'];

interface Match {
  readonly kind: 'agent' | 'skill';
  readonly name: string;
  readonly path: string;
  readonly range: NonNullable<Parameters<AsRange>[0]>;
  readonly scope: string;
  readonly description: string;
  readonly score: number;
  readonly words: readonly string[];
}

interface Answer {
  readonly matches: readonly Match[];
  readonly tied: number;
  readonly shared: readonly string[];
  readonly isReading: boolean;
}

/** Starts the server when it does not run: an agent may not have been opened yet. */
interface Server {
  readonly started: () => Promise<BaseLanguageClient>;
}

interface Item extends QuickPickItem {
  readonly match?: Match;
}

/** In milliseconds: how soon to ask again while the server reads the workspace. */
const AGAIN = 500;

/** @param given The request to begin with, for key bindings. */
export async function tryRequest(server: Server, given?: unknown): Promise<void> {
  const client = await server.started();
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Try a Request: an estimate from the words of descriptions. In use, a model chooses.');
  pick.placeholder = l10n.t('What could a user ask?');
  let asked = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    clearTimeout(again);
    const mine = ++asked;
    const request = pick.value;
    if (request.trim() === '') {
      pick.items = [];
      pick.busy = false;
      return;
    }
    pick.busy = true;
    const answer = await answerTo(client, request);
    // A later request is on its way, or the list is closed.
    if (mine !== asked) return;
    pick.items = answer === undefined ? [] : itemsOf(answer);
    pick.busy = answer?.isReading === true;
    if (pick.busy) again = setTimeout(() => void ask(), AGAIN);
  };
  pick.onDidChangeValue(ask);
  pick.onDidAccept(async () => {
    const match = pick.activeItems[0]?.match;
    if (match === undefined) return;
    pick.hide();
    await open(client, match);
  });
  pick.onDidHide(() => {
    asked++;
    clearTimeout(again);
    pick.dispose();
  });
  pick.show();
  if (typeof given === 'string') pick.value = given;
  await ask();
}

async function answerTo(client: BaseLanguageClient, request: string): Promise<Answer | undefined> {
  try {
    return await client.sendRequest<Answer>('agentAuthoring/route', { request, isTyping: true });
  } catch {
    // The server has stopped; its log has the reason.
    return undefined;
  }
}

async function open(client: BaseLanguageClient, { path, range }: Match): Promise<void> {
  const { asUri, asRange } = client.protocol2CodeConverter;
  const document = await workspace.openTextDocument(asUri(path));
  await window.showTextDocument(document, { selection: asRange(range) });
}

function itemsOf({ matches, tied, shared }: Answer): readonly Item[] {
  if (matches.length === 0)
    return [{ label: l10n.t('No agent or skill has a word of this request.'), alwaysShow: true }];
  const near = matches.slice(0, tied);
  return matches.map((match) => ({
    label: plain(match.name),
    description: plain(
      match.kind === 'agent'
        ? l10n.t('{0}% · agent · {1}', match.score, match.scope)
        : l10n.t('{0}% · skill · {1}', match.score, match.scope),
    ),
    detail: plain(near.includes(match) ? tieText(match, near, shared) : l10n.t('Matches: {0}', match.words.join(', '))),
    // The list is ours; it is not to be filtered by the text.
    alwaysShow: true,
    match,
  }));
}

/** What a near tie shares with the others, and what only it has. */
function tieText(match: Match, near: readonly Match[], shared: readonly string[]): string {
  const others = near
    .filter((other) => other !== match)
    // Another file with the same name is known by its folder.
    .map(({ name, scope }) => (name === match.name ? `${name} (${scope})` : name))
    .join(', ');
  const own = match.words.filter((word) => !shared.includes(word)).join(', ');
  const common = shared.join(', ');
  if (own === '') return l10n.t('Near tie with {0}. All match: {1}', others, common);
  return common === ''
    ? l10n.t('Near tie with {0}. Matches: {1}', others, own)
    : l10n.t('Near tie with {0}. All match: {1}. This one also: {2}', others, common, own);
}

/** VS Code makes icons of `$(name)`. */
const plain = (text: string): string => text.replaceAll('$(', '$ (');
