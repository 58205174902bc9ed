/** Classifies a name in a tool list: a current, old or foreign tool, a misspelling, or something else. */
import { byFold, closest, fold } from '../text/closest';
import { lazyFor } from '../text/lazy';
import { memo } from '../text/memo';
import type { Format } from './host';
import { lookup } from './lookup';
import type { Foreign, Retired, Tool } from './tool';

export type ToolName =
  | { readonly kind: 'tool'; readonly name: string; readonly tool: Tool }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'mcp' }
  | { readonly kind: 'retired'; readonly name: string; readonly retired: Retired }
  | { readonly kind: 'case'; readonly meant: string }
  | { readonly kind: 'foreign'; readonly foreign: Foreign }
  | { readonly kind: 'shell' }
  | { readonly kind: 'server'; readonly grant: string } // an MCP server or its tool in another spelling than the host's
  | { readonly kind: 'excluded'; readonly name: string; readonly known: boolean } // `-Bash`: the name after the sign, with its pattern
  | { readonly kind: 'unclosed'; readonly name: string } // `Bash(git`: the host reads all of it as one unknown name
  | { readonly kind: 'joined'; readonly names: readonly string[] } // several names that nothing separates for the host
  | { readonly kind: 'unknown'; readonly closest: string | undefined };

/** Whether a name is that of an MCP server or its tool, in the host's own spelling. */
export const isMcpName = (name: string, { mcp }: Format): boolean => mcp.isName?.(name) ?? name.startsWith(mcp.prefix);

/** The MCP server that a name grants with all its tools; undefined for every other name. */
export function serverOf(name: string, format: Format): string | undefined {
  const parts = isMcpName(name, format) ? format.mcp.partsOf?.(baseName(name)) : undefined;
  return parts !== undefined && parts.tool === undefined && parts.server !== '' ? parts.server : undefined;
}

/** The name without a pattern in parentheses: `Bash` of `Bash(git:*)`. */
export function baseName(item: string): string {
  const open = item.indexOf('(');
  return open < 0 ? item : item.slice(0, open);
}

/** The name as the host compares it with its own. */
export const asRead = (name: string, { toolsInAnyCase }: Format): string =>
  toolsInAnyCase === true ? name.toLowerCase() : name;

/** The tools that an agent gets for the name of a tool. */
export const expansionOf = (name: string, { tools }: Format): readonly string[] =>
  lookup(tools, name)?.expandsTo ?? [name];

/**
 * Classifies one item of a tool list.
 * @param item As written, with its pattern if it has one.
 */
export const classifyTool = (item: string, format: Format): ToolName => classifierOf(format)(item);

/** An unknown name is compared with every known one, and rules, features and fixes ask about the same names. */
const classifierOf = lazyFor((format: Format) => memo(1 << 20, (item) => classified(item, format)));

function classified(item: string, format: Format): ToolName {
  const names = namesJoinedIn(item, format);
  // A name of another program may contain a space.
  if (names.length > 1 && names.some((name) => classifyTool(name, format).kind !== 'unknown'))
    return { kind: 'joined', names };
  const written = format.toolPatterns === 'part of the name' ? item : baseName(item);
  const name = asRead(written, format);
  if (name !== baseName(name)) return withPattern(written, format);
  const exclusion = excludedBy(item, format);
  if (exclusion !== undefined) return exclusion;
  if (name === format.wildcard) return { kind: 'wildcard' };
  const respelled = format.mcp.respell?.(name);
  if (respelled !== undefined) return { kind: 'server', grant: respelled };
  const { projectTools = [] } = format;
  if (isMcpName(name, format) || projectTools.some((prefix) => name.startsWith(prefix))) return { kind: 'mcp' };
  const spelled = lookup(format.spellings ?? {}, name);
  if (spelled !== undefined) return classifyTool(spelled, format);
  const tool = lookup(format.tools, name);
  const isOpen = written !== item && !item.endsWith(')');
  if (isOpen && (tool !== undefined || lookup(format.retired, name) !== undefined)) return { kind: 'unclosed', name };
  if (tool !== undefined) return { kind: 'tool', name, tool };
  const retired = lookup(format.retired, name);
  if (retired !== undefined) return { kind: 'retired', name, retired };
  const foreign = lookup(format.foreign, written) ?? lookup(format.foreign, name);
  if (foreign !== undefined) return { kind: 'foreign', foreign };
  return guess(name, format);
}

