/** A client and a server that talk over two streams in memory, for tests of what goes over the wire. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../server/lsp/server';
import type { Host } from '../../server/lsp/session';

export const AGENT = 'file:///w/.claude/agents/endpoint-checker.md';

/** One fault that the host drops without a word, one repetition. */
export const TEXT = `---
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
  /** What the client answers when it is asked for settings. */
  readonly configuration?: () => unknown;
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
  /** Resolves with the first publication, past or future, for which `wanted` holds. */
  readonly publication: (wanted: (params: PublishDiagnosticsParams) => boolean) => Promise<PublishDiagnosticsParams>;
  /** Resolves with the first line of the log, past or future, that matches. */
  readonly logged: (pattern: RegExp) => Promise<string>;
  /** Resolves when the server has read every message so far and has published what it had to. */
  readonly settled: () => Promise<void>;
}

/** Two connected ends; the server's is not listening yet. */
export function wire(t: TestContext): { readonly server: Connection; readonly client: ProtocolConnection } {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  t.after(() => client.dispose());
  return { server, client };
}

/** Starts a server and says hello to it. */
export async function converse(t: TestContext, options: Options = {}): Promise<Conversation> {
  const { server, client } = wire(t);
  serve(server, options.host);
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  let waiting: (() => void)[] = [];
  const tell = (): void => {
    const all = waiting;
    waiting = [];
    for (const look of all) look();
  };
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    tell();
  });
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
    tell();
  });
  client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => options.configuration?.() ?? null),
  );
  client.listen();
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  void client.sendNotification('initialized', {});

  const first = <T>(items: readonly T[], wanted: (item: T) => boolean): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = items.find(wanted);
        if (found === undefined) waiting.push(look);
        else resolve(found);
      };
      look();
    });
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
    publication: (wanted) => first(published, wanted),
    logged: (pattern) => first(log, (line) => pattern.test(line)),
    settled: async () => {
      await roundTrip(client);
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
      await roundTrip(client);
    },
  };
}

/** Messages are answered in order, so that an answer says that all messages before were read. */
const roundTrip = (client: ProtocolConnection): Promise<unknown> =>
  client.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'untitled:none' } });

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
