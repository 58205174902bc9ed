/** The agents of a workspace in the order of an overview: by the place that they are for, then by host. */
import type { Range } from 'vscode-languageserver-types';
import { hosts } from '../../hosts/index';
import type { ToolEffect } from '../../hosts/tool';
import { lazyFor } from '../../text/lazy';
import { fileNameOf } from '../../text/paths';
import { compare } from '../../text/sorted';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Card, SkillCard } from '../../workspace/card';
import type { Declared } from '../../workspace/declared';
import { detect } from '../../workspace/detect';
import { grouped } from '../../workspace/grouped';
import type { Index } from '../../workspace/index';
import type { Outcome } from '../../workspace/outcome';
import type { Ties } from '../../workspace/ties';
import { type Scope, scopes, type Tree } from '../../workspace/tree';
import type { Workspace } from '../../workspace/workspace';
import { rangeIn } from '../ranges';
import { nameOf } from '../refactor/agentName';
import { takenBy } from './taken';

/**
 * How an agent is: the host loads it, with losses, or not; another file has its name, surely or perhaps; or it is not known what the
 * host does.
 */
export type AgentState = 'loads' | 'losses' | 'fails' | 'taken' | 'unsure' | 'unknown';

/** Numbers of problems of a file. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** One agent. Texts are one visible line each. */
export interface AgentRow {
  readonly uri: string;
  readonly name: string;
  /** Of the name in the file. */
  readonly range: Range;
  readonly state: AgentState;
  /** Why it is not simply loaded, as a sentence. */
  readonly reason?: string | undefined;
  /** The file that is loaded under its name. */
  readonly winner?: { readonly uri: string; readonly range: Range } | undefined;
  readonly model?: string | undefined;
  /** How many tools it gets, or all; left out where that is not known, and where it does not load. */
  readonly tools?: number | 'every' | undefined;
  /** How many MCP servers it gets as a whole. */
  readonly servers: number;
  readonly effects: readonly ToolEffect[];
  /** Left out where they are not known. */
  readonly problems?: ProblemCounts | undefined;
  /** Whether a part of the name is in its file or path, so that it can be renamed. */
  readonly canRename: boolean;
  /** Set for an agent that a file of settings declares, perhaps with others: nothing is shown below it. */
  readonly isDeclared?: true;
}

/** A skill or a command that can be loaded as one. */
export interface SkillRow {
  readonly kind: 'skill' | 'command';
  readonly uri: string;
  readonly name: string;
  readonly range: Range;
  readonly description: string;
}

/** What a session is told of all agents. */
export interface ToldSum {
  readonly tokens: number;
  /** How many tokens the host thinks too many; left out where it has no limit. */
  readonly limit?: number | undefined;
}

/** The agents of one place that are for one host. */
export interface HostGroup {
  readonly id: string;
  readonly name: string;
  readonly told?: ToldSum | undefined;
  readonly agents: readonly AgentRow[];
}

/** What is in one project folder, with the user, or in one plugin. */
export interface ScopeGroup {
  readonly scope: Scope;
  /** The folder that it is for. */
  readonly home: string;
  readonly hosts: readonly HostGroup[];
  readonly skills: readonly SkillRow[];
}

/** All that an overview shows before anything in it is opened. */
export interface AgentList {
  readonly groups: readonly ScopeGroup[];
  /** How many agents there are, wanted or not. */
  readonly total: number;
  /** How many wanted agents are left out of `groups`, because there are too many. */
  readonly left: number;
  /** The sum of the session that is told most, among those with a limit; left out where no host has one. */
  readonly told?: ToldSum | undefined;
}

/** Agents that are listed at most, and skills. More would not fit into a list that a person reads. */
const MOST_LISTED = 5_000;

export interface ListOptions {
  /**
   * Only agents for which one of these holds: a state, `problems`, `every` for all tools, or what a tool does. All agents when empty;
   * other words hold for none.
   */
  readonly only: ReadonlySet<string>;
  /** The problems of a file, as far as they are known. */
  readonly problemsOf: (path: string) => ProblemCounts | undefined;
  readonly most?: number;
}

/** Lists the agents of an index. Notes among agents are left out. */
export function agentListOf(index: Index, { only, problemsOf, most = MOST_LISTED }: ListOptions): AgentList {
  const wanted: Listed[] = [];
  let total = 0;
  for (const ties of index.agents) {
    if (ties.outcome.isNote) continue;
    total++;
    const row = rowOf(ties, index, problemsOf(ties.card.path));
    if (only.size === 0 || isWanted(row, only)) wanted.push({ card: ties.card, row });
  }
  for (const one of index.declared) {
    total++;
    const row = declaredRow(one);
    if (only.size === 0 || isWanted(row, only)) wanted.push({ card: one.card, row });
  }
  const agents = grouped(wanted, ({ card }) => [placeKey(card)]);
  const skills = grouped(only.size === 0 ? index.skills : [], (card) => [placeKey(card)]);
  const trees = new Map(
    [...wanted.map(({ card }) => card), ...[...skills.values()].flat()].map((card) => [placeKey(card), card.tree]),
  );
  const groups: ScopeGroup[] = [];
  let left = wanted.length;
  let leftSkills = most;
  for (const [key, tree] of [...trees].sort(([, a], [, b]) => compareTrees(a, b))) {
    const rows = (agents.get(key) ?? []).sort(byName).slice(0, Math.max(0, most - (wanted.length - left)));
    left -= rows.length;
    const some = (skills.get(key) ?? []).sort(bySkillName).slice(0, leftSkills);
    leftSkills -= some.length;
    if (rows.length + some.length > 0)
      groups.push({ scope: tree.scope, home: tree.home, hosts: hostGroups(rows, index), skills: some.map(skillRow) });
  }
  const told = groups
    .flatMap((group) => group.hosts.flatMap((host) => (host.told?.limit === undefined ? [] : [host.told])))
    .reduce<ToldSum | undefined>(
      (largest, one) => (largest === undefined || one.tokens > largest.tokens ? one : largest),
      undefined,
    );
  return { groups, total, left, ...(told && { told }) };
}

