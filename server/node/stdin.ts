/** Reads standard input under Node to its end, up to a maximum size. */
import { readSync } from 'node:fs';
import type { FileRead } from '../cli/environment';
import { decode, reasonOf } from './files';
import { pause } from './pause';

/** In bytes. An agent's answer has a few kilobytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The UTF-8 text on standard input. Waits for the end of a pipe or terminal.
 * @param read As `readSync` of Node.
 */
export function readStdin(read: typeof readSync = readSync): FileRead {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = new Uint8Array(64 * 1024);
      const count = readWaiting(chunk, read);
      if (count === 0) break;
      size += count;
      if (size > MAX_BYTES) return { kind: 'error', message: `larger than ${MAX_BYTES / 1024 / 1024} MiB` };
      chunks.push(chunk.subarray(0, count));
    }
  } catch (error) {
    // Windows reports the end of a closed pipe as an error.
    if (codeOf(error) !== 'EOF') return { kind: 'error', message: reasonOf(error) };
  }
  return decode(Buffer.concat(chunks));
}

/** Waits for the next bytes, also where another program has made standard input return at once when there are none yet. */
export function readWaiting(chunk: Uint8Array, read: typeof readSync): number {
  for (;;) {
    try {
      return read(0, chunk, 0, chunk.length, null);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
