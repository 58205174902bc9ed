/** The status of the language of agent files: whether the server runs, and which program's behavior is described. */
import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { documentSelector } from './selector';

/** A program that reads a document, as the server describes it. */
interface Reader {
  readonly name: string;
  readonly isObserved: boolean;
}

/** What the items say, for tests: VS Code does not show them to extensions. */
export interface ShownStatus {
  readonly server: string;
  readonly isBusy: boolean;
  /** Undefined while no agent is in the active editor. */
  readonly program: string | undefined;
}

/** Two items in the menu of `{}` in the status bar. */
export class LanguageStatus implements Disposable {
  readonly #server: LanguageStatusItem;
  readonly #program: LanguageStatusItem;
  readonly #listeners: readonly Disposable[];
  #client: BaseLanguageClient | undefined;
  #ofClient: Disposable | undefined;
  #shown: string | undefined;
  /** Counts the questions to the server, so that a late answer is not about another document. */
  #asked = 0;

  constructor() {
    this.#server = languages.createLanguageStatusItem('agentAuthoring.server', documentSelector());
    this.#server.name = l10n.t('Agent Authoring Server');
    this.#program = languages.createLanguageStatusItem('agentAuthoring.program', []);
    this.#program.name = l10n.t('Program That Reads the Agent');
    this.#listeners = [this.#server, this.#program, window.onDidChangeActiveTextEditor(() => this.#ask())];
    this.#showServer();
  }

  /** The server is started again with another client. */
  use(client: BaseLanguageClient): void {
    this.#ofClient?.dispose();
    this.#client = client;
    this.#ofClient = client.onDidChangeState(() => {
      this.#showServer();
      void this.#ask();
    });
    this.#showServer();
  }

  get shown(): ShownStatus {
    return { server: this.#server.text, isBusy: this.#server.busy, program: this.#shown };
  }

  dispose(): void {
    this.#ofClient?.dispose();
    for (const one of this.#listeners) one.dispose();
  }

  #showServer(): void {
    const state = this.#client?.state ?? State.Stopped;
    const isStopped = state === State.Stopped && this.#client !== undefined;
    this.#server.text = isStopped
      ? l10n.t('Agent Authoring has stopped')
      : state === State.Running
        ? l10n.t('Agent Authoring is running')
        : l10n.t('Agent Authoring is starting');
    this.#server.busy = state === State.Starting;
    this.#server.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#server.command = isStopped
      ? { title: l10n.t('Restart'), command: 'agentAuthoring.restartServer' }
      : { title: l10n.t('Show Log'), command: 'agentAuthoring.showLog' };
  }

  async #ask(): Promise<void> {
    this.#asked++;
    const asked = this.#asked;
    const uri = window.activeTextEditor?.document.uri;
    const readers = uri === undefined ? undefined : await this.#readersOf(uri);
    if (asked !== this.#asked) return;
    const [main, ...others] = readers ?? [];
    this.#shown = main?.name;
    // A selector without filters hides the item: a file in the folder of agents need not be one.
    this.#program.selector = main === undefined ? [] : documentSelector();
    if (main === undefined) return;
    this.#program.text = main.name;
    this.#program.detail = detailOf(main, others);
  }

  async #readersOf(uri: Uri): Promise<readonly Reader[] | undefined> {
    const client = this.#client;
    if (client?.state !== State.Running) return undefined;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const readers = await client.sendRequest<readonly Reader[] | null>('agentAuthoring/status', { textDocument }).then(
      (answer) => answer,
      // The server has stopped or been replaced, which the other item says.
      () => null,
    );
    return readers ?? undefined;
  }
}

function detailOf(main: Reader, others: readonly Reader[]): string {
  const source = main.isObserved ? l10n.t('known from recorded runs') : l10n.t('documented, not observed');
  if (others.length === 0) return source;
  return l10n.t('{0}; also read by {1}', source, others.map(({ name }) => name).join(', '));
}