interface Listed {
  readonly card: Card;
  readonly row: AgentRow;
}

function hostGroups(rows: readonly Listed[], index: Index): readonly HostGroup[] {
  const byHost = grouped(rows, ({ card }) => [card.format.host.id]);
  return hosts.flatMap((host): readonly HostGroup[] => {
    const some = byHost.get(host.id) ?? [];
    const card = some[0]?.card;
    if (card === undefined) return [];
    const told = toldIn(card, index);
    return [{ id: host.id, name: host.name, agents: some.map(({ row }) => row), ...(told && { told }) }];
  });
}

/** What a session is told that runs where the agent is. Plugins may be switched off, so nothing is said about theirs. */
function toldIn(card: Card, index: Index): ToldSum | undefined {
  if (card.tree.scope === 'plugin') return undefined;
  const told = index.viewOf(card)?.told();
  const limit = card.format.readers?.purpose.warnsAbove;
  return told && { tokens: told.tokens, ...(limit !== undefined && { limit }) };
}

function isWanted({ state, problems, tools, effects }: AgentRow, only: ReadonlySet<string>): boolean {
  if (only.has(state) || (state === 'unsure' && only.has('taken'))) return true;
  if (only.has('problems') && problems !== undefined && problems.errors + problems.warnings > 0) return true;
  return (only.has('every') && tools === 'every') || effects.some((effect) => only.has(effect));
}

/** The row of an agent in one state of the workspace. */
function rowOf(ties: Ties, index: Index, problems: ProblemCounts | undefined): AgentRow {
  const own = ownRow(ties);
  const around = index.around(ties.card.path);
  const taken = around && takenBy(ties.card, around);
  if (taken === undefined) return problems === undefined ? own : { ...own, problems };
  return {
    ...own,
    state: taken.isSure ? 'taken' : 'unsure',
    reason: undefined,
    winner: { uri: taken.by.path, range: rangeIn(taken.by.lines, taken.by.nameSpan) },
    ...(problems && { problems }),
  };
}

/** What follows from the file alone. */
const ownRow = lazyFor(
  ({ card, outcome }: Ties): AgentRow => ({ ...plainRow(card, outcome), canRename: nameOf(card) !== undefined }),
);

const declaredRow = lazyFor(
  ({ card, outcome }: Declared): AgentRow => ({ ...plainRow(card, outcome), isDeclared: true }),
);

/** A row without what needs the file of the agent for itself. */
function plainRow(card: Card, outcome: Outcome): AgentRow {
  const { verdict, reason, model } = outcome;
  const name = card.name ?? card.written?.text ?? '';
  const doesLoad = verdict === 'loads' || verdict === 'loads-with-losses';
  return {
    uri: card.path,
    name: asLine(name.trim() === '' ? fileNameOf(card.path) : name, MAX_TITLE),
    range: rangeIn(card.lines, card.nameSpan),
    state: verdict === undefined ? 'unknown' : states[verdict],
    ...(reason !== undefined && { reason: asLine(reason, MAX_TITLE) }),
    ...(model !== undefined && { model: asLine(model, MAX_TITLE) }),
    ...(doesLoad && { tools: outcome.inherits ? ('every' as const) : outcome.tools }),
    servers: outcome.servers,
    effects: outcome.effects,
    canRename: false,
  };
}

const states = { loads: 'loads', 'loads-with-losses': 'losses', 'does-not-load': 'fails' } as const;

const skillRow = lazyFor(
  (card: SkillCard): SkillRow => ({
    kind: detect(card.path, anyWorkspace)[0]?.kind === 'command' ? 'command' : 'skill',
    uri: card.path,
    name: asLine(card.names[0] ?? fileNameOf(card.path), MAX_TITLE),
    range: rangeIn(card.lines, card.nameSpan),
    description: asLine(card.description, MAX_TITLE),
  }),
);

/** A file of a plugin is of the same kind whatever is known of the plugin. */
const anyWorkspace: Workspace = { presence: () => 'present', manifest: () => undefined };

const bySkillName = (a: SkillCard, b: SkillCard): number =>
  compare(a.names[0] ?? '', b.names[0] ?? '') || compare(a.path, b.path);

const placeKey = lazyFor(({ tree }: Card | SkillCard): string => `${tree.scope} ${tree.home}`);

const byName = (a: Listed, b: Listed): number => compare(a.row.name, b.row.name) || compare(a.row.uri, b.row.uri);

const compareTrees = (a: Tree, b: Tree): number =>
  scopes.indexOf(a.scope) - scopes.indexOf(b.scope) || compare(a.home, b.home);
