/** Which tools an agent gets, given its allow list, its deny list and the fields that change either. */

import { listItems } from '../syntax/lists/items';
import type { Value } from '../syntax/tree';
import { lazyFor } from '../text/lazy';
import type { Format } from './host';
import { fieldByRole, lookup } from './lookup';
import { ownServers } from './mcpServers';
import type { Fields } from './reading';
import type { Tool } from './tool';
import { asRead, baseName, classifyTool, expansionOf, isMcpName } from './toolName';
import type { DroppedTool, EffectiveTools, WithheldTool } from './verdict';

/** The tools of an agent, and whether the host refuses to start it because no listed tool is available. */
export function effectiveTools(fields: Fields, format: Format): EffectiveTools & { readonly refused: boolean } {
  const deny = wordsOf(fields, 'deny', format) ?? [];
  const denied = deniedBy(deny, format);
  const present = situationOf(fields, format);
  const allowed = wordsOf(fields, 'allow', format);
  const isOpen = allowed?.length === 0 && format.on.emptyAllow !== undefined;
  if (allowed === undefined || isOpen || hasWildcard(allowed, format)) {
    const all = Object.keys(format.tools).filter((name) => !denied(name) && isOffered(name, format, present));
    const own = ownTools(fields, format).filter((name) => !denied(name));
    const { effective, withheld } = separated([...all, ...own], format);
    // Nothing that is folded into another tool comes back when that one is denied.
    const given = effective.filter((name) => lookup(format.tools, name)?.foldedInto === undefined);
    return { inherited: true, effective: given, dropped: [], withheld, refused: false };
  }
  return listed(
    allowed,
    { denied, isTakenBack: takenBackBy(deny, denied, format) },
    present,
    [...grantedBy(fields, format), ...ownTools(fields, format)],
    format,
  );
}

const hasWildcard = (words: readonly string[], { wildcard }: Format): boolean =>
  wildcard !== undefined && words.includes(wildcard);

/** Whether an agent without an allow list gets the tool. Undocumented and internal tools must be listed by name. */
function isOffered(name: string, format: Format, present: Situation): boolean {
  const tool = lookup(format.tools, name);
  if (tool === undefined || tool.expandsTo?.includes(name) === false) return false;
  return tool.status === undefined && missingReason(tool, present) === undefined;
}

interface Denials {
  readonly denied: (name: string) => boolean;
  /** Whether a word of the allow list counts as one that was not written. Other denied words are names that are not available. */
  readonly isTakenBack: (word: string, name: string | undefined) => boolean;
}

/**
 * A word is taken back by the name of its tool in the deny list; by itself when it is not a tool. A tool whose argument names agents is
 * taken back also by its patterns and old names, but only in its own spelling.
 */
function takenBackBy(
  deny: readonly string[],
  denied: (name: string) => boolean,
  format: Format,
): (word: string, name: string | undefined) => boolean {
  const byName = deniedBy(
    deny.filter((word) => baseName(word) === word),
    format,
  );
  return (word, name) => {
    if (name === undefined) return deny.includes(word);
    return lookup(format.tools, name)?.argumentNames === 'agents' ? word === name && denied(name) : byName(name);
  };
}

function listed(
  allowed: readonly string[],
  { denied, isTakenBack }: Denials,
  present: Situation,
  more: readonly string[],
  format: Format,
): EffectiveTools & { readonly refused: boolean } {
  const granted: string[] = [];
  const dropped: DroppedTool[] = [];
  let asked = 0;
  let resolved = 0;
  for (const word of allowed) {
    const { name, why } = resolve(word, format, present);
    if (name !== undefined && denied(name)) {
      dropped.push({ name: word, why: 'it is denied' });
      if (!isTakenBack(word, name)) asked++;
      continue;
    }
    if (!isTakenBack(word, name)) asked++;
    if (why === undefined && name !== undefined) {
      resolved++;
      for (const one of expansionOf(name, format)) if (!granted.includes(one)) granted.push(one);
    } else dropped.push({ name: word, why: why ?? `${format.host.name} has no such tool` });
  }
  for (const name of more) {
    if (denied(name) || granted.includes(name)) continue;
    granted.push(name);
    resolved++;
  }
  return {
    inherited: false,
    ...separated(granted, format),
    dropped,
    refused: format.on.noToolLeft !== undefined && asked > 0 && resolved === 0,
  };
}

/** Separates the tools that the agent gets from those that it is granted and does not get as tools of their own. */
function separated(granted: readonly string[], format: Format): Pick<EffectiveTools, 'effective' | 'withheld'> {
  const effective: string[] = [];
  const withheld: WithheldTool[] = [];
  for (const name of granted) {
    const tool = lookup(format.tools, name);
    if (tool?.foldedInto !== undefined && granted.includes(tool.foldedInto))
      withheld.push({ name, how: `through \`${tool.foldedInto}\`` });
    else if (tool?.offByDefault !== undefined) withheld.push({ name, how: 'off by default' });
    else effective.push(name);
  }
  return { effective, withheld };
}

/** What a word of the allow list means: a name, or the reason why it is ignored, or both for a tool that is not granted. */
function resolve(
  word: string,
  format: Format,
  present: Situation,
): { readonly name: string | undefined; readonly why: string | undefined } {
  const found = classifyTool(word, format);
  if (found.kind === 'mcp') return { name: word, why: format.mcp.fault(word) };
  const name = presentName(word, format);
  const tool = name === undefined ? undefined : lookup(format.tools, name);
  if (tool !== undefined) return { name, why: missingReason(tool, present) };
  if (found.kind === 'retired') return { name: undefined, why: found.retired.when };
  if (found.kind === 'foreign') return { name: undefined, why: `it is a tool of ${found.foreign.product}` };
  if (found.kind === 'case') return { name: undefined, why: `it is spelled \`${found.meant}\`` };
  if (found.kind === 'shell') return { name: undefined, why: 'it is a shell command, not a tool' };
  if (found.kind === 'excluded') return { name: undefined, why: 'a sign before a name does not exclude it' };
  if (found.kind === 'joined') return { name: undefined, why: joinedWhy(format) };
  if (found.kind === 'unclosed') return { name: undefined, why: 'its parenthesis is not closed' };
  return { name: undefined, why: `${format.host.name} has no such tool` };
}

