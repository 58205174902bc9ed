/** Keeps the part of memory small in which V8 makes new objects. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Bytes of both its halves. With less, the collector runs so often that work takes longer; with more, a command takes more memory, of
 * which it frees little before it ends. The server has no limit: with one, edits in large documents take a sixth longer.
 */
const ENOUGH = 8 * 1024 * 1024;

/**
 * The same function, which also ends the growth of that part when it is large enough. V8 would let it grow to 32 MB or more. A program
 * cannot set the size when it has started, but it can set by what factor the size grows.
 */
export function limiting<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  let isDone = false;
  const limit = (): void => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (space !== undefined && space.space_size < ENOUGH) return;
    isDone = true;
    if (space !== undefined) setFlagsFromString('--semi-space-growth-factor=1');
  };
  return (...args) => {
    if (!isDone) limit();
    return act(...args);
  };
}
