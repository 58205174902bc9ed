/** Finds where an agent names MCP servers: in its tool lists, among its servers, and in the body. */
import type { Agent } from '../agent/agent';
import { entryByRole } from '../agent/fields';
import { requiredMcpTools } from '../agent/mcpSpelling';
import { isMcpName } from '../hosts/toolName';
import { span, textAt } from '../text/span';
import type { Mention } from './calls';

/** A server, or a tool of one, that an agent uses. */
export interface ServerUse extends Mention {
  /** The server as the host's names contain it. */
  readonly server: string;
  /** The tool; undefined when the whole server is meant. */
  readonly tool: string | undefined;
  /** `tools`: a list that grants tools. `denied`: one that denies them. `servers`: the list of servers. */
  readonly in: 'tools' | 'denied' | 'servers' | 'body';
}

/** The servers that an agent names, in file order. Empty where the host's names do not tell the server. */
export function serverUses(agent: Agent): readonly ServerUse[] {
  if (agent.format.mcp.partsOf === undefined) return [];
  return [...listed(agent), ...named(agent), ...inBody(agent)].sort((a, b) => a.span.start - b.span.start);
}

function listed({ toolLists, format, file }: Agent): readonly ServerUse[] {
  const { mcp } = format;
  return toolLists().flatMap(({ all, grants }) =>
    all.flatMap(({ item }): readonly ServerUse[] => {
      const name = item.text.replace(/\(.*$/s, '');
      if (!isMcpName(name, format) || mcp.fault(name) !== undefined) return [];
      const parts = mcp.partsOf?.(name);
      // An item with escapes is longer than its text.
      if (parts === undefined || textAt(file.source.text, item.span) !== item.text) return [];
      const at = span(item.span.start, item.span.start + name.length);
      return [{ name, span: at, ...parts, in: grants ? 'tools' : 'denied' }];
    }),
  );
}

/** Servers that the list of servers has by their names only. */
function named(agent: Agent): readonly ServerUse[] {
  const { inNames } = agent.format.mcp;
  const value = entryByRole(agent, 'servers')?.value;
  if (value?.kind !== 'sequence' || inNames === undefined) return [];
  return value.items.flatMap(({ value: item }): readonly ServerUse[] =>
    item.kind === 'scalar' && item.type === 'string' && item.text !== ''
      ? [{ name: item.text, span: item.inner, server: inNames(item.text), tool: undefined, in: 'servers' }]
      : [],
  );
}

function inBody(agent: Agent): readonly ServerUse[] {
  const { mcp } = agent.format;
  return requiredMcpTools(agent).flatMap(({ tool: name, span: { start } }): readonly ServerUse[] => {
    const parts = mcp.partsOf?.(name);
    return parts === undefined ? [] : [{ name, span: span(start, start + name.length), ...parts, in: 'body' }];
  });
}

/** The servers that the agent declares for itself: entries with a definition. */
export function declaredServers(agent: Agent): readonly string[] {
  const value = entryByRole(agent, 'servers')?.value;
  if (value?.kind === 'mapping') return value.entries.map(({ key }) => key);
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => (item.value.kind === 'mapping' ? item.value.entries.map(({ key }) => key) : []));
}
