/** Tells a client that shows overviews that the agents of the workspace have changed. */
import type { Connection } from 'vscode-languageserver';
import type { Index } from '../core/index';
import type { Turn } from './calm';

/** Without parameters: the client asks again for what it shows. */
const METHOD = 'agentAuthoring/agentsChanged';

export class AgentsChanged {
  /** Whether the client has asked to be told. Other clients would log an unknown notification. */
  isWanted = false;
  #told: Index | undefined;
  #isWaiting = false;
  #hasEnded = false;

  /**
   * @param index The index now. Each state is one object.
   * @param pause Calls back when a person who types pauses, so that not each keystroke is told.
   */
  constructor(
    readonly connection: Connection,
    readonly index: () => Index,
    readonly pause: Turn,
  ) {}

  /** The index may be another one. */
  look(): void {
    if (!this.isWanted || this.#isWaiting || this.#hasEnded) return;
    this.#isWaiting = true;
    this.pause(() => {
      this.#isWaiting = false;
      if (this.#hasEnded) return;
      const now = this.index();
      if (now === this.#told) return;
      this.#told = now;
      void this.connection.sendNotification(METHOD);
    });
  }

  /** Tells nothing from now on. */
  end(): void {
    this.#hasEnded = true;
  }
}
