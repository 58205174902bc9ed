/** Which tools a Claude Code agent really gets, out of its allow list, deny list, memory, mode and background. */
import type { Dialect, Tool } from '../dialects/dialect';
import { fieldByRole, lookup } from '../dialects/lookup';
import { baseName, classifyTool } from '../dialects/toolName';
import { listItems } from '../syntax/items';
import type { Entry, Value } from '../syntax/tree';
import type { DroppedTool, EffectiveTools } from './verdict';

/** What the header says, as the host reads it: the last entry of a key counts. */
export interface Fields {
  /** The text that the values' spans refer to. */
  readonly text: string;
  readonly value: (key: string) => Value | undefined;
}

export const fieldsOf = (text: string, entries: readonly Entry[]): Fields => ({
  text,
  value: (key) => entries.findLast((entry) => entry.key === key)?.value,
});

/** The tools of an agent, and whether the host refuses to start it because its list leads to none. */
export function effectiveTools(fields: Fields, dialect: Dialect): EffectiveTools & { readonly refused: boolean } {
  const denied = deniedBy(wordsOf(fields, 'deny', dialect) ?? [], dialect);
  const present = situationOf(fields, dialect);
  const allowed = wordsOf(fields, 'allow', dialect);
  if (allowed === undefined || allowed.includes(dialect.wildcard)) {
    const all = Object.keys(dialect.tools).filter((name) => !denied(name) && isOffered(name, dialect, present));
    return { inherited: true, effective: all, dropped: [], refused: false };
  }
  return listed(allowed, denied, present, grantedBy(fields, dialect), dialect);
}

/** Undocumented and internal tools are not promised to anybody who does not ask for them by name. */
function isOffered(name: string, dialect: Dialect, present: Situation): boolean {
  const tool = lookup(dialect.tools, name);
  return tool !== undefined && tool.status === undefined && missingReason(tool, present) === undefined;
}

function listed(
  allowed: readonly string[],
  denied: (name: string) => boolean,
  present: Situation,
  granted: readonly string[],
  dialect: Dialect,
): EffectiveTools & { readonly refused: boolean } {
  const effective: string[] = [];
  const dropped: DroppedTool[] = [];
  let asked = 0;
  let resolved = 0;
  for (const word of allowed) {
    const { name, why } = resolve(word, dialect, present);
    if (name !== undefined && denied(name)) {
      dropped.push({ name: word, why: 'the deny list takes it away' });
      continue;
    }
    asked++;
    if (why === undefined && name !== undefined) {
      resolved++;
      if (!effective.includes(name)) effective.push(name);
    } else dropped.push({ name: word, why: why ?? `${dialect.host} has no such tool` });
  }
  for (const name of granted) {
    if (denied(name) || effective.includes(name)) continue;
    effective.push(name);
    resolved++;
  }
  return { inherited: false, effective, dropped, refused: asked > 0 && resolved === 0 };
}

/** What a word of the allow list stands for: a name, or the reason why it stands for nothing, or both for a tool that is not given. */
function resolve(
  word: string,
  dialect: Dialect,
  present: Situation,
): { readonly name: string | undefined; readonly why: string | undefined } {
  const found = classifyTool(word, dialect);
  if (found.kind === 'mcp') return { name: word, why: mcpFault(word, dialect) };
  const name = presentName(word, dialect);
  const tool = name === undefined ? undefined : lookup(dialect.tools, name);
  if (tool !== undefined) return { name, why: missingReason(tool, present) };
  if (found.kind === 'retired') return { name: undefined, why: found.retired.when };
  if (found.kind === 'foreign') return { name: undefined, why: `it is a tool of ${found.foreign.product}` };
  if (found.kind === 'case') return { name: undefined, why: `the tool is spelled ${found.meant}` };
  if (found.kind === 'shell') return { name: undefined, why: `it is a program that runs inside ${dialect.shell.tool}` };
  if (found.kind === 'excluded') return { name: undefined, why: 'a sign before a name excludes nothing' };
  if (found.kind === 'unclosed') return { name: undefined, why: 'its parenthesis is never closed' };
  return { name: undefined, why: `${dialect.host} has no such tool` };
}

