/** Waits a moment, for a pipe or terminal that another program has made return at once. */

/** Milliseconds. */
const PAUSE = 5;

/** Blocks the thread for a few milliseconds. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
