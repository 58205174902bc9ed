/** What the host makes of an agent, in the few words that an overview of all agents shows. */
import type { Agent } from '../agent/agent';
import { textByRole } from '../agent/fields';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import type { ToolEffect } from '../hosts/tool';
import { isMcpName } from '../hosts/toolName';
import type { LoadVerdict } from '../hosts/verdict';
import { isNoteName } from '../text/paths';

/** How an agent loads and what it may do. It is kept for every file, so it is small. */
export interface Outcome {
  /** Undefined where it is not known what the host does. */
  readonly verdict: LoadVerdict['verdict'] | undefined;
  /** Whether the file is documentation among agents, which is not meant to load. */
  readonly isNote: boolean;
  /** Why it does not load or loses something: one sentence. */
  readonly reason: string | undefined;
  /** As it is written; undefined without one. */
  readonly model: string | undefined;
  /** Whether no list restricts its tools. */
  readonly inherits: boolean;
  /** How many tools it gets, without those of servers that it gets as a whole. */
  readonly tools: number;
  /** How many MCP servers it gets as a whole. */
  readonly servers: number;
  /** What it can do with its tools, each once; nothing is known about those of servers. */
  readonly effects: readonly ToolEffect[];
}

/** UTF-16 units that are kept of a reason, and of a model. Hosts have short ones, unless a file makes them long. */
const MAX_KEPT = 500;

/** The outcome of an agent. */
export const outcomeOf = (agent: Agent): Outcome =>
  outcomeFrom(agent.verdict(), agent.format, agent.path, textByRole(agent, 'model')?.text);

/**
 * The outcome of what a host makes of an agent.
 * @param model As it is written; undefined without one.
 */
export function outcomeFrom(
  verdict: LoadVerdict | undefined,
  format: Format,
  path: string | undefined,
  model: string | undefined,
): Outcome {
  const given = verdict?.cause === null ? verdict.tools.effective : [];
  const servers = given.filter((name) => isWholeServer(name, { format })).length;
  const effects = new Set(given.flatMap((name) => lookup(format.tools, name)?.effect ?? []));
  return {
    verdict: verdict?.verdict,
    isNote: verdict?.cause === 'not-an-agent' && isNoteName(path),
    reason: verdict?.reason?.slice(0, MAX_KEPT),
    model: model?.slice(0, MAX_KEPT),
    inherits: verdict?.cause === null && verdict.tools.inherited,
    tools: given.length - servers,
    servers,
    effects: [...effects],
  };
}

/** Whether an effective name means all tools of an MCP server. */
export function isWholeServer(name: string, { format }: Pick<Agent, 'format'>): boolean {
  if (lookup(format.tools, name) !== undefined || !isMcpName(name, format)) return false;
  const parts = format.mcp.partsOf?.(name);
  return parts !== undefined && parts.tool === undefined;
}
