/** Leaves a document out after it has ended the server, until a person changes it, so that the server does not end again and again. */
import { type LogOutputChannel, l10n, Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  LSPErrorCodes,
  type MessageSignature,
  type Middleware,
  ResponseError,
} from 'vscode-languageclient';
import { InProgress } from './inProgress';

/** The documents that are left out of one client, and what its options need for that. */
export class LeftOut {
  readonly #inProgress = new InProgress();
  readonly #uris = new Set<string>();
  #client: BaseLanguageClient | undefined;
  #usual: ErrorHandler | undefined;

  constructor(readonly log: LogOutputChannel) {}

  /** The client that was made with the options. */
  use(client: BaseLanguageClient): void {
    this.#client = client;
    this.#usual = client.createDefaultErrorHandler();
  }

  readonly middleware: Middleware = {
    sendRequest: async (type, params, token, next) => {
      const sent = this.#inProgress.requested(uriIn(params));
      try {
        const answer = await next(type, params, token);
        this.#inProgress.answered(sent, token?.isCancellationRequested === true);
        return answer;
      } catch (error) {
        if (isAnswer(error)) this.#inProgress.answered(sent, error.code === LSPErrorCodes.RequestCancelled);
        throw error;
      }
    },
    sendNotification: (type, next, params) => {
      const uri = changesText(type) ? uriIn(params) : undefined;
      if (uri !== undefined) this.#inProgress.notified(uri);
      return next(type, params);
    },
    didOpen: async (document, next) => {
      if (!this.#uris.has(document.uri.toString())) await next(document);
    },
    didChange: async (event, next) => {
      if (!this.#uris.delete(event.document.uri.toString()) || this.#client === undefined) return next(event);
      const { code2ProtocolConverter } = this.#client;
      const opened = code2ProtocolConverter.asOpenTextDocumentParams(event.document);
      await this.#client.sendNotification(DidOpenTextDocumentNotification.type, opened);
      // The text is known already, but the client only pulls diagnostics after a change that it sends itself.
      await next({ ...event, contentChanges: [] });
    },
    didClose: async (document, next) => {
      this.#uris.delete(document.uri.toString());
      await next(document);
    },
  };

  readonly errorHandler: ErrorHandler = {
    error: (...about) => this.#usual?.error(...about) ?? { action: ErrorAction.Continue },
    closed: () => {
      this.#leaveOut(this.#inProgress.ended());
      return this.#usual?.closed() ?? { action: CloseAction.DoNotRestart };
    },
  };

  #leaveOut(uri: string | undefined): void {
    if (uri === undefined) return;
    this.#uris.add(uri);
    const name = Uri.parse(uri).path.split('/').at(-1) ?? '';
    const message = l10n.t(
      'The Agent Authoring server stopped while it worked on {0}. It ignores this file until you change it.',
      name,
    );
    this.log.error(`${message} ${uri}`);
    void window.showWarningMessage(message);
  }
}

/** Whether an error comes from the server. The other ones say that the connection has ended. */
const isAnswer = (error: unknown): error is ResponseError<unknown> =>
  error instanceof ResponseError && (error.code < FIRST_OF_CONNECTION || error.code > LAST_OF_CONNECTION);

/** The codes that the library uses for a message that was not sent or not answered. */
const FIRST_OF_CONNECTION = ErrorCodes.MessageWriteError;
const LAST_OF_CONNECTION = ErrorCodes.ConnectionInactive;

/** The document that a message is about. */
function uriIn(params: unknown): string | undefined {
  if (!isRecord(params) || !isRecord(params['textDocument'])) return undefined;
  const { uri } = params['textDocument'];
  return typeof uri === 'string' ? uri : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const texts: readonly string[] = [DidOpenTextDocumentNotification.method, DidChangeTextDocumentNotification.method];

const changesText = (type: string | MessageSignature): boolean =>
  texts.includes(typeof type === 'string' ? type : type.method);
