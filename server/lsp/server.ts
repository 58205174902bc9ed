/** The language server, the same on every transport: wires a connection to a session. */
import { type Connection, DidChangeConfigurationNotification, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { featuresOf } from './features';
import { guardOf, type Phase } from './register';
import { type Host, Session } from './session';

/** Serves one client on `connection` until it says goodbye. Starts listening at once. */
export function serve(connection: Connection, host: Host = {}): void {
  const session = new Session(connection, host);
  const { documents } = session;
  const features = featuresOf(session);
  let phase: Phase = 'new';

  connection.onInitialize((params) => {
    session.initialize(params);
    phase = 'running';
    return { capabilities: capabilitiesOf(features.map(({ capability }) => capability)), serverInfo: { name: 'agent-authoring' } };
  });
  connection.onInitialized(() => {
    if (session.client().registersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'agentAuthoring' });
    void session.readSettings();
  });
  connection.onShutdown(() => {
    phase = 'shut down';
  });
  connection.onDidChangeConfiguration(({ settings }) => void session.readSettings(settings));

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    session.publishSoon(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.change({ uri, version, changes: contentChanges });
    if (document !== undefined) return session.publishSoon(uri);
    connection.console.error(`A change of ${uri} made no sense; the document is not checked until it is opened again.`);
    session.clear(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    session.clear(uri);
  });

  const guard = guardOf(connection, () => phase, (uri) => documents.get(uri));
  for (const feature of features) feature.connect(connection, guard);
  connection.listen();
}

const capabilitiesOf = (parts: readonly ServerCapabilities[]): ServerCapabilities =>
  Object.assign({ positionEncoding: 'utf-16', textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } }, ...parts);
