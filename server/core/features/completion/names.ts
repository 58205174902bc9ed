/** Completion of the names of agents, skills and MCP servers, everywhere in a file where such a name belongs. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { presentName } from '../../hosts/effectiveTools';
import { lookup } from '../../hosts/lookup';
import { skipSpaces } from '../../text/lines';
import { quoted } from '../../text/quoted';
import { compare } from '../../text/sorted';
import { lineAt, lineContent } from '../../text/source';
import { type Span, span, textAt, trimmed } from '../../text/span';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Around } from '../../workspace/around';
import type { Card } from '../../workspace/card';
import { scopes, togetherOf } from '../../workspace/tree';
import type { CursorContext } from '../cursorContext';
import { describeAgent, describeSkill, type From } from '../hover/describeName';
import { tiesNow } from '../system/nameAt';
import { scopeLine } from '../system/places';
import { type ItemPlace, isPlainItem, itemText } from './listItem';
import { edited, markdown, order, type Request } from './request';

/** What is known around the agent; undefined while it is not in the index. */
interface Known {
  readonly around: Around;
  readonly from: From;
}

function knownAround({ agent, index }: Request): Known | undefined {
  const around = agent.path === undefined ? undefined : index?.around(agent.path);
  return around === undefined || index === undefined || agent.path === undefined
    ? undefined
    : { around, from: { path: agent.path, format: agent.format, index } };
}

/** More names than that are no help, and the order of items counts to 1,000. */
const MOST_NAMES = 999;

/** The agents that can be called, by scope and name, then the built-in ones. `as` makes each an item, or leaves it out. */
function agents(
  request: Request,
  taken: ReadonlySet<string>,
  isWritable: (name: string) => boolean,
  as: (name: string) => Partial<CompletionItem>,
): readonly CompletionItem[] {
  const known = knownAround(request);
  const self = request.agent.path;
  const named = (known?.around.agents() ?? []).flatMap((card) =>
    card.name === undefined || card.path === self ? [] : [{ name: card.name, card }],
  );
  const names = new Set(named.map(({ name }) => name));
  const own = known && tiesNow(request.agent)?.card.name;
  const { host, builtInAgents } = request.agent.format;
  const builtIn = builtInAgents.filter((name) => !names.has(name) && name !== own).toSorted(compare);
  return [
    ...named
      .toSorted((a, b) => scopeOrder(a.card) - scopeOrder(b.card) || compare(a.name, b.name))
      .map(({ name, card }) => ({
        name,
        detail: scopeLine(card),
        about: known && describeAgent(card, known.from),
      })),
    ...builtIn.map((name) => ({ name, detail: `built-in agent of ${host.name}`, about: undefined })),
  ]
    .filter(({ name }) => !taken.has(name) && isWritable(name))
    .slice(0, MOST_NAMES)
    .map(({ name, detail, about }, i) => ({
      label: asLine(name, MAX_TITLE),
      kind: CompletionItemKind.Class,
      detail,
      ...(about === undefined ? {} : { documentation: markdown(about) }),
      sortText: order(0, i),
      ...as(name),
    }));
}

const scopeOrder = ({ tree }: Pick<Card, 'tree'>): number => scopes.indexOf(tree.scope);

/**
 * Inside the parentheses of an item in a list of tools: names of agents where the tool takes them.
 * @returns undefined outside of parentheses, where tools belong.
 */
export function completeArgument(
  request: Request,
  { item }: ItemPlace,
  offset: number,
): readonly CompletionItem[] | undefined {
  const { text } = request.agent.file.source;
  const open = item === undefined ? -1 : item.text.indexOf('(');
  if (item === undefined || open < 0) return undefined;
  // In a string with escapes it is not known where the parenthesis is.
  if (textAt(text, item.span) !== item.text) return [];
  const inner = span(item.span.start + open + 1, item.span.end - (item.text.endsWith(')') ? 1 : 0));
  if (offset < inner.start) return undefined;
  const tool = presentName(item.text, request.agent.format);
  if (offset > inner.end || tool === undefined) return [];
  if (lookup(request.agent.format.tools, tool)?.argumentNames !== 'agents') return [];
  const start = Math.max(inner.start, text.lastIndexOf(',', offset - 1) + 1);
  const comma = text.indexOf(',', offset);
  const end = comma < 0 ? inner.end : Math.min(inner.end, comma);
  const target = nameSpan(text, span(start, end), offset);
  const taken = textAt(text, inner)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== textAt(text, target));
  const space = text[target.start - 1] === ',' ? ' ' : '';
  return agents(request, new Set(taken), isPlainItem, (name) => edited(request, target, space + name));
}

