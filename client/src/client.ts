/** Starts the language server when the first agent file is opened, and again on request; shared by both extension hosts. */
import {
  type ExtensionContext,
  FileSystemError,
  FileType,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { documentSelector, matches } from './selector';

/** Makes a client that is not started yet; the two extension hosts differ in nothing else. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` returns, for tests in the editor. */
export interface Api {
  /** The client of the server that runs now; undefined until an agent file was opened. */
  readonly client: () => BaseLanguageClient | undefined;
}

/** Registers the commands and starts the server as soon as there is a document for it. */
export async function activateWith(context: ExtensionContext, create: CreateClient): Promise<Api> {
  const output = window.createOutputChannel('Agent Authoring', { log: true });
  const server = new Server(() => create(optionsFor(context, output)));
  context.subscriptions.push(output, server, ...registerCommands(server));
  await startWhenNeeded(context, server);
  return { client: () => server.client };
}

const optionsFor = (context: ExtensionContext, outputChannel: LogOutputChannel): LanguageClientOptions => ({
  documentSelector: documentSelector(),
  synchronize: { configurationSection: 'agentAuthoring' },
  initializationOptions: {
    docsBase: Uri.joinPath(context.extensionUri, 'docs/rules').toString(),
    answersExists: true,
    answersConfig: true,
    hasSnippets: true,
  },
  outputChannel,
});

/** Plain Markdown activates the extension too, for the commands; it must not cost a server process. */
async function startWhenNeeded(context: ExtensionContext, server: Server): Promise<void> {
  if (workspace.textDocuments.some((document) => matches(documentSelector(), document))) return server.restart();
  const waiting = workspace.onDidOpenTextDocument((document) => {
    if (!matches(documentSelector(), document)) return;
    waiting.dispose();
    void server.restart();
  });
  context.subscriptions.push(waiting);
}

/** Whether a file or folder is there, in whatever file system the workspace has; rejects when that cannot be seen. */
async function exists({ uri }: { readonly uri: string }): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.parse(uri));
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Bytes; a configuration file is some kilobytes, and the server reads no more of it. */
const MAX_CONFIG_BYTES = 256 * 1024;

/** The text of a configuration file, in whatever file system the workspace has, or null; nothing else can be asked for. */
async function config({ uri }: { readonly uri: string }): Promise<string | null> {
  const file = Uri.parse(uri);
  if (!file.path.endsWith('/.agent-authoring.json')) return null;
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > MAX_CONFIG_BYTES) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** The server as one thing that can be started over; each start takes a new client, so that a failed one leaves nothing behind. */
class Server {
  client: BaseLanguageClient | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(readonly create: () => BaseLanguageClient) {}

  /** Ends the server if it runs and starts it. Calls wait for each other. */
  restart(): Promise<void> {
    this.#last = this.#last.then(async () => {
      await this.#stop();
      this.client = this.create();
      this.client.onRequest<boolean, never>('agentAuthoring/exists', exists);
      this.client.onRequest<string | null, never>('agentAuthoring/config', config);
      // A failure has been shown and logged by the client; the command to try again stays usable.
      await this.client.start().catch(() => undefined);
    });
    return this.#last;
  }

  dispose(): Promise<void> {
    this.#last = this.#last.then(() => this.#stop());
    return this.#last;
  }

  async #stop(): Promise<void> {
    // A server that crashed cannot be stopped in an orderly way, and need not be.
    await this.client?.dispose().catch(() => undefined);
    this.client = undefined;
  }
}
