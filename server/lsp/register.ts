/** Declares each capability next to its handler, and wraps all handlers in one guard. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type Agent, isRecord, isTooLarge, offsetAt, type Span } from '../core/index';
import type { OpenDocument } from './documents';
import { describe } from './log';
import { readPosition, readRange, readUri } from './wire';

/** The state of the conversation. Requests outside `running` are refused, as LSP requires. */
export type Phase = 'new' | 'running' | 'shut down';

/** A document that a known host reads. Handlers see only such documents. */
export interface Known extends OpenDocument {
  /** The document as its main reader reads it. */
  readonly agent: Agent;
}

/** The UTF-16 offset of a position in the document. */
export const offsetIn = ({ agent }: Known, position: Position): number => offsetAt(agent.file.source, position);

/** The span of a range in the document. */
export const spanIn = (document: Known, { start, end }: Range): Span => ({
  start: offsetIn(document, start),
  end: offsetIn(document, end),
});

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | ResponseError<never>;

/** A parameter besides the document. A malformed one is refused before the handler sees it. */
export type Needs = 'position' | 'positions' | 'range';

/**
 * Makes a handler from a function on a document.
 * @param empty The answer for documents that are closed or that no known host reads.
 * @param needs Which parameter `answer` reads besides the document.
 * @param isForAnySize Whether `answer` is also called for documents that are too large to be read, which otherwise get `empty`.
 */
export type Guard = (<P extends OnDocument, R>(
  empty: R,
  answer: (document: Known, params: P) => R,
  needs?: Needs,
  isForAnySize?: true,
) => Handler<P, R>) & { readonly anywhere: GuardAnywhere };

/**
 * Makes a handler of a request about no open document.
 * @param read Reads the parameters; undefined when they are malformed, which is refused.
 */
export type GuardAnywhere = <T, R>(
  read: (params: unknown) => T | undefined,
  answer: (read: T) => R,
) => Handler<unknown, R>;

/** One kind of request: the capability that the client sees, and how to connect the handler. */
export interface Feature {
  readonly capability: ServerCapabilities;
  readonly connect: (connection: Connection, guard: Guard) => void;
}

/** A feature from its capability and its handler. */
export const on = (capability: ServerCapabilities, connect: Feature['connect']): Feature => ({ capability, connect });

/** The guard of a session: it refuses what LSP forbids, finds the document, and turns a failure into an answer and a log line. */
export function guardOf(
  connection: Connection,
  phase: () => Phase,
  documentAt: (uri: string) => OpenDocument | undefined,
): Guard {
  const safely = <R>(
    refusal: ResponseError<never> | undefined,
    token: CancellationToken,
    answer: () => R,
  ): R | ResponseError<never> => {
    if (refusal !== undefined) return refusal;
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    try {
      return answer();
    } catch (error) {
      connection.console.error(`A request failed: ${describe(error)}`);
      return new ResponseError(ErrorCodes.InternalError, 'The request failed. See the log of the server.');
    }
  };
  const onDocument: <P extends OnDocument, R>(
    empty: R,
    answer: (document: Known, params: P) => R,
    needs?: Needs,
    isForAnySize?: true,
  ) => Handler<P, R> = (empty, answer, needs, isForAnySize) => (params, token) =>
    safely(outOfPhase(phase()) ?? malformed(params, needs), token, () => {
      const document = documentAt(params.textDocument.uri);
      const known = document && knownOf(document);
      const isRead = known !== undefined && (isForAnySize === true || !isTooLarge(known.agent.file));
      return isRead ? answer(known, params) : empty;
    });
  const anywhere: GuardAnywhere = (read, answer) => (params, token) => {
    const given = read(params);
    const refused = outOfPhase(phase());
    if (refused !== undefined || given === undefined) return refused ?? invalid('The parameters are malformed.');
    return safely(undefined, token, () => answer(given));
  };
  return Object.assign(onDocument, { anywhere });
}

const invalid = (message: string): ResponseError<never> => new ResponseError(ErrorCodes.InvalidParams, message);

/** The document with its main reader; undefined when no known host reads it. */
export function knownOf(document: OpenDocument): Known | undefined {
  const [agent] = document.readers();
  return agent === undefined ? undefined : { ...document, agent };
}

/** Why a request must not be answered in this phase; undefined when it may be. */
export function outOfPhase(phase: Phase): ResponseError<never> | undefined {
  if (phase === 'running') return undefined;
  return phase === 'new'
    ? new ResponseError(ErrorCodes.ServerNotInitialized, 'Send `initialize` first.')
    : new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
}

/** Checks the parameters that requests share, so that no feature has to. */
function malformed(params: unknown, needs: Needs | undefined): ResponseError<never> | undefined {
  if (readUri(params) === undefined || !isRecord(params)) return invalid('The request does not name a document.');
  if (needs === 'position' && readPosition(params['position']) === undefined) {
    return invalid('`line` and `character` of `position` must be integers from 0.');
  }
  if (needs === 'positions' && !isPositions(params['positions']))
    return invalid('`positions` must be an array of positions.');
  if (needs === 'range' && readRange(params['range']) === undefined) {
    return invalid('`range` must have a `start` and an `end` that is not before it.');
  }
  const { context } = params;
  return isKinds(isRecord(context) ? context['only'] : undefined)
    ? undefined
    : invalid('`context.only` must be an array of strings.');
}

const isKinds = (only: unknown): boolean =>
  only === undefined || (Array.isArray(only) && only.every((kind) => typeof kind === 'string'));

const isPositions = (list: unknown): boolean =>
  Array.isArray(list) && list.every((value) => readPosition(value) !== undefined);