/** The name that the host knows a word by: itself, or the present name of an alias. Patterns do not matter. */
export function presentName(word: string, dialect: Dialect): string | undefined {
  const found = classifyTool(word, dialect);
  if (found.kind === 'tool') return found.name;
  // Old names count in their exact spelling only.
  if (found.kind !== 'retired' || found.retired.state !== 'alias works' || found.name !== baseName(word))
    return undefined;
  return found.retired.replacement;
}

/** `mcp__server`, `mcp__server__tool` and `mcp__server__*` grant something; `mcp__*` and other wildcards do not. */
export function mcpFault(word: string, dialect: Dialect): string | undefined {
  const [server = '', ...tool] = word.slice(dialect.mcpPrefix.length).split('__');
  const rest = tool.join('__');
  if (server === '') return 'it names no server';
  if (server.includes('*')) return 'a wildcard cannot stand for servers in an allow list';
  return rest.includes('*') && rest !== '*' ? 'a wildcard can only stand for all tools of a server' : undefined;
}

/** Whether the deny list takes a tool away. A pattern there takes the whole tool; `*` takes nothing. */
export function deniedBy(words: readonly string[], dialect: Dialect): (name: string) => boolean {
  const names = new Set(words.flatMap((word) => presentName(word, dialect) ?? []));
  const servers = words.filter((word) => word.startsWith(dialect.mcpPrefix));
  return (name) => {
    const tool = lookup(dialect.tools, name);
    if (names.has(name) || (tool?.deniedWith !== undefined && names.has(tool.deniedWith))) return true;
    if (!name.startsWith(dialect.mcpPrefix)) return false;
    return servers.some((word) => {
      const server = word.endsWith('__*') ? word.slice(0, -3) : word;
      return word === `${dialect.mcpPrefix}*` || name === word || name === server || name.startsWith(`${server}__`);
    });
  };
}

/** How the agent runs, as far as it decides which tools are there. */
export interface Situation {
  readonly background: boolean;
  readonly plan: boolean;
}

export function situationOf(fields: Fields, dialect: Dialect): Situation {
  const isSet = (effect: 'background' | 'plan'): boolean =>
    Object.entries(dialect.fields).some(([key, field]) => {
      const value = fields.value(key);
      return (
        field.ignoredIn === undefined &&
        field.situation?.effect === effect &&
        value?.kind === 'scalar' &&
        value.text === field.situation.value
      );
    });
  return { background: isSet('background'), plan: isSet('plan') };
}

function missingReason(tool: Tool, { background, plan }: Situation): string | undefined {
  if (tool.subagents === 'never') return 'an agent never gets it';
  if (tool.subagents === 'plan-mode' && !plan) return 'an agent gets it only in plan mode';
  return tool.subagents === 'foreground' && background ? 'agents in the background do not get it' : undefined;
}

/** Tools that usable values of other fields add to a list. */
export const grantedBy = (fields: Fields, dialect: Dialect): readonly string[] =>
  Object.entries(dialect.fields).flatMap(([key, { grants, shape }]) => {
    const value = fields.value(key);
    const isUsable =
      shape.kind === 'choice' &&
      value?.kind === 'scalar' &&
      shape.choices.some((choice) => choice.value === value.text);
    return grants !== undefined && isUsable ? grants : [];
  });

/** What a header denies: each item of its deny list that takes something away, under its present name. */
export const deniedNames = (fields: Fields, dialect: Dialect): readonly string[] =>
  (wordsOf(fields, 'deny', dialect) ?? []).flatMap(
    (word) => presentName(word, dialect) ?? (word.startsWith(dialect.mcpPrefix) ? word : []),
  );

/** The words of a list; empty for a value that is no list, undefined when the field is absent. */
export function wordsOf(fields: Fields, role: 'allow' | 'deny', dialect: Dialect): readonly string[] | undefined {
  const key = fieldByRole(dialect, role)?.key;
  const value = key === undefined ? undefined : fields.value(key);
  if (value === undefined) return undefined;
  if (value.kind === 'scalar' && value.type !== 'string') return [];
  return listItems(fields.text, value).map((item) => item.text);
}
