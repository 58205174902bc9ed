/** A client of one language server, which measures how long answers take. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Program, type Started, start } from './process';
import type { Position, Source, Typed } from './texts';

/** How to talk to one server. */
export interface Protocol {
  readonly program: Program;
  readonly languageId: string;
  /** The URI of a document that the server reads. */
  readonly uri: (name: string) => string;
  /** Whether diagnostics are asked for; otherwise the server publishes them. */
  readonly pulls: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The initialization options. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A document of its language that has at least so many UTF-16 units. */
  readonly document: (source: Source, length: number) => Typed;
  /** Answers to requests of the server, by method. */
  readonly answer: (method: string, params: unknown, text: (uri: string) => string) => unknown;
}

/** Milliseconds after which a server counts as silent. */
const SILENCE = 120_000;

/** Milliseconds after which a server that was told to end is killed. */
const LONGEST_END = 2_000;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

interface Waiting {
  readonly wants: (message: Fields) => boolean;
  readonly found: (message: Fields) => void;
  /** Called when the server ends first. */
  readonly lost: () => void;
}

export class Server {
  readonly #child: ChildProcess;
  readonly #texts = new Map<string, string>();
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  #waiting: readonly Waiting[] = [];
  #pending: Buffer = Buffer.alloc(0);
  #id = 0;
  readonly #ended: Promise<unknown>;
  readonly cpu: Started['cpu'];
  readonly usage: Started['usage'];

  /** Starts a server. Send `initialize` next. */
  constructor(readonly protocol: Protocol) {
    const { child, cpu, usage } = start(protocol.program);
    this.#child = child;
    this.cpu = cpu;
    this.usage = usage;
    this.#ended = once(child, 'exit').then(() => {
      for (const { lost } of this.#waiting) lost();
    });
    child.stdin?.on('error', () => undefined);
    child.stdout?.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /** @param folder The workspace folder, as a URI; none when omitted. */
  async initialize(folder?: string): Promise<void> {
    const resolves = { resolveSupport: { properties: ['edit'] }, dataSupport: true };
    const kinds = { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source', 'source.fixAll'] } };
    const capabilities = {
      workspace: { configuration: true, workspaceEdit: { documentChanges: true }, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        ...(this.protocol.pulls ? { diagnostic: { dynamicRegistration: false } } : {}),
        codeAction: { ...resolves, codeActionLiteralSupport: kinds },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    };
    const initializationOptions = this.protocol.options;
    const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'workspace' }];
    const params = { processId: process.pid, rootUri: null, workspaceFolders, capabilities, initializationOptions };
    await this.request('initialize', params);
    this.notify('initialized', {});
    if (Object.keys(this.protocol.settings).length > 0)
      this.notify('workspace/didChangeConfiguration', { settings: this.protocol.settings });
  }

  /** Sends a request. Rejects when the server answers with an error. */
  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#id;
    const answer = this.#first(method, (message) => message['id'] === id && message['method'] === undefined);
    this.#send({ id, method, params });
    const { error, result } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Opens a document and waits for its diagnostics. */
  async open(uri: string, text: string): Promise<void> {
    await this.#diagnosed(uri, () => this.sendOpen(uri, text));
  }

  sendOpen(uri: string, text: string): void {
    this.#texts.set(uri, text);
    const { languageId } = this.protocol;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces what is between two positions of a line, and waits for diagnostics. Returns the milliseconds that this took. */
  async edit(
    uri: string,
    version: number,
    { line, character }: Position,
    length: number,
    text: string,
  ): Promise<number> {
    const range = { start: { line, character }, end: { line, character: character + length } };
    const start = performance.now();
    await this.#diagnosed(uri, () =>
      this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] }),
    );
    return performance.now() - start;
  }

  /** Resolves when diagnostics of each document have come; they are published or asked for. */
  async allDiagnosed(uris: readonly string[], send: () => void): Promise<void> {
    if (this.protocol.pulls) {
      send();
      await Promise.all(uris.map((uri) => this.#pull(uri)));
      return;
    }
    const missing = new Set(uris);
    const all = this.#first('diagnostics of all documents', (message) => {
      missing.delete(publishedUri(message) ?? '');
      return missing.size === 0;
    });
    send();
    await all;
  }

  /** The latest diagnostics that begin in a line. */
  diagnosticsAt(uri: string, line: number): readonly Diagnostic[] {
    return (this.#diagnostics.get(uri) ?? []).filter(({ range }) => range.start.line === line);
  }

  /** Ends the server as an editor does. One that does not end by itself is killed. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), LONGEST_END);
    this.#send({ id: ++this.#id, method: 'shutdown' });
    this.#send({ method: 'exit' });
    await this.#ended;
    clearTimeout(late);
  }

  async #diagnosed(uri: string, send: () => void): Promise<void> {
    const published = this.protocol.pulls
      ? undefined
      : this.#first(`diagnostics of ${uri}`, (message) => publishedUri(message) === uri);
    send();
    await (published ?? this.#pull(uri));
  }

  async #pull(uri: string): Promise<void> {
    this.#keep(uri, await this.request('textDocument/diagnostic', { textDocument: { uri } }), 'items');
  }

  #keep(uri: string, message: unknown, key: string): void {
    const list = isFields(message) ? message[key] : undefined;
    if (Array.isArray(list)) this.#diagnostics.set(uri, list);
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  async #first(what: string, wants: Waiting['wants']): Promise<Fields> {
    const { file } = this.protocol.program;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Fields>((found, reject) => {
        const fail = (why: string) => (): void => reject(new Error(`${file}: no ${what}, because it ${why}`));
        timer = setTimeout(fail(`said nothing for ${SILENCE / 1000} s`), SILENCE);
        this.#waiting = [...this.#waiting, { wants, found, lost: fail('ended') }];
      });
    } finally {
      clearTimeout(timer);
    }
  }

  #read(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const end = this.#pending.indexOf('\r\n\r\n');
      const head = /Content-Length: (\d+)/i.exec(this.#pending.toString('latin1', 0, Math.max(0, end)));
      const stop = end + 4 + Number(head?.[1]);
      if (end < 0 || !(this.#pending.length >= stop)) return;
      const message: unknown = JSON.parse(this.#pending.toString('utf8', end + 4, stop));
      this.#pending = this.#pending.subarray(stop);
      if (isFields(message)) this.#receive(message);
    }
  }

  #receive(message: Fields): void {
    const { id, method, params } = message;
    if (typeof method === 'string' && id !== undefined) {
      const result = this.protocol.answer(method, params, (uri) => this.#texts.get(uri) ?? '');
      this.#send({ id, result: result ?? null });
    }
    const published = publishedUri(message);
    if (published !== undefined) this.#keep(published, params, 'diagnostics');
    const found = this.#waiting.filter(({ wants }) => wants(message));
    this.#waiting = this.#waiting.filter((one) => !found.includes(one));
    for (const one of found) one.found(message);
  }
}

function publishedUri({ method, params }: Fields): string | undefined {
  const uri = method === 'textDocument/publishDiagnostics' && isFields(params) ? params['uri'] : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
