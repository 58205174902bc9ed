/** The requests of the commands that insert the completion report or an endpoint pattern: what goes where. The client inserts it. */
import { type Insertion, insertPattern, insertReport, isRecord } from '../core/index';
import { completionOptionsFor } from './completionOptions';
import { type Feature, type Known, offsetIn, on } from './register';
import type { Session } from './session';
import { endpointPatterns } from './templates';
import { readPosition } from './wire';

/**
 * `agentAuthoring/completionReport` (`{ textDocument, position }`) and `agentAuthoring/endpointPattern`, with `pattern`: its name in
 * `snippets/endpoints.json`. Both answer null for files that no host reads.
 */
export const insertionFeatures = (session: Session): readonly Feature[] => [
  on({}, (connection, guard) =>
    connection.onRequest<Insertion | null, never>(
      'agentAuthoring/completionReport',
      guard(
        null,
        (document, params): Insertion =>
          insertReport(document.agent, offsetOf(document, params), completionOptionsFor(session, document).reportKeys),
        'position',
      ),
    ),
  ),
  on({}, (connection, guard) =>
    connection.onRequest<Insertion | null, never>(
      'agentAuthoring/endpointPattern',
      guard(
        null,
        (document, params): Insertion | null => {
          const name = isRecord(params) ? params['pattern'] : undefined;
          const pattern = endpointPatterns.find(({ title }) => title === name);
          return pattern === undefined ? null : insertPattern(document.agent, offsetOf(document, params), pattern.body);
        },
        'position',
      ),
    ),
  ),
];

/** The offset of `position`, which the guard has checked. */
function offsetOf(document: Known, params: unknown): number {
  const position = readPosition(isRecord(params) ? params['position'] : undefined);
  return position === undefined ? 0 : offsetIn(document, position);
}
