/** The transports between client and server, chosen on the command line. */
import { createConnection as connect } from 'node:net';
import { type Readable, Transform, type Writable } from 'node:stream';
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

/** Passes the bytes on while they are valid frames. Then calls `lost` with the fault, as the end of a sentence. */
export function guarded(input: Readable, lost: (what: string) => void): Readable {
  const framing = new Framing();
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const fault = framing.take(chunk);
      if (fault === undefined) done(null, chunk);
      else lost(fault);
    },
  });
  input.on('error', () => through.end());
  input.on('close', () => through.end());
  return input.pipe(through);
}
