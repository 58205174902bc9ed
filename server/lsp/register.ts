/** Puts a capability beside its handler, and one guard around all handlers. */
import { type CancellationToken, type Connection, ErrorCodes, LSPErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { Dialect } from '../core/index';
import type { OpenDocument } from './documents';

/** How far the conversation has come; requests outside `running` are refused as LSP demands. */
export type Phase = 'new' | 'running' | 'shut down';

/** A document of a dialect we know, which is all that handlers see. */
export interface Known extends OpenDocument {
  readonly dialect: Dialect;
}

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | ResponseError<never>;

/**
 * Makes a handler out of a function on a document.
 * @param empty The answer for documents that are not open or of no known dialect: nothing is known, nothing is said.
 */
export type Guard = <P extends OnDocument, R>(empty: R, answer: (document: Known, params: P) => R) => Handler<P, R>;

/** One kind of request: what the client is told of it, and how it is connected. */
export interface Feature {
  readonly capability: ServerCapabilities;
  readonly connect: (connection: Connection, guard: Guard) => void;
}

/** A feature from its capability and its handler. */
export const on = (capability: ServerCapabilities, connect: Feature['connect']): Feature => ({ capability, connect });

/** The guard of a session: it refuses what LSP forbids, finds the document, and turns a failure into an answer and a log line. */
export function guardOf(connection: Connection, phase: () => Phase, documentAt: (uri: string) => OpenDocument | undefined): Guard {
  return (empty, answer) => (params, token) => {
    const refusal = refusalOf(phase(), params, token);
    if (refusal !== undefined) return refusal;
    const document = documentAt(params.textDocument.uri);
    if (document?.dialect === undefined) return empty;
    try {
      return answer({ ...document, dialect: document.dialect }, params);
    } catch (error) {
      connection.console.error(`A request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return new ResponseError<never>(ErrorCodes.InternalError, 'The request failed; the output of the server has the details.');
    }
  };
}

function refusalOf(phase: Phase, params: unknown, token: CancellationToken): ResponseError<never> | undefined {
  if (phase === 'new') return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'Send `initialize` first.');
  if (phase === 'shut down') return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has been shut down.');
  if (!namesDocument(params)) return new ResponseError<never>(ErrorCodes.InvalidParams, 'The request names no document.');
  return token.isCancellationRequested ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.') : undefined;
}

/** Whether parameters that came over the wire really have the shape that their type promises. */
function namesDocument(params: unknown): boolean {
  if (!isRecord(params) || !isRecord(params['textDocument']) || typeof params['textDocument']['uri'] !== 'string') return false;
  const { position, range } = params;
  const isPlace = (place: unknown): boolean => isRecord(place) && typeof place['line'] === 'number' && typeof place['character'] === 'number';
  if ('position' in params && !isPlace(position)) return false;
  return !('range' in params) || (isRecord(range) && isPlace(range['start']) && isPlace(range['end']));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
