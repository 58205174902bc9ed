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

/**
 * `agentAuthoring/status`: null for a document that no known program reads. A client that has asked is told by
 * `agentAuthoring/statusChanged` when another configuration file counts for some document.
 */
export const statusFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Status | null, never>(
      'agentAuthoring/status',
      guard<{ textDocument: { uri: string } }, Status | null>(
        null,
        (document) => {
          session.tellsStatus = true;
          const [configuration = null] = session.configuration.configurationFor(document.uri).files;
          return { readers: readersOf(document), configuration };
        },
        undefined,
        true,
      ),
    ),
  );

function readersOf(document: Known): readonly Reader[] {
  const readers = document.readers().map(({ format }) => ({
    name: format.host.name,
    version: format.host.version,
    isObserved: isObserved(format),
  }));
  // A program may read a file in several ways.
  return readers.filter(({ name }, at) => readers.findIndex((other) => other.name === name) === at);
}
