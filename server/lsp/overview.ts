/** The requests for the overviews of all agents: who has which tools, and who starts whom. */
import {
  graphOf,
  isRecord,
  type Matrix,
  type MatrixTextOptions,
  matrixOf,
  matrixTextOf,
  mermaidOf,
  type Picture,
  pictureOf,
  toolPlaceOf,
} from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

/** An overview, and whether files are still read, so that soon there is more. */
type Answer<T> = T & { readonly isReading: boolean };

export const overviewFeaturesOf = (session: Session): readonly Feature[] => [
  on({}, (connection, guard) =>
    connection.onRequest<Answer<Matrix>, never>(
      'agentAuthoring/toolMatrix',
      guard.anywhere(readNothing, () => ({ ...matrixOf(session.index), isReading: session.system.isReading })),
    ),
  ),
  on({}, (connection, guard) =>
    connection.onRequest<string, never>(
      'agentAuthoring/toolMatrixText',
      guard.anywhere(readTextOptions, (options) => matrixTextOf(matrixOf(session.index), options)),
    ),
  ),
  // Where a file names a tool, as it is typed now. The index keeps no places of tools.
  on({}, (connection, guard) =>
    connection.onRequest(
      'agentAuthoring/toolPlace',
      guard(null, ({ agent }, params) => {
        const tool: unknown = isRecord(params) ? params['tool'] : undefined;
        return (typeof tool === 'string' ? toolPlaceOf(agent, tool) : undefined) ?? null;
      }),
    ),
  ),
  on({}, (connection, guard) =>
    connection.onRequest<Answer<Picture>, never>(
      'agentAuthoring/delegationGraph',
      guard.anywhere(readNothing, () => ({ ...pictureOf(session.index), isReading: session.system.isReading })),
    ),
  ),
  on({}, (connection, guard) =>
    connection.onRequest<string, never>(
      'agentAuthoring/delegationGraphText',
      guard.anywhere(readNothing, () => mermaidOf(graphOf(session.index))),
    ),
  ),
];

/** These requests have no parameters, and clients may send any. */
const readNothing = (): true => true;

function readTextOptions(params: unknown): MatrixTextOptions | undefined {
  if (!isRecord(params)) return undefined;
  const { as, rows, all } = params;
  if (as !== 'markdown' && as !== 'csv') return undefined;
  if (rows === undefined) return { as, all: all === true };
  return Array.isArray(rows) && rows.every((row) => typeof row === 'string')
    ? { as, rows, all: all === true }
    : undefined;
}
