/** Keeps the part of memory small in which V8 makes new objects. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Megabytes of both its halves. With less, the collector runs so often that work takes longer. With more, a server waits longer for
 * each of its runs, and a command takes more memory, of which it frees little before it ends.
 */
export const enough = { command: 8, server: 16 } as const;

const MEGABYTE = 1024 * 1024;

/**
 * A function to call now and then, which ends the growth of that part when it is large enough. V8 would let it grow to 32 MB or more.
 * A program cannot set the size when it has started, but it can set by what factor the size grows.
 */
function growthLimit(megabytes: number): () => void {
  // The flags of an editor's own processes are not to be changed; they are started with a size.
  let isDone = 'electron' in process.versions;
  return () => {
    if (isDone) return;
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (space !== undefined && space.space_size < megabytes * MEGABYTE) return;
    isDone = true;
    if (space !== undefined) setFlagsFromString('--semi-space-growth-factor=1');
  };
}

/** The same function, which also limits the growth each time it is called. */
export function limiting<A extends readonly unknown[], R>(
  megabytes: number,
  act: (...args: A) => R,
): (...args: A) => R {
  const limit = growthLimit(megabytes);
  return (...args) => {
    limit();
    return act(...args);
  };
}
