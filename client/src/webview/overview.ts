/** A view of all agents in an editor tab: opens it once, asks the server, and asks again when agents change and it is visible. */
import { type Disposable, type Event, env, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Server } from '../commands';
import { newNonce, pageHtml } from './html';
import type { FromPage, Texts, ToPage } from './messages';

/** One kind of view. */
export interface View<Data> {
  /** The id of the webview. */
  readonly type: string;
  readonly title: string;
  /** The name of its script in `dist/webview`. */
  readonly script: string;
  readonly request: string;
  readonly texts: Texts;
  /** Does what a person has asked for in the page. */
  readonly act: (message: FromPage, data: Data, client: BaseLanguageClient) => Promise<void>;
}

export class Overview<Data> implements Disposable {
  #panel: WebviewPanel | undefined;
  /** The last answer, to which the page refers. */
  #data: Data | undefined;
  #isReady = false;
  #isStale = true;
  #requests = 0;
  readonly #changes: Disposable;

  constructor(
    readonly server: Server,
    changed: Event<void>,
    readonly extensionUri: Uri,
    readonly view: View<Data>,
  ) {
    this.#changes = changed(() => this.#outdate());
  }

  /** Shows the tab that is open already, or opens one. */
  async show(): Promise<void> {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const { type, title } = this.view;
    this.fill(window.createWebviewPanel(type, title, ViewColumn.Active, { enableFindWidget: true }));
  }

  /** Makes an empty tab the one of this view, such as one that VS Code brings back after its window was loaded again. */
  fill(panel: WebviewPanel): void {
    const { title, script } = this.view;
    const folder = Uri.joinPath(this.extensionUri, 'dist', 'webview');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    const uriOf = (name: string): string => panel.webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#isReady = false;
    });
    panel.onDidChangeViewState(() => {
      // A hidden page ends, and says again when it is ready.
      if (!panel.visible) this.#isReady = false;
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message));
    panel.webview.html = pageHtml({
      title,
      language: env.language,
      script: uriOf(`${script}.js`),
      style: uriOf('page.css'),
      nonce: newNonce(),
    });
  }

  /** What the page shows; undefined while it shows nothing. */
  get shown(): Data | undefined {
    return this.#isReady ? this.#data : undefined;
  }

  dispose(): void {
    this.#changes.dispose();
    this.#panel?.dispose();
  }

  #outdate(): void {
    this.#isStale = true;
    if (this.#isReady) void this.#renew();
  }

  /** Does what the page says. */
  async receive(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.#isReady = true;
      // What is known is shown at once.
      if (this.#data !== undefined) this.#post({ kind: 'show', data: this.#data, texts: this.view.texts });
      if (this.#isStale || this.#data === undefined) await this.#renew();
      return;
    }
    const { client } = this.server;
    if (this.#data === undefined || client === undefined) return;
    try {
      await this.view.act(message, this.#data, client);
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  async #renew(): Promise<void> {
    this.#isStale = false;
    this.#requests++;
    const mine = this.#requests;
    const isOver = (): boolean => mine !== this.#requests || this.#panel === undefined;
    try {
      const client = await this.server.started();
      const data = await client.sendRequest<Data>(this.view.request, {});
      if (isOver()) return;
      this.#data = data;
      this.#post({ kind: 'show', data, texts: this.view.texts });
    } catch {
      // The log has the reason. The page says so, and a restart of the server makes it ask again.
      this.#isStale = true;
      if (!isOver() && this.#data === undefined) this.#post({ kind: 'failed', texts: this.view.texts });
    }
  }

  #post(message: ToPage<Data>): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }
}
