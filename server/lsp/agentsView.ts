/** The requests of a view of all agents: the list, and what is below one agent. */
import { type Connection, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import {
  type AgentList,
  type AgentParts,
  agentListOf,
  agentPartsOf,
  isRecord,
  type ProblemCounts,
} from '../core/index';
import { agentAt } from './agentAt';
import type { AgentsChanged } from './agentsChanged';
import { type Feature, on } from './register';
import type { Session } from './session';

const LIST = 'agentAuthoring/agents';
const PARTS = 'agentAuthoring/agent';

/** Words of a filter that are read; there are fewer kinds of agents. */
const MOST_WORDS = 50;

/** What a client gets for `LIST`. */
type ListAnswer =
  /** The client has this state already. */
  | { readonly state: string; readonly isSame: true }
  | (AgentList & {
      /** Names this state for the next request. */
      readonly state: string;
      /** Whether all files were read. Until then, there may be more agents. */
      readonly isComplete: boolean;
    });

/** What a client gets for `PARTS`. */
type PartsAnswer = (AgentParts & { readonly problems: readonly Problem[] }) | null;

/** A problem that the editor also lists. */
interface Problem {
  readonly message: string;
  readonly severity: number;
  readonly code: string;
  readonly range: Range;
}

/**
 * `agentAuthoring/agents` (`{ only, state }`) and `agentAuthoring/agent` (`{ uri }`). Nothing is computed until a client asks, and it
 * hears of a change only once before it asks again: a view that is hidden costs nothing.
 */
export const agentsViewOf = (session: Session, changes: AgentsChanged): Feature =>
  on({}, (connection, guard) => {
    const { system } = session;
    const last = { text: '', number: 0 };
    connection.onRequest<ListAnswer, never>(
      LIST,
      guard.anywhere(readListParams, ({ only, state }): ListAnswer => {
        const { index } = session;
        const { isComplete } = system;
        changes.asked();
        const list = { ...agentListOf(index, { only, problemsOf: (uri) => problemsOf(session, uri) }), isComplete };
        const text = JSON.stringify(list);
        if (text !== last.text) {
          last.text = text;
          last.number++;
        }
        const now = String(last.number);
        return state === now ? { state: now, isSame: true } : { state: now, ...list };
      }),
    );
    return connection.onRequest<PartsAnswer, never>(
      PARTS,
      guard.anywhere(readUriParam, (uri) => partsOf(session, connection, uri)),
    );
  });

async function partsOf(session: Session, connection: Connection, uri: string): Promise<PartsAnswer> {
  try {
    const agent = await agentAt(session, uri);
    const { index } = session;
    const ties = index.ties(uri);
    if (agent === undefined || ties === undefined) return null;
    const problems = (isShown(session, uri) ? session.system.results.lastOf(uri)?.diagnostics : undefined) ?? [];
    return {
      ...agentPartsOf(agent, ties, index),
      problems: problems.flatMap(({ message, severity = DiagnosticSeverity.Error, code, range }) =>
        severity <= DiagnosticSeverity.Information
          ? [{ message: typeof message === 'string' ? message : message.value, severity, code: String(code), range }]
          : [],
      ),
    };
  } catch (error) {
    connection.console.warn(`${uri} cannot be read: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

/** The problems that the editor shows for a file, as far as they were computed. */
function problemsOf(session: Session, uri: string): ProblemCounts | undefined {
  const result = isShown(session, uri) ? session.system.results.lastOf(uri) : undefined;
  if (result === undefined) return undefined;
  const count = (wanted: DiagnosticSeverity): number =>
    result.diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: count(DiagnosticSeverity.Error), warnings: count(DiagnosticSeverity.Warning) };
}

/** Whether the editor shows problems of a file: of an open one, and of the others of the workspace if a setting says so. */
const isShown = ({ system, showsClosed }: Session, uri: string): boolean =>
  system.store.openUri(uri) !== undefined || (showsClosed && system.index.ties(uri)?.card.tree.scope !== 'user');

function readListParams(
  params: unknown,
): { readonly only: ReadonlySet<string>; readonly state: string | undefined } | undefined {
  if (params === undefined || params === null) return { only: new Set(), state: undefined };
  if (!isRecord(params)) return undefined;
  const { only = [], state } = params;
  if (!Array.isArray(only) || only.length > MOST_WORDS) return undefined;
  return {
    only: new Set(only.filter((word) => typeof word === 'string')),
    state: typeof state === 'string' ? state : undefined,
  };
}

const readUriParam = (params: unknown): string | undefined =>
  isRecord(params) && typeof params['uri'] === 'string' ? params['uri'] : undefined;
