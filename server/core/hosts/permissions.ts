/** Which tools an agent gets where its frontmatter has maps of names: switches (`bash: false`) and permissions (`bash: deny`). */
import type { Entry, Value } from '../syntax/tree';
import type { Span } from '../text/span';
import type { FieldRole } from './field';
import type { Format } from './host';
import { fieldByRole, lookup } from './lookup';
import { baseName, classifyTool } from './toolName';

/** The pattern that matches everything. */
const ALL = '*';

export type Action = 'allow' | 'ask' | 'deny';

/** What a key of such a map is to the host. */
export type PermissionName =
  | { readonly kind: 'known'; readonly name: string } // it decides about the tools with this permission
  | { readonly kind: 'pattern' } // it matches known names
  | { readonly kind: 'open' } // it may be a tool of an MCP server or a plugin
  | { readonly kind: 'ineffective'; readonly meant: string | undefined; readonly product: string | undefined };

/** One key of a map, or the word in place of a map. */
export interface Permission {
  readonly field: Entry;
  /** The key as it is written; the wildcard for a word in place of a map. */
  readonly key: string;
  readonly name: PermissionName;
  /** The key; of a word in place of a map, the word. */
  readonly span: Span;
  /** Of the map; for a word in place of a map, the field. */
  readonly entry: Entry;
  readonly rules: readonly PatternRule[];
  readonly isSwitch: boolean;
}

/** What a key says about arguments that match a pattern. */
export interface PatternRule {
  readonly pattern: string;
  readonly action: Action;
  readonly span: Span;
}

