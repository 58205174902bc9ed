/** The transports between client and server, chosen on the command line. */
import { createConnection as connect } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { Disposable, RAL } from 'vscode-languageserver/node';
import { reasonOf } from './files';
import { Framing } from './framing';

/** The chosen transport; `ipc` is the channel to a parent process that runs under Node. */
export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly path: string };

/** The first transport among the arguments, as vscode-languageclient and other clients pass them; undefined without one. */
export function transportFrom(argv: readonly string[]): Transport | undefined {
  for (const [i, argument] of argv.entries()) {
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const value = (equals < 0 ? argv[i + 1] : argument.slice(equals + 1)) ?? '';
    if (name === '--stdio') return { kind: 'stdio' };
    if (name === '--node-ipc') return { kind: 'ipc' };
    if (name === '--socket' && /^[0-9]{1,5}$/.test(value)) return { kind: 'socket', port: Number(value) };
    if (name === '--pipe' && value !== '') return { kind: 'pipe', path: value };
  }
  return undefined;
}

/** The byte streams of a connection. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

const LAST_PORT = 65_535;

/**
 * Opens the streams of a transport. For a socket or pipe, the server connects to the client.
 * @param failed Called with the place and the reason, as the end of a sentence, when nothing can be reached there.
 */
export function streamsOf(
  transport: Exclude<Transport, { readonly kind: 'ipc' }>,
  failed: (why: string) => never,
): Streams {
  if (transport.kind === 'stdio') return { input: process.stdin, output: process.stdout };
  const place = transport.kind === 'socket' ? `port ${transport.port}` : transport.path;
  if (transport.kind === 'socket' && transport.port > LAST_PORT) failed(`${place}: the last port is ${LAST_PORT}`);
  const socket = transport.kind === 'socket' ? connect(transport.port, '127.0.0.1') : connect(transport.path);
  let isConnected = false;
  socket.once('connect', () => {
    isConnected = true;
  });
  socket.on('error', (error) => {
    if (!isConnected) failed(`${place}: ${isRefused(error) ? 'nothing listens there' : reasonOf(error)}`);
  });
  return { input: socket, output: socket };
}

const isRefused = (error: Error): boolean => 'code' in error && error.code === 'ECONNREFUSED';

/** The bytes of `input` while they are valid frames. Then calls `lost` with the fault, as the end of a sentence. */
export function guarded(input: Readable, lost: (what: string) => void): RAL.ReadableStream {
  const framing = new Framing();
  return {
    onData: (take) =>
      listening(input, 'data', (chunk: Uint8Array) => {
        const fault = framing.take(chunk);
        if (fault === undefined) take(chunk);
        else lost(fault);
      }),
    ...endsOf(input),
  };
}

/** Writes to `output` with one call for a message: each call wakes the client. */
export function whole(output: Writable): RAL.WritableStream {
  let header: Uint8Array = new Uint8Array();
  const send = (data: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      output.write(data, (error) => (error ? reject(error) : resolve()));
    });
  return {
    // The library writes a header as a text, and what belongs to it as bytes.
    write: (data: Uint8Array | string, encoding?: RAL.MessageBufferEncoding) => {
      if (typeof data === 'string') {
        header = Buffer.from(data, encoding);
        return Promise.resolve();
      }
      const message = Buffer.concat([header, data]);
      header = new Uint8Array();
      return send(message);
    },
    end: () => output.end(),
    ...endsOf(output),
  };
}

const endsOf = (stream: Readable | Writable): Pick<RAL.ReadableStream, 'onClose' | 'onError' | 'onEnd'> => ({
  onClose: (act) => listening(stream, 'close', act),
  onError: (act) => listening(stream, 'error', act),
  onEnd: (act) => listening(stream, 'end', act),
});

function listening<T>(stream: Readable | Writable, event: string, act: (given: T) => void): Disposable {
  stream.on(event, act);
  return { dispose: () => stream.off(event, act) };
}
