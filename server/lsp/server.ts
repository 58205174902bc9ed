/** The language server, the same on every transport: wires a connection to a session. */
import {
  type Connection,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { featuresOf } from './features';
import { guardOf, outOfPhase, type Phase } from './register';
import { type Host, Session } from './session';
import { readChanges, readOpen, readUri } from './wire';

/**
 * Serves one client on `connection` until it says goodbye. Starts listening at once.
 * @returns How far the conversation has come when it is called.
 */
export function serve(connection: Connection, host: Host = {}): () => Phase {
  const session = new Session(connection, host);
  const features = featuresOf(session);
  let phase: Phase = 'new';
  /** Notifications outside the running phase have no meaning and no answer. */
  const whileRunning =
    (act: (params: unknown) => void) =>
    (params: unknown): void => {
      if (phase === 'running') act(params);
    };

  connection.onInitialize((params) => {
    if (phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, '`initialize` may be sent only once.');
    session.initialize(params);
    phase = 'running';
    return {
      capabilities: capabilitiesOf(features.map(({ capability }) => capability)),
      serverInfo: { name: 'agent-authoring' },
    };
  });
  connection.onInitialized(whileRunning(() => session.configuration.start()));
  connection.onShutdown(() => {
    const refusal = outOfPhase(phase);
    phase = 'shut down';
    session.end();
    return refusal;
  });
  // All other requests, so that the order that LSP demands is kept for them too.
  connection.onRequest(
    (method) => outOfPhase(phase) ?? new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`),
  );
  connection.onDidChangeConfiguration(whileRunning((params) => session.configuration.didChange(params)));
  connection.onDidChangeWatchedFiles(whileRunning(() => session.didChangeWatchedFiles()));
  const moved = whileRunning(() => session.didMoveFiles());
  connection.workspace.onDidCreateFiles(moved);
  connection.workspace.onDidRenameFiles(moved);
  connection.workspace.onDidDeleteFiles(moved);
  connection.onDidOpenTextDocument(whileRunning((params) => session.update(readOpen(params))));
  connection.onDidChangeTextDocument(whileRunning((params) => session.update(readChanges(params))));
  connection.onDidCloseTextDocument(
    whileRunning((params) => {
      const uri = readUri(params);
      if (uri !== undefined) session.close(uri);
    }),
  );

  const guard = guardOf(
    connection,
    () => phase,
    (uri) => session.documents.get(uri),
  );
  for (const feature of features) feature.connect(connection, guard);
  connection.listen();
  return () => phase;
}

/** Every file and folder may be what a link leads to. */
const anyFile = { filters: [{ pattern: { glob: '**' } }] };

const capabilitiesOf = (parts: readonly ServerCapabilities[]): ServerCapabilities =>
  Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile } },
    },
    ...parts,
  );
