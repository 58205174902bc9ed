/** What the server writes to the client's log about errors. */
import type { Connection } from 'vscode-languageserver';

/** The stack of an error, or whatever else was thrown as text. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Logs a rejection instead of ending the process by it, for promises that nothing waits for. */
export function warnOnRejection(connection: Connection, what: string, promise: Promise<unknown>): void {
  promise.catch((error: unknown) => connection.console.warn(`${what}. ${describe(error)}`));
}
