/** Debounces: waits until all messages that have arrived are read, so that a burst of changes is handled once. */

/** Milliseconds after which waiting ends, even if messages still arrive. */
const LONGEST = 1_000;

/** Calls back in a later turn of the event loop, after messages that have arrived could be read. */
export type Turn = (act: () => void) => unknown;

/** Milliseconds without a keystroke after which a person does not type. */
const PAUSE = 300;

export const pause: Turn = (act) => setTimeout(act, PAUSE);

/** Everywhere, and slower than what Node has. */
export const timer: Turn = (act) => setTimeout(act, 0);

/** Collects names, and passes them on together when nothing new has arrived for two turns of the event loop. */
export class Calm {
  readonly #names = new Set<string>();
  #additions = 0;
  #since = 0;

  /** @param act Called with the names in the order of their last addition. */
  constructor(
    readonly act: (names: readonly string[]) => void,
    readonly turn: Turn = timer,
  ) {}

  add(name: string): void {
    const isIdle = this.#names.size === 0;
    this.#additions++;
    this.#names.delete(name);
    this.#names.add(name);
    if (!isIdle) return;
    this.#since = Date.now();
    this.#wait();
  }

  delete(name: string): void {
    this.#names.delete(name);
  }

  clear(): void {
    this.#names.clear();
  }

  /** Two turns, because the connection reads one message per turn, and the first turn may come before the next message. */
  #wait(): void {
    const seen = this.#additions;
    this.turn(() => this.turn(() => this.#look(seen)));
  }

  #look(seen: number): void {
    if (this.#names.size === 0) return;
    if (this.#additions !== seen && Date.now() - this.#since < LONGEST) {
      this.#wait();
      return;
    }
    const names = [...this.#names];
    this.#names.clear();
    this.act(names);
  }
}