/** Whether `name` matches a pattern: `*` stands for any characters, `?` for one, and a space with `*` at the end for nothing too. */
function matchesPattern(name: string, pattern: string): boolean {
  if (pattern.endsWith(' *') && matchesPattern(name, pattern.slice(0, -2))) return true;
  let at = 0;
  let afterStar = -1;
  let retry = 0;
  for (let i = 0; i < name.length; ) {
    if (pattern[at] === '*') {
      afterStar = ++at;
      retry = i;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[i])) {
      at++;
      i++;
    } else if (afterStar >= 0) {
      at = afterStar;
      i = ++retry;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

/** What a key means to the host. */
function permissionName(key: string, isSwitch: boolean, format: Format): PermissionName {
  const { permissions, tools } = format;
  if (permissions === undefined) return { kind: 'open' };
  const names = namesOf(format);
  if (/[*?]/.test(key)) return { kind: names.some((name) => matchesPattern(name, key)) ? 'pattern' : 'open' };
  const alias = isSwitch ? lookup(permissions.switches, key) : undefined;
  if (alias !== undefined) return { kind: 'known', name: alias };
  if (names.includes(key)) return { kind: 'known', name: key };
  const meant = (name: string | undefined, product?: string): PermissionName => ({
    kind: 'ineffective',
    meant: name === undefined ? undefined : permissionOf(name, format),
    product,
  });
  if (lookup(tools, key) !== undefined) return meant(key);
  const found = classifyTool(key, format);
  switch (found.kind) {
    case 'case':
      return meant(found.meant);
    case 'retired':
      return meant(found.retired.replacement);
    case 'foreign':
      return meant(found.foreign.replacement, found.foreign.product);
    case 'shell':
      return meant(format.shell.tool);
    case 'server':
      return meant(found.grant);
    case 'excluded':
      return meant(found.known ? baseName(found.name) : undefined);
    case 'unknown': {
      // `bash(git *)` names an argument, which belongs in a map of patterns.
      const base = baseName(key);
      if (base !== key) return meant(found.closest ?? (lookup(tools, base) === undefined ? undefined : base));
      if (found.closest !== undefined) return meant(found.closest);
      return /[_-]/.test(key) ? { kind: 'open' } : meant(undefined);
    }
    default:
      return { kind: 'open' };
  }
}

/** The key that decides about a tool. */
const permissionOf = (tool: string, { tools }: Format): string => lookup(tools, tool)?.permission ?? tool;

/** Every key that has an effect. */
const namesOf = (format: Format): readonly string[] => [
  ...Object.keys(format.permissions?.keys ?? {}),
  ...Object.entries(format.tools).flatMap(([name, { permission }]) => (permission === undefined ? [name] : [])),
];

const roles: readonly FieldRole[] = ['tool-switches', 'tool-permissions'];

/** The keys of all maps, those of the switches first, each map in file order. */
export function permissionsIn(entries: readonly Entry[], format: Format): readonly Permission[] {
  return roles.flatMap((role) => {
    const field = fieldByRole(format, role);
    const entry = field && entries.findLast(({ key }) => key === field.key);
    return entry === undefined ? [] : permissionsOf(entry, role === 'tool-switches', format);
  });
}

function permissionsOf(field: Entry, isSwitch: boolean, format: Format): readonly Permission[] {
  const { value } = field;
  if (value.kind === 'scalar') {
    const action = isSwitch ? undefined : actionOf(value, false);
    const key = ALL;
    return action === undefined
      ? []
      : [
          {
            field,
            key,
            name: { kind: 'pattern' },
            span: value.span,
            entry: field,
            rules: [{ pattern: key, action, span: value.span }],
            isSwitch,
          },
        ];
  }
  if (value.kind !== 'mapping') return [];
  return value.entries.slice(0, MAX_KEYS).map((entry) => ({
    field,
    key: entry.key,
    name: permissionName(entry.key, isSwitch, format),
    span: entry.keySpan,
    entry,
    rules: rulesOf(entry, isSwitch),
    isSwitch,
  }));
}

/** How many keys of a map are read. A host has some dozens of tools, so a longer map is not one of tools. */
const MAX_KEYS = 500;

function rulesOf({ value }: Entry, isSwitch: boolean): readonly PatternRule[] {
  if (value.kind === 'mapping')
    return value.entries.slice(0, MAX_KEYS).flatMap(({ key, keySpan, value: inner }) => {
      const action = actionOf(inner, isSwitch);
      return action === undefined ? [] : [{ pattern: key, action, span: keySpan }];
    });
  const action = actionOf(value, isSwitch);
  return action === undefined ? [] : [{ pattern: ALL, action, span: value.span }];
}

function actionOf(value: Value, isSwitch: boolean): Action | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (isSwitch) return value.type !== 'boolean' ? undefined : value.text.toLowerCase() === 'true' ? 'allow' : 'deny';
  return actions.find((action) => action === value.text);
}

const actions: readonly Action[] = ['allow', 'ask', 'deny'];

interface Rule extends PatternRule {
  readonly name: string;
  readonly from: Permission | undefined;
}

/**
 * The rules in the order in which the host tries them. The last one that matches counts. A key of the permissions takes the
 * place of the same key among the switches.
 * @param agent The name of the agent, which the host may bring along.
 */
export function rulesIn(all: readonly Permission[], { permissions }: Format, agent: string | null): readonly Rule[] {
  const byName = new Map<string, readonly Rule[]>();
  for (const permission of all) {
    const name = permission.name.kind === 'known' ? permission.name.name : permission.key;
    byName.set(
      name,
      permission.rules.map((rule) => ({ ...rule, name, from: permission })),
    );
  }
  const nowhere = { start: 0, end: 0 };
  const builtIn = lookup(permissions?.ofBuiltIn ?? {}, agent ?? '') ?? [];
  const denied = (permissions?.denied ?? []).map((name) => [name, 'deny'] as const);
  const before = [...denied, ...builtIn].map(
    ([name, action]): Rule => ({ name, pattern: ALL, action, span: nowhere, from: undefined }),
  );
  return [...before, ...[...byName.values()].flat()];
}

/** The rule that decides whether the agent gets the tools of a permission: the last one that matches its name. */
export const decisive = (name: string, rules: readonly Rule[]): Rule | undefined =>
  rules.findLast((rule) => matchesPattern(name, rule.name));

/** Whether the host takes the tools of a permission away: the last rule denies every use. */
export function isDenied(name: string, rules: readonly Rule[]): boolean {
  const rule = decisive(name, rules);
  return rule?.pattern === ALL && rule.action === 'deny';
}

/** The tools that the maps leave to an agent, in the order of the table. Tools that most sessions do not have are left out. */
export function permittedTools(all: readonly Permission[], format: Format, agent: string | null): readonly string[] {
  const rules = rulesIn(all, format, agent);
  return Object.entries(format.tools).flatMap(([name, { offByDefault, status }]) =>
    offByDefault !== undefined || status !== undefined || isDenied(permissionOf(name, format), rules) ? [] : [name],
  );
}

/** A key or pattern that another one takes the effect from. */
export interface Overridden {
  readonly permission: Permission;
  /** The key or the pattern. */
  readonly span: Span;
  readonly by: { readonly permission: Permission; readonly text: string; readonly span: Span };
  /** Set when the agent may do more because of it, and the file says so nowhere else. */
  readonly isLimit: boolean;
}

/** The keys and patterns without effect because a later one matches too. */
export function overriddenIn(all: readonly Permission[], format: Format, agent: string | null): readonly Overridden[] {
  const rules = rulesIn(all, format, agent);
  return all.flatMap((permission) => [
    ...overriddenKey(permission, rules, permission.name),
    ...overriddenPatterns(permission),
  ]);
}

function overriddenKey(permission: Permission, rules: readonly Rule[], name: PermissionName): readonly Overridden[] {
  const action = strictest(permission.rules);
  const rule = name.kind === 'known' ? decisive(name.name, rules) : undefined;
  if (rule?.from === undefined || rule.from === permission || action === undefined) return [];
  if (permission.rules.every((own) => own.action === rule.action)) return [];
  const by = { permission: rule.from, text: rule.from.key, span: rule.from.span };
  // The field for permissions is the newer one, and replaces what the switches say on purpose.
  const isLimit = isStricter(action, rule.action) && rule.from.field === permission.field;
  return [{ permission, span: permission.span, by, isLimit }];
}

function overriddenPatterns(permission: Permission): readonly Overridden[] {
  const { rules } = permission;
  return rules.flatMap(({ pattern, action, span }, i) => {
    const by = rules.slice(i + 1).findLast((later) => matchesPattern(pattern, later.pattern));
    return by === undefined || by.action === action
      ? []
      : [
          {
            permission,
            span,
            by: { permission, text: by.pattern, span: by.span },
            isLimit: isStricter(action, by.action),
          },
        ];
  });
}

/** The keys that the host does not know although they are meant as a limit, while the agent may do what they are about. */
export function ineffectiveLimits(
  all: readonly Permission[],
  format: Format,
  agent: string | null,
): readonly Permission[] {
  const rules = rulesIn(all, format, agent);
  return all.filter(({ name, rules: own }) => {
    const wanted = strictest(own);
    if (name.kind !== 'ineffective' || name.meant === undefined || wanted === undefined) return false;
    if (!namesOf(format).includes(name.meant)) return false;
    return isStricter(wanted, decisive(name.meant, rules)?.action ?? 'allow');
  });
}

/** The actions, from the weakest limit to the strictest. */
const ORDER: readonly Action[] = actions;

const isStricter = (one: Action, other: Action): boolean => ORDER.indexOf(one) > ORDER.indexOf(other);

const strictest = (rules: readonly PatternRule[]): Action | undefined =>
  ORDER.findLast((action) => rules.some((rule) => rule.action === action));
