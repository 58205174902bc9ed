/** Lets several wait for the same thing, and keeps nothing of those that have stopped waiting. */
export class Waiting {
  readonly #waiting = new Set<() => void>();

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** It has happened. */
  wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Waits until it has happened, or until something else has. */
  async wait(unless: Promise<void>): Promise<void> {
    const { woken, over } = this.begin();
    await Promise.race([woken, unless]);
    over();
  }

  /** Begins to wait. `over` must be called at the end, whether it has happened or not. */
  begin(): { readonly woken: Promise<void>; readonly over: () => void } {
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    return { woken, over: () => this.#waiting.delete(wake) };
  }
}
