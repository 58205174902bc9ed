/** The status of the language of agent files: whether the server runs, which program is described, and which configuration counts. */
import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { documentSelector } from './selector';

/** A program that reads a document, as the server describes it. */
interface Reader {
  readonly name: string;
  readonly version: string;
  readonly isObserved: boolean;
}

interface Answer {
  readonly readers: readonly Reader[];
  readonly configuration: string | null;
}

/** What the items say, for tests: VS Code does not show them to extensions. */
export interface ShownStatus {
  readonly server: string;
  readonly isBusy: boolean;
  /** Undefined while no agent is in the active editor. */
  readonly program: string | undefined;
  /** The configuration file that counts for it, or that there is none. */
  readonly configuration: string;
}

/** Three items in the menu of `{}` in the status bar. */
export class LanguageStatus implements Disposable {
  readonly #server: LanguageStatusItem;
  readonly #program: LanguageStatusItem;
  readonly #configuration: LanguageStatusItem;
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
    this.#configuration = languages.createLanguageStatusItem('agentAuthoring.configuration', []);
    this.#configuration.name = l10n.t('Configuration of Agent Authoring');
    this.#listeners = [
      this.#server,
      this.#program,
      this.#configuration,
      window.onDidChangeActiveTextEditor(() => this.#ask()),
    ];
    this.#showServer();
  }

  /** The server is started again with another client. */
  use(client: BaseLanguageClient): void {
    this.#ofClient?.dispose();
    this.#client = client;
    const ofState = client.onDidChangeState(() => {
      this.#showServer();
      void this.#ask();
    });
    const ofServer = client.onNotification('agentAuthoring/statusChanged', () => this.#ask());
    this.#ofClient = Disposable.from(ofState, ofServer);
    this.#showServer();
  }

  get shown(): ShownStatus {
    return {
      server: this.#server.text,
      isBusy: this.#server.busy,
      program: this.#shown,
      configuration: this.#configuration.text,
    };
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
    const answer = uri === undefined ? undefined : await this.#answerFor(uri);
    if (asked !== this.#asked) return;
    const [main, ...others] = answer?.readers ?? [];
    this.#shown = main && `${main.name} ${main.version}`;
    // A selector without filters hides the items: a file in the folder of agents need not be one.
    const selector = main === undefined ? [] : documentSelector();
    this.#program.selector = selector;
    this.#configuration.selector = selector;
    if (main === undefined) return;
    this.#program.text = `${main.name} ${main.version}`;
    this.#program.detail = detailOf(main, others);
    this.#showConfiguration(answer?.configuration ?? undefined);
  }

  #showConfiguration(uri: string | undefined): void {
    const file = uri === undefined ? undefined : this.#client?.protocol2CodeConverter.asUri(uri);
    this.#configuration.text = file === undefined ? l10n.t('No configuration file') : workspace.asRelativePath(file);
    this.#configuration.detail = file === undefined ? '' : l10n.t('configuration');
    this.#configuration.command =
      file === undefined ? undefined : { title: l10n.t('Open'), command: 'vscode.open', arguments: [file] };
  }

  async #answerFor(uri: Uri): Promise<Answer | undefined> {
    const client = this.#client;
    if (client?.state !== State.Running) return undefined;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const answer = await client.sendRequest<Answer | null>('agentAuthoring/status', { textDocument }).then(
      (given) => given,
      // The server has stopped or been replaced, which the other item says.
      () => null,
    );
    return answer ?? undefined;
  }
}

function detailOf(main: Reader, others: readonly Reader[]): string {
  const source = main.isObserved ? l10n.t('observed in runs') : l10n.t('documented, not observed');
  if (others.length === 0) return source;
  return l10n.t('{0}; also read by {1}', source, others.map(({ name }) => name).join(', '));
}
