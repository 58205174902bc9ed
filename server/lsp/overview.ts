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
import type { AgentsChanged } from './agentsChanged';
import { type Feature, on } from './register';
import type { Session } from './session';

/** An overview, and whether files are still read, so that soon there is more. */
type Answer<T> = T & { readonly isReading: boolean };

/** @param changes Tells the client when it should ask for an overview again. */
export const overviewFeaturesOf = (session: Session, changes: AgentsChanged): readonly Feature[] => [
  on({}, (connection, guard) =>
    connection.onRequest<Answer<Matrix>, never>(
      'agentAuthoring/toolMatrix',
      guard.anywhere(readNothing, () => shown(matrixOf(session.index), session, changes)),
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
      guard.anywhere(readNothing, () => shown(pictureOf(session.index), session, changes)),
    ),
  ),
  on({}, (connection, guard) =>
    connection.onRequest<string, never>(
      'agentAuthoring/delegationGraphText',
      guard.anywhere(readNothing, () => mermaidOf(graphOf(session.index))),
    ),
  ),
];

function shown<T>(answer: T, { system }: Session, changes: AgentsChanged): Answer<T> {
  changes.asked();
  return { ...answer, isReading: !system.isComplete };
}

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
