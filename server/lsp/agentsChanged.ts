/** Tells a client that shows the agents of the workspace that they have changed: once, until it asks for them again. */
import type { Connection } from 'vscode-languageserver';
import { Calm, pause } from './calm';
import type { Session } from './session';

const METHOD = 'agentAuthoring/agentsChanged';

export class AgentsChanged {
  #isAsked = false;
  readonly #calm: Calm;

  /** @param isRunning Whether the client may be told something. */
  constructor(
    readonly session: Session,
    connection: Connection,
    isRunning: () => boolean,
  ) {
    this.#calm = new Calm(() => {
      if (!this.#isAsked || !isRunning()) return;
      this.#isAsked = false;
      void connection.sendNotification(METHOD);
    }, session.host.pause ?? pause);
    const touched = (): void => this.#touched();
    session.system.store.touched = touched;
    session.system.results.touched = touched;
  }

  /** The client has asked for agents, and wants to know when the answer is another one. */
  asked(): void {
    this.#isAsked = true;
    const { system } = this.session;
    // The end of reading changes the answer, also when it finds nothing.
    if (!system.isComplete) void system.whenComplete(new Promise(() => undefined)).then(() => this.#touched());
  }

  #touched(): void {
    if (this.#isAsked) this.#calm.add('agents');
  }
}
