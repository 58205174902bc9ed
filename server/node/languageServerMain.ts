/** The language server under Node, with the transport that the arguments name: a bundle that `server.js` or `cli.js` runs. */
// The promises are loaded when they are used, which `node:fs/promises` would not wait for.
import { promises } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  ErrorCodes,
  type MessageWriter,
  ProposedFeatures,
  ReadableStreamMessageReader,
  WriteableStreamMessageWriter,
} from 'vscode-languageserver/node';
import { MAX_CONFIGURATION_LENGTH } from '../core/index';
import { connectionOptions } from '../lsp/messages';
import type { Phase } from '../lsp/register';
import { serve } from '../lsp/server';
import { startOf } from './startOf';
import { guarded, streamsOf, type Transport, transportFrom, whole } from './transport';
import { localFiles, userFolders } from './workspaceFiles';

/** Ends the process: with 0 after a shutdown, else with 1, so that the client restarts the server. */
let phase = (): Phase => 'new';
const leave = (): never => process.exit(phase() === 'shut down' ? 0 : 1);

const transport = transportFrom(process.argv.slice(2));
if (transport === undefined) {
  console.error(
    "agent-authoring: lsp needs a transport, for example --stdio. Run 'agent-authoring lsp --help' for usage.",
  );
  process.exit(2);
}
// The bundle is in dist/, and docs/ is next to it.
const docsBase = pathToFileURL(join(__dirname, '..', 'docs', 'rules')).toString();
phase = serve(connectionOver(transport), {
  docsBase,
  exists,
  config,
  turn: setImmediate,
  files: localFiles,
  userFolders: userFolders(process.env),
});

/** Whether a local file or folder exists. Rejects for other URIs, and when it cannot be determined. */
async function exists(uri: string): Promise<boolean> {
  try {
    await promises.stat(fileURLToPath(uri));
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** The text of a local configuration file, or undefined. A file that is far too long is not read. */
async function config(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  // UTF-8 takes at most three bytes per UTF-16 unit. The parser checks the exact length.
  const most = MAX_CONFIGURATION_LENGTH * 3;
  const text = await startOf(fileURLToPath(uri), most + 1);
  return text === undefined || Buffer.byteLength(text) > most ? undefined : text;
}

/** A connection. The process ends when either side closes it. */
function connectionOver(chosen: Transport): Connection {
  if (chosen.kind === 'ipc') {
    process.on('disconnect', leave);
    return createConnection(ProposedFeatures.all, connectionOptions);
  }
  const { input, output } = streamsOf(chosen, (why) => fail(`cannot connect to ${why}`));
  input.on('end', leave);
  input.on('error', leave);
  input.on('close', leave);
  output.on('error', leave);
  output.on('close', leave);
  const reader = new ReadableStreamMessageReader(guarded(input, (what) => fail(`the input is not LSP: ${what}`)));
  const writer = new WriteableStreamMessageWriter(whole(output));
  reader.onError((error) => {
    if (error instanceof SyntaxError) refuse(writer);
  });
  return createConnection(ProposedFeatures.all, reader, writer, connectionOptions);
}

/** Ends the process with a sentence. */
function fail(what: string): never {
  console.error(`agent-authoring: ${what}`);
  process.exit(1);
}

/** Answers a frame that is not JSON, as JSON-RPC requires; its request is unknown. */
function refuse(writer: MessageWriter): void {
  const error = { code: ErrorCodes.ParseError, message: 'The message is not JSON.' };
  const response = { jsonrpc: '2.0', id: null, error };
  writer.write(response).catch(leave);
}