const joinedWhy = ({ splitsNamesAt }: Format): string =>
  splitsNamesAt === 'none'
    ? 'each name needs an item of its own'
    : `only ${splitsNamesAt === 'commas and spaces' ? splitsNamesAt : 'commas'} separate names`;

/** The current name of the tool that a word names, directly or as an alias. Patterns do not matter. */
export function presentName(word: string, format: Format): string | undefined {
  const found = classifyTool(word, format);
  if (found.kind === 'tool') return found.name;
  // The host accepts old names only in their exact spelling.
  if (
    found.kind !== 'retired' ||
    found.retired.state !== 'alias works' ||
    found.name !== asRead(baseName(word), format)
  )
    return undefined;
  return found.retired.replacement;
}

/** Whether the deny list removes a tool. A pattern there removes the whole tool; a list with `*` removes nothing. */
export function deniedBy(words: readonly string[], format: Format): (name: string) => boolean {
  const isWild = hasWildcard(words, format);
  const { wildcardDenies } = format;
  if (isWild && wildcardDenies === undefined) return () => false;
  const names = new Set(words.flatMap((word) => presentName(word, format) ?? []));
  const servers = words.filter((word) => isMcpName(word, format));
  return (name) => {
    const tool = lookup(format.tools, name);
    if (isWild && wildcardDenies?.(name) === true) return true;
    if (names.has(name) || (tool?.deniedWith !== undefined && names.has(tool.deniedWith))) return true;
    return isMcpName(name, format) && servers.some((word) => format.mcp.covers(word, name));
  };
}

/** How the agent runs, as far as that decides which tools are available. */
export interface Situation {
  readonly background: boolean;
  readonly plan: boolean;
}

export function situationOf(fields: Fields, format: Format): Situation {
  const present = new Set(
    situations(format).flatMap(({ key, effect, wanted }) => {
      const value = fields.value(key);
      const text = value?.kind === 'scalar' && (value.type === 'boolean' ? value.text.toLowerCase() : value.text);
      return text === wanted ? [effect] : [];
    }),
  );
  return { background: present.has('background'), plan: present.has('plan') };
}

/** The fields whose value decides how the agent runs. */
const situations = lazyFor(({ fields }: Format) =>
  Object.entries(fields).flatMap(([key, { ignoredIn, situation }]) =>
    ignoredIn !== undefined || situation === undefined
      ? []
      : [{ key, effect: situation.effect, wanted: situation.value }],
  ),
);

function missingReason(tool: Tool, { background, plan }: Situation): string | undefined {
  if (tool.subagents === 'never') return 'subagents never get it';
  if (tool.subagents === 'plan-mode' && !plan) return 'subagents get it only in plan mode';
  return tool.subagents === 'foreground' && background ? 'background agents do not get it' : undefined;
}

/** Tools that valid values of other fields add to a list. */
export const grantedBy = (fields: Fields, format: Format): readonly string[] =>
  granting(format).flatMap(({ key, grants, choices }) => {
    const value = fields.value(key);
    return value?.kind === 'scalar' && choices.has(value.text) ? grants : [];
  });

/** The fields that grant tools, with their valid values. */
const granting = lazyFor(({ fields }: Format) =>
  Object.entries(fields).flatMap(([key, { grants, shape }]) =>
    grants === undefined || shape.kind !== 'choice'
      ? []
      : [{ key, grants, choices: new Set(shape.choices.map(({ value }) => value)) }],
  ),
);

/** The servers of the agent's own, whose tools no list of allowed tools limits. */
function ownTools(fields: Fields, format: Format): readonly string[] {
  const servers = fieldByRole(format, 'servers');
  const value = servers === undefined || servers.field.ignoredIn !== undefined ? undefined : fields.value(servers.key);
  return value === undefined ? [] : ownServers(value, format);
}

/** The current names of the tools, and the MCP names, that the deny list of frontmatter removes. */
export const deniedNames = (fields: Fields, format: Format): readonly string[] =>
  (wordsOf(fields, 'deny', format) ?? []).flatMap(
    (word) => presentName(word, format) ?? (isMcpName(word, format) ? word : []),
  );

const isString = ({ value }: { readonly value: Value }): boolean => value.kind !== 'scalar' || value.type === 'string';

/** The words of a list; empty for a value that is not a list, undefined when the field is absent. Only strings are names. */
export function wordsOf(
  fields: Fields,
  role: 'allow' | 'approve' | 'deny',
  format: Format,
): readonly string[] | undefined {
  const key = fieldByRole(format, role)?.key;
  const value = key === undefined ? undefined : fields.value(key);
  if (value === undefined) return undefined;
  if (value.kind === 'scalar' && value.type !== 'string') return [];
  const category = categoryOf(value, format);
  if (category !== undefined) return category;
  const strings = value.kind === 'sequence' ? { ...value, items: value.items.filter(isString) } : value;
  return listItems(fields.text, strings, format.splitsNamesAt).map((item) => item.text);
}

/** The tools for which the whole value stands; undefined for a value that names tools. */
export const categoryOf = (value: Value, { toolCategories }: Format): readonly string[] | undefined =>
  toolCategories === undefined || value.kind !== 'scalar' ? undefined : lookup(toolCategories, value.text);
