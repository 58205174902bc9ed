/** "Show What the Host Sees": a read-only document about one agent, which follows the agent while it is visible. */
import {
  commands,
  Disposable,
  EventEmitter,
  extensions,
  l10n,
  TabInputCustom,
  TabInputText,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentSelector, matches } from '../selector';

/**
 * The scheme of these documents. The query is the URI of the agent, so there is one document for each. In `package.json`, an editor
 * association opens them in the preview of Markdown.
 */
const SCHEME = 'agent-authoring-sees';

/** In milliseconds: a person who types sees the result at the next pause. */
const PAUSE = 250;

/** The server as this command needs it. */
interface Server {
  /** Starts it when it does not run. */
  readonly started: () => Promise<BaseLanguageClient>;
}

/** Makes the documents, and renews those that are visible when an agent is changed. */
export class HostViews implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;
  /** Documents that were not visible when something changed. */
  readonly #stale = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly server: Server) {
    this.#subscriptions = Disposable.from(
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        // What is said about one agent depends on others too.
        if (openViews().length > 0 && matches(documentSelector(), document)) this.#renewSoon();
      }),
      window.tabGroups.onDidChangeTabs(() => this.#showStale()),
    );
  }

  /** @param given The URI of an agent, its text as a lens has it, or a row of the view; without one, the active editor counts. */
  async show(given?: unknown): Promise<void> {
    const agent = uriIn(given) ?? window.activeTextEditor?.document.uri;
    if (agent === undefined || agent.scheme === SCHEME) return;
    if ((await this.#textOf(agent)) === undefined) {
      void window.showInformationMessage(l10n.t('Open an agent file first.'));
      return;
    }
    const uri = viewOf(agent);
    const views = openViews();
    const known = views.find((view) => view.uri.toString() === uri.toString());
    if (known !== undefined) this.#changed.fire(uri);
    const place = { viewColumn: (known ?? views[0])?.column ?? ViewColumn.Beside, preserveFocus: true, preview: true };
    if (await hasPreview()) await commands.executeCommand('vscode.open', uri, place);
    else await window.showTextDocument(await workspace.openTextDocument(uri), place);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const text = await this.#textOf(Uri.parse(query));
    return text ?? l10n.t('This file is not an agent that a known program reads.');
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  /** The document of the server; undefined for a file that no known host reads. */
  async #textOf(agent: Uri): Promise<string | undefined> {
    try {
      // The server answers about open documents only.
      await workspace.openTextDocument(agent);
      const client = await this.server.started();
      const textDocument = { uri: client.code2ProtocolConverter.asUri(agent) };
      const answer = await client.sendRequest<{ readonly text: string } | null>('agentAuthoring/whatHostSees', {
        textDocument,
      });
      return answer?.text;
    } catch {
      // The file is gone, or the server has stopped; its log has the reason.
      return undefined;
    }
  }

  #renewSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      for (const { uri } of openViews()) this.#stale.add(uri.toString());
      this.#showStale();
    }, PAUSE);
  }

  #showStale(): void {
    for (const { uri, isVisible } of openViews())
      if (isVisible && this.#stale.delete(uri.toString())) this.#changed.fire(uri);
  }
}

/** The document about an agent. Its name has no folder, so that nothing takes it for an agent. */
function viewOf(agent: Uri): Uri {
  const name = agent.path.slice(agent.path.lastIndexOf('/') + 1);
  return Uri.from({ scheme: SCHEME, path: `/${l10n.t('{0} as the host sees it', name)}.md`, query: agent.toString() });
}

/** Whether VS Code's own preview of Markdown works. Where it does not, its tab would stay empty. */
async function hasPreview(): Promise<boolean> {
  const own = extensions.getExtension('vscode.markdown-language-features');
  return (
    (await own?.activate().then(
      () => true,
      () => false,
    )) ?? false
  );
}

/** Whether it is the row of an agent, as the view of agents has it. */
const isRow = (given: unknown): given is { readonly row: { readonly uri: string } } =>
  typeof given === 'object' &&
  given !== null &&
  'row' in given &&
  typeof given.row === 'object' &&
  given.row !== null &&
  'uri' in given.row &&
  typeof given.row.uri === 'string';

interface OpenView {
  readonly uri: Uri;
  readonly column: ViewColumn;
  readonly isVisible: boolean;
}

/** The open documents of this kind, rendered or as a text. */
const openViews = (): readonly OpenView[] =>
  window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.flatMap(({ input, isActive }) =>
      (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === SCHEME
        ? [{ uri: input.uri, column: viewColumn, isVisible: isActive }]
        : [],
    ),
  );

function uriIn(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  if (isRow(given)) return Uri.parse(given.row.uri);
  return typeof given === 'string' && given.includes(':') ? Uri.parse(given) : undefined;
}
