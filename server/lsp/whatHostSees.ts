/** The request for what a host sees of an agent: a Markdown document, with what is known of the files around it. */
import { whatHostSees } from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

/** What the client gets; null for a document that is not open, and for one that no known host reads. */
interface Answer {
  /** Of the document that it is about. */
  readonly uri: string;
  readonly text: string;
}

/** `agentAuthoring/whatHostSees` */
export const whatHostSeesFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Answer | null, never>(
      'agentAuthoring/whatHostSees',
      guard(null, (document): Answer | null => ({
        uri: document.uri,
        text: whatHostSees(document.readers(), session.index),
      })),
    ),
  );
