/** Entry of the language server under Node: `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  ErrorCodes,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { MAX_CONFIGURATION_LENGTH } from '../core/index';
import type { Phase } from '../lsp/register';
import { serve } from '../lsp/server';
import { guarded, streamsOf, type Transport, transportFrom } from './transport';

/** The end of a conversation, wanted or not. A client that is left without a server starts it again. */
let phase = (): Phase => 'new';
const leave = (): never => process.exit(phase() === 'shut down' ? 0 : 1);

const transport = transportFrom(process.argv.slice(2));
if (transport === undefined) {
  console.error('agent-authoring: say how to talk to the server, for example with --stdio.');
  process.exit(2);
}
// The bundle lies in dist/, the documentation beside it.
const docsBase = pathToFileURL(join(__dirname, '..', 'docs', 'rules')).toString();
phase = serve(connectionOver(transport), { docsBase, exists, config });

/** Only files on this machine can be seen from here; rejects for others, and when looking fails. */
async function exists(uri: string): Promise<boolean> {
  try {
    await stat(fileURLToPath(uri));
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** The text of a configuration file on this machine, or undefined; one that is far too long is not even read. */
async function config(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  const path = fileURLToPath(uri);
  const stats = await stat(path);
  // A character takes three bytes of UTF-8 at most for each UTF-16 unit; what is read is measured again.
  return stats.isFile() && stats.size <= MAX_CONFIGURATION_LENGTH * 3 ? readFile(path, 'utf8') : undefined;
}

/** A connection whose end, on either side, is the end of the process. */
function connectionOver(chosen: Transport): Connection {
  if (chosen.kind === 'ipc') {
    process.on('disconnect', leave);
    return createConnection(ProposedFeatures.all);
  }
  const { input, output } = streamsOf(chosen);
  const frames = guarded(input, (what) => {
    console.error(`agent-authoring: what arrives are no messages of the protocol: ${what}.`);
    process.exit(1);
  });
  frames.on('end', leave);
  output.on('error', leave);
  output.on('close', leave);
  const reader = new StreamMessageReader(frames);
  const writer = new StreamMessageWriter(output);
  reader.onError((error) => {
    if (error instanceof SyntaxError) refuse(writer);
  });
  return createConnection(ProposedFeatures.all, reader, writer);
}

/** Answers a frame that contains no JSON, as JSON-RPC demands; its request is not known. */
function refuse(writer: MessageWriter): void {
  const error = { code: ErrorCodes.ParseError, message: 'The message is not JSON.' };
  const response = { jsonrpc: '2.0', id: null, error };
  writer.write(response).catch(leave);
}