/** The names in an item that the host takes for one name. */
function namesJoinedIn(item: string, { splitsNamesAt }: Format): readonly string[] {
  if (splitsNamesAt === 'none' || !/[\s,]/.test(item)) return [];
  return (
    item.match(
      splitsNamesAt === 'commas' || splitsNamesAt === 'commas, quoted'
        ? /(?:\([^)]*\)?|[^\s,(])+/g
        : /(?:\([^)]*\)?|[^\s(])+/g,
    ) ?? []
  );
}

/** Classifies a name with a pattern for a host that reads the pattern as part of the name: the name without it is meant. */
function withPattern(item: string, format: Format): ToolName {
  const found = classifyTool(baseName(item), format);
  if (found.kind === 'foreign' || found.kind === 'shell') return found;
  if (found.kind === 'tool') return { kind: 'unknown', closest: found.name };
  if (found.kind === 'case') return { kind: 'unknown', closest: found.meant };
  return { kind: 'unknown', closest: found.kind === 'retired' ? found.retired.replacement : undefined };
}

/** What a writer may use to exclude a tool: signs, or a word with a separator. */
const EXCLUSION = /^(?:[-!~^\u2013\u2212]|(?:no|not|non|without|except)[-_:])+(?=[A-Za-z*])/i;

/** Classifies an item with an exclusion before its name; undefined for other items. */
function excludedBy(item: string, format: Format): ToolName | undefined {
  const [sign] = EXCLUSION.exec(item) ?? [];
  if (sign === undefined) return undefined;
  const rest = item.slice(sign.length);
  const found = classifyTool(rest, format);
  const name = found.kind === 'case' ? found.meant + rest.slice(baseName(rest).length) : rest;
  const known = ['tool', 'case', 'mcp', 'wildcard'].includes(found.kind);
  // A word such as `no-` may be part of an unknown name.
  return known || !/[a-z]/i.test(sign) ? { kind: 'excluded', name, known } : undefined;
}

function guess(name: string, format: Format): ToolName {
  const folded = fold(name);
  // A separator at an end separates nothing, so its purpose is not known.
  const isWord = !/^[-_]|[-_]$/.test(name);
  const meant = isWord ? namesByFold(format.tools).get(folded) : undefined;
  if (meant !== undefined) return { kind: 'case', meant };
  const former = namesByFold(format.retired).get(folded);
  const retired = former === undefined ? undefined : lookup(format.retired, former);
  if (former !== undefined && retired !== undefined) return { kind: 'retired', name: former, retired };
  const prefix = format.mcp.prefix.toLowerCase();
  if (prefix !== '' && name.toLowerCase().startsWith(prefix))
    return { kind: 'case', meant: format.mcp.prefix + name.slice(prefix.length) };
  const lower = name.toLowerCase();
  if (format.shell.programs.includes(lower)) return { kind: 'shell' };
  const grant = grantOf(name, folded, format);
  if (grant !== undefined) return { kind: 'server', grant };
  return { kind: 'unknown', closest: closest(folded, namesByFold(format.tools)) ?? spelledLike(folded, format) };
}

/** The tool with the other name that is closest to this one. */
function spelledLike(folded: string, { spellings }: Format): string | undefined {
  if (spellings === undefined) return undefined;
  const name = closest(folded, namesByFold(spellings));
  return name === undefined ? undefined : lookup(spellings, name);
}

/**
 * How this host spells an MCP server that is written as a bare name (`github`), or in the spelling of other hosts
 * (`github/create_issue`, `github/*`).
 */
function grantOf(name: string, folded: string, format: Format): string | undefined {
  // Some hosts have no name for all tools of a server.
  const granting = (grant: string): string | undefined => (format.mcp.fault(grant) === undefined ? grant : undefined);
  if (format.mcp.knownServers.some((server) => fold(server) === folded)) return granting(format.mcp.spell(name));
  const slash = name.indexOf('/');
  const server = name.slice(0, slash);
  const tool = name.slice(slash + 1);
  if (slash < 1 || tool === '' || tool.includes('/')) return undefined;
  const grant = granting(format.mcp.spell(server, tool === (format.wildcard ?? '*') ? undefined : tool));
  return grant === name ? undefined : grant;
}

/** The names of a table by their folded form. */
const namesByFold = lazyFor((table: Readonly<Record<string, unknown>>) => byFold(Object.keys(table)));
