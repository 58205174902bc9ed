/** Completion of MCP servers by their names, and of their tools. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { quoted } from '../../text/quoted';
import { compare } from '../../text/sorted';
import { lineAt, lineContent } from '../../text/source';
import { span } from '../../text/span';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { ServerCard } from '../../workspace/card';
import type { CursorContext } from '../cursorContext';
import { tiesNow } from '../system/nameAt';
import { scopeLine } from '../system/places';
import { knownAround, MOST_NAMES } from './agents';
import { type ItemPlace, isPlainItem, itemText } from './listItem';
import { edited, order, type Request } from './request';

/** The names of MCP servers that sessions here have, each once, those of the agent itself last. */
function serverNames(
  request: Request,
  withOwn: boolean,
  isWanted: (card: ServerCard) => boolean = () => true,
): readonly { readonly name: string; readonly detail: string }[] {
  const known = knownAround(request);
  const declared = (known?.around.servers() ?? [])
    .filter(isWanted)
    .map((card) => ({ name: card.name, detail: scopeLine(card) }));
  const own = withOwn ? (tiesNow(request.agent)?.card.servers ?? []) : [];
  const all = [...declared, ...own.map((name) => ({ name, detail: 'defined by this agent' }))];
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
}

/** Servers and their tools in a list of tools. A tool is known when some agent names it. */
export function completeServerTools(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  const { mcp } = request.agent.format;
  const taken = new Set(place.others.map(({ text }) => text));
  const tools = toolsOfServers(request);
  return serverNames(request, true)
    .toSorted((a, b) => compare(a.name, b.name))
    .flatMap(({ name, detail }) => {
      const server = mcp.inNames?.(name) ?? name;
      const each = [...(tools.get(server) ?? [])].toSorted(compare);
      return [
        { label: mcp.spell(server), detail: `all tools of the MCP server ${quoted(name)} · ${detail}` },
        ...each.map((tool) => ({
          label: mcp.spell(server, tool),
          detail: `tool of the MCP server ${quoted(name)} · ${detail}`,
        })),
      ];
    })
    .filter(({ label }) => !taken.has(label) && isPlainItem(label))
    .slice(0, MOST_NAMES)
    .map(({ label, detail }, i) => ({
      label,
      kind: CompletionItemKind.Function,
      detail: asLine(detail, MAX_TITLE),
      sortText: order(3, i),
      ...edited(request, place.span, itemText(request, place, offset, label)),
    }));
}

/** The tools that agents name, by server. */
function toolsOfServers({ agent, index }: Request): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { card, servers } of index?.agents ?? []) {
    if (card.format.host.id !== agent.format.host.id) continue;
    for (const { server, tool } of servers) {
      if (tool === undefined || !/^[\w-]+$/.test(tool)) continue;
      const tools = known.get(server);
      if (tools === undefined) known.set(server, new Set([tool]));
      else tools.add(tool);
    }
  }
  return known;
}

/** Whether a list of servers can name it. That is not recorded of servers in plugins. */
const isByName = ({ tree }: ServerCard): boolean => tree.scope !== 'plugin';

/** Servers that an agent can use by their names, as items of a list of servers. */
export function completeServers(
  request: Request,
  { entry }: Pick<Extract<CursorContext, { kind: 'nested' | 'value' }>, 'entry'>,
  offset: number,
): readonly CompletionItem[] {
  const { file } = request.agent;
  const { text } = file.source;
  const line = lineContent(file.source, lineAt(file.source, offset));
  // An item begins after a dash, or in brackets after the opening one or a comma; a name has no spaces.
  const before = /(?:^[ \t]*-|[[,])[ \t]*([^\s,[\]{}:"'#]*)$/.exec(text.slice(line.start, offset));
  if (before === null) return [];
  const after = /^[^\s,[\]{}:"'#]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  if (text[offset + after.length] === ':') return [];
  const target = span(offset - (before[1] ?? '').length, offset + after.length);
  const { value } = entry;
  const taken = new Set(
    value.kind === 'sequence'
      ? value.items.flatMap(({ value: item }) =>
          item.kind === 'scalar' && item.inner.start !== target.start
            ? [item.text]
            : item.kind === 'mapping'
              ? item.entries.slice(0, 1).map(({ key }) => key)
              : [],
        )
      : [],
  );
  const space = text[target.start - 1] === '-' || text[target.start - 1] === ',' ? ' ' : '';
  return serverNames(request, false, isByName)
    .filter(({ name }) => !taken.has(name) && isPlainItem(name))
    .slice(0, MOST_NAMES)
    .map(({ name, detail }, i) => ({
      label: name,
      kind: CompletionItemKind.Interface,
      detail,
      sortText: order(0, i),
      ...edited(request, target, space + name),
    }));
}
