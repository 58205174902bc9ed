/** Starts the language server when the first agent file is opened, and registers what shows its answers. Both extension hosts use it. */
import { EventEmitter, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { registerAgentActions } from './agents/actions';
import { requests } from './agents/protocol';
import { AgentsView } from './agents/view';
import { AskedFiles } from './askedFiles';
import { registerCommands } from './commands';
import { type Overviews, overviewsOf, registerOverviews } from './commands/showOverview';
import { LanguageStatus, type ShownStatus } from './languageStatus';
import { LeftOut } from './leftOut';
import { watchLooks } from './looksLikeAgent';
import { watchOwnChecks, withoutRepeated } from './ownChecks';
import { ownHeadings, placesOfSnippets } from './ownFeatures';
import { registerPages, rulePages } from './pages';
import { documentSelector, matches } from './selector';
import { Server } from './server';
import { configurationText, exists } from './singleFiles';
import { type FoundFiles, findIndexed, hasAgents, readIndexed } from './workspaceFiles';

/** Makes a client that is not started yet. This is the only difference between the two extension hosts. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` returns, for tests in the editor. */
export interface Api {
  /** The client of the running server; undefined until an agent file is opened. */
  readonly client: () => BaseLanguageClient | undefined;
  readonly overviews: Overviews;
  /** What the language status says. */
  readonly status: () => ShownStatus;
  /** The view of all agents. */
  readonly agents: AgentsView;
}

/** Registers the commands and starts the server as soon as there is a document for it. */
export async function activateWith(context: ExtensionContext, create: CreateClient): Promise<Api> {
  const output = window.createOutputChannel('Agent Authoring', { log: true });
  const asked = new AskedFiles();
  const status = new LanguageStatus();
  const server = new Server(() => {
    // A restart that the user asks for leaves nothing out.
    const leftOut = new LeftOut(output);
    const client = create(optionsFor(output, asked, leftOut));
    leftOut.use(client);
    status.use(client);
    client.onRequest<boolean, never>('agentAuthoring/exists', ({ uri }: { readonly uri: string }) => {
      const file = Uri.parse(uri);
      asked.add(file);
      return exists(file);
    });
    client.onRequest<string | null, never>('agentAuthoring/config', configurationText);
    client.onRequest<FoundFiles, never>('agentAuthoring/files', findIndexed);
    client.onRequest<string | null, never>('agentAuthoring/text', readIndexed);
    client.onNotification(requests.changed, () => {
      agents.changed();
      changed.fire();
    });
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      agents.changed(true);
      changed.fire();
    });
    return client;
  });
  const changed = new EventEmitter<void>();
  const agents = new AgentsView(server);
  const overviews = overviewsOf(server, changed.event, context.extensionUri);
  // Only another server reads the user's files.
  const trusted = workspace.onDidGrantWorkspaceTrust(() => server.client && server.restart());
  context.subscriptions.push(output, status, changed, server, asked, trusted, registerPages(context));
  context.subscriptions.push(
    ...registerCommands(server, output, context.extensionUri),
    ...registerOverviews(overviews),
  );
  context.subscriptions.push(agents, ...registerAgentActions(agents));
  context.subscriptions.push(...watchOwnChecks(() => server.client));
  await startWhenNeeded(context, server);
  // The server knows what the configuration calls agents.
  context.subscriptions.push(watchLooks(() => server.client));
  return { client: () => server.client, status: () => status.shown, agents, overviews };
}

const optionsFor = (
  outputChannel: LogOutputChannel,
  fileEvents: AskedFiles,
  { middleware, errorHandler }: LeftOut,
): LanguageClientOptions => ({
  documentSelector: documentSelector(),
  synchronize: { configurationSection: 'agentAuthoring', fileEvents },
  middleware: { ...middleware, provideDiagnostics: withoutRepeated },
  errorHandler,
  initializationOptions: {
    docsBase: rulePages,
    answersExists: true,
    answersConfig: true,
    answersFiles: true,
    showsReferences: true,
    hasActionCommands: true,
    showsWhatHostSees: true,
    isTrusted: workspace.isTrusted,
    ...ownHeadings(),
    hasSnippets: placesOfSnippets(),
    hasSchema: true,
  },
  outputChannel,
});

/** Plain Markdown also activates the extension, for its commands, but must not start a server process. */
async function startWhenNeeded(context: ExtensionContext, server: Server): Promise<void> {
  const isOpen = workspace.textDocuments.some((document) => matches(documentSelector(), document));
  if (isOpen || (await showsWorkspace())) return server.start();
  const waiting = workspace.onDidOpenTextDocument((document) => {
    if (!matches(documentSelector(), document)) return;
    waiting.dispose();
    void server.started();
  });
  context.subscriptions.push(waiting);
}

/** Whether the workspace has agents whose problems are shown before one is opened. */
async function showsWorkspace(): Promise<boolean> {
  if (workspace.getConfiguration('agentAuthoring').get('diagnostics.scope') !== 'workspace') return false;
  return hasAgents();
}
