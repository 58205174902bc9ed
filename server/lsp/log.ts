/** What the server writes to the client's log about errors. */
import type { Connection } from 'vscode-languageserver';

/** The stack of an error; anything else that was thrown, as text. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Logs a rejection, which would otherwise end the process, of a promise that is not awaited. */
export function warnOnRejection(connection: Connection, what: string, promise: Promise<unknown>): void {
  promise.catch((error: unknown) => connection.console.warn(`${what}. ${describe(error)}`));
}
