/** A client and a server, connected by two streams in memory, for tests of the protocol. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type InitializeResult,
  Message,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import { Calm } from '../../server/lsp/calm';
import type { Host } from '../../server/lsp/host';
import { connectionOptions } from '../../server/lsp/messages';
import { serve } from '../../server/lsp/server';

export const AGENT = 'file:///w/.claude/agents/endpoint-checker.md';

/** One removed tool and one duplicate. */
export const TEXT = document`
  ---
  name: endpoint-checker
  description: Calls every endpoint of a service and lists those that answer wrongly.
  tools: Read, Grep, Edit, MultiEdit, Read
  ---

  You call endpoints.

  ## Access Restrictions

  - Read \`src/\` only.

  ## Workflow

  \`\`\`bash
  curl -i http://localhost:8000/health
  \`\`\`
  `;

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly host?: Host;
  readonly workspaceFolders?: readonly WorkspaceFolder[];
  /** What the client answers when it is asked for settings. */
  readonly configuration?: () => unknown;
  /** Sends what a client should not send before `initialize`. */
  readonly early?: (client: ProtocolConnection) => void;
}

export interface Conversation {
  readonly client: ProtocolConnection;
  readonly result: InitializeResult;
  /** Everything that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** Texts of `window/logMessage`. */
  readonly log: readonly string[];
  readonly open: (text: string, uri?: string, version?: number) => void;
  readonly change: (version: number, contentChanges: unknown, uri?: string) => void;
  /** The first publication for which `wanted` holds; fails when there is none although everything has settled. */
  readonly publication: (wanted: (params: PublishDiagnosticsParams) => boolean) => Promise<PublishDiagnosticsParams>;
  /** The first line of the log that matches; fails when there is none although everything has settled. */
  readonly logged: (pattern: RegExp) => Promise<string>;
  /**
   * Resolves when everything that was sent is processed: the server has read every message, each request that
   * it sent to the client or to a host in memory is answered and the answer read, and everything it publishes has arrived.
   */
  readonly settled: () => Promise<void>;
}

/** Two connected ends; the server's is not listening yet. */
export interface Wire {
  readonly server: Connection;
  readonly client: ProtocolConnection;
  /** How many requests and notifications have arrived at the client. */
  readonly heard: () => number;
}

/** Counts what it reads apart from answers. */
class CountingReader extends StreamMessageReader {
  heard = 0;

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      if (!Message.isResponse(message)) this.heard++;
      callback(message);
    });
  }
}

/** Connects a server and a client. */
export function wire(t: TestContext): Wire {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), connectionOptions);
  const reader = new CountingReader(down);
  const client = createProtocolConnection(reader, new StreamMessageWriter(up));
  t.after(() => client.dispose());
  return { server, client, heard: () => reader.heard };
}

/** Starts a server and initializes it. */
export async function converse(t: TestContext, options: Options = {}): Promise<Conversation> {
  const { server, client, heard } = wire(t);
  serve(server, options.host);
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => options.configuration?.() ?? null),
  );
  client.listen();
  options.early?.(client);
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    ...(options.workspaceFolders && { workspaceFolders: options.workspaceFolders }),
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  void client.sendNotification('initialized', {});

  const settled = (): Promise<void> => settle(client, heard);
  return {
    client,
    result,
    published,
    log,
    open: (text, uri = AGENT, version = 1) =>
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      }),
    change: (version, contentChanges, uri = AGENT) =>
      void client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    publication: async (wanted) => {
      await settled();
      return published.find(wanted) ?? missing('no publication is the one that is waited for', published);
    },
    logged: async (pattern) => {
      await settled();
      return log.find((line) => pattern.test(line)) ?? missing(`no line of the log matches ${pattern}`, log);
    },
    settled,
  };
}

function missing(what: string, among: readonly unknown[]): never {
  return assert.fail(`${what}; there are ${among.length}: ${JSON.stringify(among, undefined, 2)}`);
}

/** The number of rounds after which a server that sends something in each is assumed to never stop. */
const MOST_ROUNDS = 50;

async function settle(client: ProtocolConnection, heard: () => number): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = heard();
    // What the server asks is answered before the end of the first trip is read, and that answer read with the next trip.
    await roundTrip(client);
    await calm();
    await roundTrip(client);
    // A message may cause another one. After a round without one, nothing is left that could.
    if (heard() === before) return;
  }
  assert.fail(`the server does not stop: ${heard()} requests and notifications so far`);
}

/** Messages are read and answered in order, so any answer means that all earlier messages were read. */
const roundTrip = (client: ProtocolConnection): Promise<unknown> =>
  client.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'untitled:none' } }).catch(() => undefined);

/** The number of turns after which waiting fails; four are enough. */
const MOST_TURNS = 100;

/**
 * Resolves when the server has published what it delays until changes pause. Timers of one length run in the order in
 * which they are set, and this one waits as long as any of the server's can: a second name has come while it waited.
 */
const calm = (): Promise<void> =>
  new Promise((resolve, reject) => {
    let isCalm = false;
    const names = new Calm(() => {
      isCalm = true;
      resolve();
    });
    names.add('one');
    names.add('two');
    const turn = (left: number): void => {
      if (left === 0) reject(new Error('what became calm was not acted on'));
      else if (!isCalm) setTimeout(turn, 0, left - 1);
    };
    turn(MOST_TURNS);
  });

/** The code of the error with which a request is answered. */
export async function errorCode(request: Promise<unknown>): Promise<number> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error.code;
    throw error;
  }
  return assert.fail('the request was answered without an error');
}

/** Rules and the texts they mark, for comparing at a glance. */
export const shown = (text: string, diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, range }) => {
    const line = text.split('\n')[range.start.line] ?? '';
    return `${code} ${line.slice(range.start.character, range.end.character)}`;
  });

/** The marks of the last publication about `TEXT`, once everything has settled. */
export async function lastMarks(conversation: Conversation): Promise<readonly string[]> {
  await conversation.settled();
  return shown(TEXT, conversation.published.at(-1)?.diagnostics ?? []);
}
