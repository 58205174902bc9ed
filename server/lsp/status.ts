/** The request for what is known about a document, for the status of its language in the editor: programs and configuration. */
import { isObserved } from '../core/index';
import { type Feature, type Known, on } from './register';
import type { Session } from './session';

/** A program that reads the document. */
interface Reader {
  readonly name: string;
  readonly version: string;
  /** Whether its behavior was seen in runs; otherwise it is only documented. */
  readonly isObserved: boolean;
}

interface Status {
  /** The main one first. */
  readonly readers: readonly Reader[];
  /** The URI of the nearest configuration file; null when there is none. */
  readonly configuration: string | null;
}

/** `agentAuthoring/status`: null for a document that no known program reads. */
export const statusFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Status | null, never>(
      'agentAuthoring/status',
      guard<{ textDocument: { uri: string } }, Promise<Status> | null>(
        null,
        async (document) => ({
          readers: readersOf(document),
          configuration: (await session.configuration.fileOf(folderOf(document.uri))) ?? null,
        }),
        undefined,
        true,
      ),
    ),
  );

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

function readersOf(document: Known): readonly Reader[] {
  const readers = document.readers().map(({ format }) => ({
    name: format.host.name,
    version: format.host.version,
    isObserved: isObserved(format),
  }));
  // A program may read a file in several ways.
  return readers.filter(({ name }, at) => readers.findIndex((other) => other.name === name) === at);
}
