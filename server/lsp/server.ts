/** The language server, the same on every transport: wires a connection to a session. */
import {
  type Connection,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { agentFilesOf } from './agentFiles';
import { agentsChangedIn } from './agentsChanged';
import { agentsViewOf } from './agentsView';
import { featuresOf } from './features';
import type { Host } from './host';
import { overviewFeaturesOf } from './overview';
import { editBeforeRename, refactorFeaturesOf, willRenameFiles } from './refactorFeatures';
import { guardOf, outOfPhase, type Phase } from './register';
import { Session } from './session';
import { readChanges, readOpen, readUri } from './wire';

/**
 * Serves one client on `connection` until it shuts the server down. Starts listening at once.
 * @returns A function that returns the current phase.
 */
export function serve(connection: Connection, host: Host = {}): () => Phase {
  const session: Session = new Session(connection, host, () =>
    capabilitiesOf(features.map(({ capability }) => capability)),
  );
  let phase: Phase = 'new';
  const changes = agentsChangedIn(session, connection, () => phase === 'running');
  const features = [
    ...featuresOf(session),
    ...refactorFeaturesOf(session),
    agentsViewOf(session, changes),
    ...overviewFeaturesOf(session, changes),
    agentFilesOf(session),
  ];
  /** Ignores notifications outside the running phase. */
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
  connection.onInitialized(whileRunning(() => session.start()));
  connection.onShutdown(() => {
    const refusal = outOfPhase(phase);
    phase = 'shut down';
    session.end();
    return refusal;
  });
  // Requests without a handler also get the error that LSP requires for the phase.
  connection.onRequest(
    (method) => outOfPhase(phase) ?? new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`),
  );
  connection.onDidChangeConfiguration(whileRunning((params) => session.configuration.didChange(params)));
  connection.onDidChangeWatchedFiles(whileRunning((params) => session.didChangeWatchedFiles(params)));
  const moved = whileRunning((params) => session.didOperateOnFiles(params));
  connection.workspace.onDidCreateFiles(moved);
  connection.workspace.onDidRenameFiles(moved);
  connection.workspace.onDidDeleteFiles(whileRunning((params) => session.didOperateOnFiles(params, true)));
  connection.workspace.onWillRenameFiles(
    (params) => outOfPhase(phase) ?? editBeforeRename(session, connection, params),
  );
  connection.onDidOpenTextDocument(whileRunning((params) => session.update(readOpen(params))));
  connection.onDidChangeTextDocument(whileRunning((params) => session.update(readChanges(params))));
  const withUri = (act: (uri: string) => void): ((params: unknown) => void) =>
    whileRunning((params) => {
      const uri = readUri(params);
      if (uri !== undefined) act(uri);
    });
  connection.onDidSaveTextDocument(withUri((uri) => session.didSave(uri)));
  connection.onDidCloseTextDocument(withUri((uri) => session.close(uri)));

  const guard = guardOf(
    connection,
    () => phase,
    (uri) => session.documents.get(uri),
  );
  connection.languages.diagnostics.onWorkspace(
    (params, token, _, parts) =>
      outOfPhase(phase) ?? session.pulls.answer(params, token, parts && ((part) => parts.report(part))),
  );
  for (const feature of features) feature.connect(connection, guard);
  connection.listen();
  return () => phase;
}

/** A link may point to any file or folder. */
const anyFile = { filters: [{ pattern: { glob: '**' } }] };

const capabilitiesOf = (parts: readonly ServerCapabilities[]): ServerCapabilities =>
  Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: {} },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile, willRename: willRenameFiles },
      },
    },
    ...parts,
  );
