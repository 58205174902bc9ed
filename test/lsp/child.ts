/** A server as a separate process, with its streams as bytes. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';

type Fields = Readonly<Record<string, unknown>>;

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** A message in its frame. */
  readonly send: (message: object) => void;
  readonly raw: (bytes: string | Uint8Array) => void;
  /** Everything that has come from the process so far. */
  readonly arrived: readonly Fields[];
  /** Resolves with the response to the request with that id, past or future. */
  readonly answer: (id: number | string | null) => Promise<Fields>;
  /** Resolves with the first request or notification of that method, past or future. */
  readonly told: (method: string) => Promise<Fields>;
  /** Resolves with the exit code once the process has ended and everything it wrote is read. */
  readonly ended: () => Promise<number | null>;
  readonly errors: () => string;
}

/**
 * Milliseconds after which a wait fails: not a measure of speed, and far more than
 * a busy machine needs.
 */
export const NEVER = 30_000;

/** Fails when `wanted` has not come in time. */
export async function inTime<T>(wanted: Promise<T>, failure: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new assert.AssertionError({ message: failure() })), NEVER);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const frame = (message: object): string => {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

export const initialize = (processId: number | null = null, capabilities: object = {}): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId, rootUri: null, capabilities },
});

/** Starts a program with Node. */
export function start(t: TestContext, file: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [file, ...args]);
  t.after(() => child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // The process may end before everything is written to it, which some tests need.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(() => child.exitCode);
  const arrived: Fields[] = [];
  let waiting: readonly (() => void)[] = [];
  new StreamMessageReader(child.stdout).listen((message: Message) => {
    arrived.push({ ...message });
    for (const look of waiting) look();
  });
  const first = (what: string, isWanted: (message: Fields) => boolean): Promise<Fields> => {
    const found = new Promise<Fields>((resolve, reject) => {
      const look = (): void => {
        const message = arrived.find(isWanted);
        if (message !== undefined) resolve(message);
      };
      waiting = [...waiting, look];
      look();
      void ended.then((code) => reject(new Error(`the process ended with ${code} before ${what}: ${errors}`)));
    });
    return inTime(found, () => `the process lives, but there is not ${what} among ${JSON.stringify(arrived)}`);
  };
  return {
    process: child,
    send: (message) => void child.stdin.write(frame(message)),
    raw: (bytes) => void child.stdin.write(bytes),
    arrived,
    answer: (id) => first(`the answer to ${id}`, (message) => !('method' in message) && message['id'] === id),
    told: (method) => first(method, (message) => message['method'] === method),
    ended: () => inTime(ended, () => `the process does not end; it wrote: ${errors}`),
    errors: () => errors,
  };
}
