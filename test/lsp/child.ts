/** A server in a process of its own, talked to in bytes. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** A message in its frame. */
  readonly send: (message: object) => void;
  readonly raw: (bytes: string | Uint8Array) => void;
  /** Resolves with the answer to the request of that id, past or future. */
  readonly answer: (id: number | null) => Promise<Readonly<Record<string, unknown>>>;
  /** Resolves with the exit code once the process has ended and everything it wrote is read. */
  readonly ended: Promise<number | null>;
  readonly errors: () => string;
}

export const frame = (message: object): string => {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

export const initialize = (processId: number | null = null): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId, rootUri: null, capabilities: {} },
});

/** Starts a program with Node. */
export function start(t: TestContext, file: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [file, ...args]);
  t.after(() => child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // The process may end before everything is written to it; that is what some tests are about.
  child.stdin.on('error', () => undefined);
  const answers = new Map<unknown, Readonly<Record<string, unknown>>>();
  const waiting = new Map<unknown, (message: Readonly<Record<string, unknown>>) => void>();
  new StreamMessageReader(child.stdout).listen((message: Message) => {
    const fields: Readonly<Record<string, unknown>> = { ...message };
    if ('method' in fields) return;
    answers.set(fields['id'], fields);
    waiting.get(fields['id'])?.(fields);
  });
  return {
    process: child,
    send: (message) => void child.stdin.write(frame(message)),
    raw: (bytes) => void child.stdin.write(bytes),
    answer: (id) =>
      new Promise((resolve) => {
        const there = answers.get(id);
        if (there === undefined) waiting.set(id, resolve);
        else resolve(there);
      }),
    ended: once(child, 'close').then(() => child.exitCode),
    errors: () => errors,
  };
}

/** The exit code, or a failure when the process has not ended in that many milliseconds. */
export async function endsWithin(child: Child, most: number): Promise<number | null> {
  const begun = performance.now();
  const code = await child.ended;
  const took = performance.now() - begun;
  assert.ok(took < most, `it ended after ${Math.round(took)} ms`);
  return code;
}
