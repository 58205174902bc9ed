/** The request for what is known about the programs that read a document, for the status of its language in the editor. */
import { isObserved } from '../core/index';
import { type Feature, type Known, on } from './register';

/** A program that reads the document. */
interface Reader {
  /** With its version. */
  readonly name: string;
  /** Whether its behavior was seen in runs; otherwise it is only documented. */
  readonly isObserved: boolean;
}

/** `agentAuthoring/status`: the readers, the main one first; null for a document that no known program reads. */
export const statusFeature: Feature = on({}, (connection, guard) =>
  connection.onRequest<readonly Reader[] | null, never>(
    'agentAuthoring/status',
    guard(null, readersOf, undefined, true),
  ),
);

function readersOf(document: Known): readonly Reader[] {
  const readers = document.readers().map(({ format }) => ({
    name: `${format.host.name} ${format.host.version}`,
    isObserved: isObserved(format),
  }));
  // A program may read a file in several ways.
  return readers.filter(({ name }, at) => readers.findIndex((other) => other.name === name) === at);
}