/** The name in `part` without the spaces around it, and up to the cursor where that is in these spaces. */
function nameSpan(text: string, part: Span, offset: number): Span {
  const name = trimmed(text, part);
  return name.start === name.end
    ? span(offset, offset)
    : span(Math.min(name.start, offset), Math.max(name.end, offset));
}

/** Skills that the host loads into the prompt when they are listed. */
export function completeSkills(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  const known = knownAround(request);
  if (known === undefined) return [];
  const taken = new Set(place.others.map(({ text }) => text));
  return known.around
    .skills()
    .flatMap((card) => {
      const [name] = card.names;
      // Listing one that is closed, or that waits for a file, loads nothing.
      const isUsable = card.isOpen && !card.isGated && !card.names.some((one) => taken.has(one));
      return name !== undefined && isUsable && isPlainItem(name) ? [{ name, card }] : [];
    })
    .toSorted(
      (a, b) => scopes.indexOf(a.card.tree.scope) - scopes.indexOf(b.card.tree.scope) || compare(a.name, b.name),
    )
    .slice(0, MOST_NAMES)
    .map(({ name, card }, i) => ({
      label: name,
      kind: CompletionItemKind.Module,
      detail: scopeLine(card),
      documentation: markdown(describeSkill(card, known.from)),
      sortText: order(0, i),
      ...edited(request, place.span, itemText(request, place, offset, name)),
    }));
}

/** The names of MCP servers that sessions here have, each once, those of the agent itself last. */
function serverNames(
  request: Request,
  withOwn: boolean,
): readonly { readonly name: string; readonly detail: string }[] {
  const known = knownAround(request);
  const declared = (known?.around.servers() ?? []).map((card) => ({ name: card.name, detail: scopeLine(card) }));
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
  return serverNames(request, false)
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

const MENTION = 'agent-';

/** Agents after `@agent-`, or after a bare `@`, and in the argument that names one in code of the body. */
export function completeCalls(request: Request, offset: number): readonly CompletionItem[] {
  const { file, format } = request.agent;
  const together = togetherOf(format);
  if (together === undefined || offset < file.body.span.start) return [];
  const { text } = file.source;
  const line = lineContent(file.source, lineAt(file.source, offset));
  const before = text.slice(Math.max(line.start, offset - LONGEST), offset);
  return mention(request, offset, before, line) ?? argument(request, offset, before, line, together.callArgument) ?? [];
}

/** UTF-16 units before the cursor that are looked at. */
const LONGEST = 300;

function mention(request: Request, offset: number, before: string, line: Span): readonly CompletionItem[] | undefined {
  const typed = /(?:^|[^\p{L}\p{N}_\-./+=%#&$@])@([\p{L}\p{N}\p{M}_\-./:~]*)$/u.exec(before)?.[1];
  if (typed === undefined || request.agent.isCode(offset)) return undefined;
  const isWhole = typed.startsWith(MENTION);
  if (!isWhole && !MENTION.startsWith(typed)) return undefined;
  const { text } = request.agent.file.source;
  const after = /^[\p{L}\p{N}\p{M}_\-/:~]*/u.exec(text.slice(offset, line.end))?.[0] ?? '';
  const start = offset - typed.length + (isWhole ? MENTION.length : 0);
  const target = span(start, offset + after.length);
  return agents(request, new Set(), isMentionable, (name) => ({
    filterText: isWhole ? name : MENTION + name,
    ...edited(request, target, isWhole ? name : MENTION + name),
  }));
}

/** Whether a name after `@` ends where the name ends. */
const isMentionable = (name: string): boolean => /^[\p{L}\p{N}\p{M}_\-./:~]*[\p{L}\p{N}\p{M}_/]$/u.test(name);

function argument(
  request: Request,
  offset: number,
  before: string,
  line: Span,
  key: string,
): readonly CompletionItem[] | undefined {
  const at = before.lastIndexOf(key);
  const open = at < 0 ? null : /^["'`]?[ \t]*[:=][ \t]*(["'`])([^"'`]*)$/.exec(before.slice(at + key.length));
  if (open === null) return undefined;
  const [, quote = '', typed = ''] = open;
  const { text } = request.agent.file.source;
  const rest = text.slice(offset, Math.min(line.end, offset + LONGEST));
  const close = rest.indexOf(quote);
  const isClosed = close >= 0 && !/[,;(){}"'`]/.test(rest.slice(0, close));
  const end = isClosed ? offset + close : skipName(text, offset, line.end);
  const target = span(skipSpaces(text, offset - typed.length, offset), end);
  return agents(request, new Set(), isQuotable, (name) => edited(request, target, name));
}

const isQuotable = (name: string): boolean => !/["'`\\\p{Cc}]/u.test(name);

function skipName(text: string, from: number, end: number): number {
  return from + (/^[\p{L}\p{N}\p{M}_\-:]*/u.exec(text.slice(from, end))?.[0] ?? '').length;
}
