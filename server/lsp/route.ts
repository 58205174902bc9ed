/** The request for the agents and skills that a person's request may lead to. */
import { isRecord, type Route, routeOf } from '../core/index';
import { type Feature, on } from './register';
import type { Session } from './session';

interface Params {
  readonly request: string;
  readonly isTyping: boolean;
}

/** What the client gets. */
interface Answer extends Route {
  /** Whether the workspace is still being read, so that another answer may follow soon. */
  readonly isReading: boolean;
}

/** How many matches an editor lists. */
const MOST = 25;

/** `agentAuthoring/route`, with `request`, and with `isTyping` when its last word may be unfinished. */
export const routeFeature = (session: Session): Feature =>
  on({}, (connection, guard) =>
    connection.onRequest<Answer, never>(
      'agentAuthoring/route',
      guard.anywhere(read, ({ request, isTyping }) => ({
        ...routeOf(session.index, request, MOST, isTyping),
        isReading: session.system.isReading,
      })),
    ),
  );

function read(params: unknown): Params | undefined {
  if (!isRecord(params) || typeof params['request'] !== 'string') return undefined;
  return { request: params['request'], isTyping: params['isTyping'] === true };
}
