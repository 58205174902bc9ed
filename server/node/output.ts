/** Writes what the command line says under Node. */
import { fstatSync, writeSync } from 'node:fs';
import { pause } from './pause';

/** Standard input, output and error. */
export const STDIN = 0;
export const STDOUT = 1;
export const STDERR = 2;

/**
 * A function that writes text and returns when that is done. `process.stdout` would load Node's streams and network first, which
 * takes longer than to check a file. Only Windows needs them, because a console there takes no UTF-8.
 * @param failed Called when the text cannot be written, on Windows later.
 */
export function writerTo(
  descriptor: typeof STDOUT | typeof STDERR,
  failed: (error: unknown) => void,
): (text: string) => void {
  if (process.platform === 'win32') return streamWriter(descriptor, failed);
  return (text) => {
    try {
      writeAll(descriptor, Buffer.from(text));
    } catch (error) {
      failed(error);
    }
  };
}

function streamWriter(descriptor: number, failed: (error: unknown) => void): (text: string) => void {
  const stream = descriptor === STDOUT ? process.stdout : process.stderr;
  stream.on('error', failed);
  return (text) => void stream.write(text);
}

/** @param write As `writeSync` of Node. */
export function writeAll(descriptor: number, bytes: Uint8Array, write: typeof writeSync = writeSync): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += write(descriptor, bytes, done);
    } catch (error) {
      // Another program has made the pipe or terminal return at once, and it is full.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      pause();
    }
  }
}

/** Whether a stream is a terminal. Files and pipes are known without loading more of Node. */
export function isTerminalAt(descriptor: number): boolean {
  try {
    if (process.platform !== 'win32' && !fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // A closed stream.
    return false;
  }
  const { isatty }: typeof import('node:tty') = require('node:tty');
  return isatty(descriptor);
}

/** Whether standard output is a terminal. */
export const isTerminal = (): boolean => isTerminalAt(STDOUT);
