/** Answers requests about configuration files, which are documents that no host reads. */
import { type CancellationToken, ResponseError } from 'vscode-languageserver';
import { isConfigurationFile } from '../core/index';
import type { OpenDocument } from './documents';
import type { Session } from './session';

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * The same handler, which also answers about configuration files.
 * @param handler Refuses what must be refused; its answer about a document that no host reads does not count.
 */
export const orConfiguration =
  <P extends OnDocument, R>(
    session: Session,
    handler: (params: P, token: CancellationToken) => R | ResponseError<never>,
    answer: (document: OpenDocument, params: P) => R,
  ) =>
  (params: P, token: CancellationToken): R | ResponseError<never> => {
    const answered = handler(params, token);
    if (answered instanceof ResponseError) return answered;
    const { uri } = params.textDocument;
    const document = isConfigurationFile(uri) ? session.documents.get(uri) : undefined;
    return document === undefined ? answered : answer(document, params);
  };
