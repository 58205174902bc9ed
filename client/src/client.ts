/** Starts the language server when the first agent file is opened, and restarts it on request. Both extension hosts use it. */
import {
  EventEmitter,
  type ExtensionContext,
  FileSystemError,
  FileType,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { configurationEndings, readFiles } from './agentFiles';
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
    client.onRequest<string | null, never>('agentAuthoring/config', config);
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

/** Whether a file or folder exists, in any file system of the workspace. Rejects when that cannot be determined. */
async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** In bytes. Configuration files and manifests have a few kilobytes, and the server reads no more than that. */
const MAX_CONFIG_BYTES = 256 * 1024;

/** The text of a configuration file or manifest in any file system of the workspace, or null. No other file can be read. */
async function config({ uri }: { readonly uri: string }): Promise<string | null> {
  const file = Uri.parse(uri);
  const isRead = readFiles.some((name) => file.path.endsWith(`/${name}`));
  if (!isRead && !configurationEndings.some((ending) => file.path.endsWith(ending))) return null;
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > MAX_CONFIG_BYTES) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** A server that can be restarted. Each start makes a new client, so a failed one leaves no state. */
class Server {
  client: BaseLanguageClient | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(readonly create: () => BaseLanguageClient) {}

  /** Starts the server unless it runs. */
  async start(): Promise<void> {
    await this.started();
  }

  /** Stops the server if it runs, and starts it. Calls wait for each other. */
  restart(): Promise<void> {
    this.#last = this.#last.then(async () => {
      await this.#stop();
      await this.#start();
    });
    return this.#last;
  }

  /** The client of the server, which is started when it does not run. */
  async started(): Promise<BaseLanguageClient> {
    const started = this.#last.then(() => this.client ?? this.#start());
    this.#last = started.then(() => undefined);
    return started;
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = this.create();
    this.client = client;
    // The client has shown and logged the failure; the restart command still works.
    await client.start().catch(() => undefined);
    return client;
  }

  dispose(): Promise<void> {
    this.#last = this.#last.then(() => this.#stop());
    return this.#last;
  }

  async #stop(): Promise<void> {
    // A crashed server cannot be stopped properly, and does not need to be.
    await this.client?.dispose().catch(() => undefined);
    this.client = undefined;
  }
}
