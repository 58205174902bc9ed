/** The delegation graph: which agents of a workspace start which others and load which skills, and where that leads nowhere. */
import type { Range } from 'vscode-languageserver-types';
import type { Format } from '../../hosts/host';
import { lookup } from '../../hosts/lookup';
import { lazy, lazyFor } from '../../text/lazy';
import { fileNameOf } from '../../text/paths';
import { compare } from '../../text/sorted';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Call } from '../../workspace/calls';
import type { Index } from '../../workspace/index';
import { namesAgent } from '../../workspace/namesAgent';
import { isOfUnknownPlugin, meansSiblings } from '../../workspace/siblings';
import type { Ties } from '../../workspace/ties';
import { rangeIn } from '../ranges';
import { type AnyCard, type Meaning, meaningOf } from '../system/meaning';
import { type Named, namesOf } from '../system/nameAt';
import { placeOf, projectsRoot, scopeLine } from '../system/places';
import { cyclesOf } from './cycles';
import { stateOf } from './loadState';

/** What a node is; `unknown` stands for a name that means nothing where it is used. */
export type NodeKind = 'agent' | 'skill' | 'built-in' | 'unknown';

/**
 * What to say of a node. `cycle`: it can start itself again, by way of others or not. `cannot-start`: it is told to start agents and has
 * no tool for that. `uncalled`: no agent starts it. `fails`: its host does not load it. `replaced`: another file has its name.
 * `ambiguous`: several agents have the name.
 */
export type NodeMark = 'cycle' | 'cannot-start' | 'uncalled' | 'fails' | 'replaced' | 'ambiguous';

export interface GraphNode {
  readonly kind: NodeKind;
  readonly name: string;
  /** The scope and the folder of the file; empty without one. */
  readonly place: string;
  readonly host: string;
  /** The file, and where the name is written in it. */
  readonly at?: { readonly uri: string; readonly range: Range };
  readonly marks: readonly NodeMark[];
}

export interface GraphEdge {
  /** Numbers of nodes. */
  readonly from: number;
  readonly to: number;
  /** How often the file says so. */
  readonly count: number;
  /** The first place that says so. */
  readonly at: { readonly uri: string; readonly range: Range };
  /** Whether it is part of a circle. */
  readonly isInCycle: boolean;
  /** Whether the agent has a tool for it. */
  readonly isPossible: boolean;
}

export interface Graph {
  /** Those with edges first, then by name. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Of each group of agents that can start each other, a shortest circle: numbers of nodes, without the first at the end. */
  readonly cycles: readonly (readonly number[])[];
  /** The names of the nodes that are not shown, as far as they are named, and how many there are. */
  readonly leftOut: { readonly count: number; readonly names: readonly string[] };
}

/** A picture of more nodes cannot be read. */
const MOST_NODES = 500;
const MOST_EDGES = 3_000;
const MOST_NAMED = 100;

interface Draft extends Omit<GraphNode, 'marks' | 'place'> {
  readonly key: string;
  readonly card: AnyCard | undefined;
  readonly marks: Set<NodeMark>;
  isCalled: boolean;
  isConnected: boolean;
}

interface Link extends Omit<GraphEdge, 'from' | 'to' | 'isInCycle'> {
  readonly from: Draft;
  readonly to: Draft;
  /** Whether the agent starts the other one by itself; a list only allows it. */
  readonly isAsked: boolean;
}

/** The graph of an index, as much of it as a picture can show. */
export function graphOf(index: Index): Graph {
  const drafts = agentsIn(index);
  const links = [...linksIn(index, drafts)];
  const all = [...drafts.values()].sort(
    (a, b) => Number(b.isConnected) - Number(a.isConnected) || compare(a.name, b.name) || compare(a.key, b.key),
  );
  const shown = all.slice(0, MOST_NODES);
  const numbers = new Map(shown.map((draft, i) => [draft, i]));
  const edges = links.flatMap(({ from, to, ...link }) => {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    return a === undefined || b === undefined ? [] : [{ ...link, from: a, to: b }];
  });
  const kept = edges.slice(0, MOST_EDGES);
  const { groups, cycles } = cyclesOf(
    shown.length,
    kept.filter(({ isPossible, isAsked }) => isPossible && isAsked),
  );
  for (const [i, draft] of shown.entries()) {
    if (groups[i] !== undefined) draft.marks.add('cycle');
    if (draft.kind === 'agent' && !draft.isCalled) draft.marks.add('uncalled');
  }
  const root = projectsRoot(shown.flatMap(({ card }) => card ?? []));
  return {
    nodes: shown.map((draft) => nodeOf(draft, root)),
    edges: kept.map(({ isAsked, ...edge }) => ({
      ...edge,
      isInCycle: isAsked && edge.isPossible && groups[edge.from] !== undefined && groups[edge.from] === groups[edge.to],
    })),
    cycles,
    leftOut: {
      count: all.length - shown.length,
      names: all.slice(MOST_NODES, MOST_NODES + MOST_NAMED).map(({ name }) => name),
    },
  };
}

/** The agents of an index by their keys, without what follows from links. Notes among them are left out. */
function agentsIn(index: Index): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const ties of index.agents) {
    if (ties.outcome.isNote) continue;
    const { card } = ties;
    const name = card.name ?? fileNameOf(card.path);
    const draft = draftOf(`agent ${card.path}`, 'agent', name, card.format.host.name, card);
    const loads = stateOf(ties, index);
    if (loads !== 'loads') draft.marks.add(loads);
    drafts.set(draft.key, draft);
  }
  return drafts;
}

const nodeOf = ({ kind, name, card, host, at, marks }: Draft, root: string | undefined): GraphNode => ({
  kind,
  name,
  place: card === undefined ? '' : scopeLine(card, root),
  host,
  ...(at === undefined ? {} : { at }),
  marks: [...marks].sort(compare),
});

const draftOf = (key: string, kind: NodeKind, name: string, host: string, card?: AnyCard): Draft => ({
  key,
  kind,
  name: asLine(name, MAX_TITLE),
  host,
  card,
  ...(card === undefined ? {} : { at: placeOf(card) }),
  marks: new Set(),
  isCalled: false,
  isConnected: false,
});

/** What the agents say, once for each pair, in the order of files and places. Adds the nodes that are no agents of the index. */
function* linksIn(index: Index, drafts: Map<string, Draft>): Iterable<Link> {
  for (const ties of index.agents) {
    const from = drafts.get(`agent ${ties.card.path}`);
    if (from === undefined) continue;
    const found = new Map<Draft, Link>();
    const meansOthers = lazy(() => {
      const around = index.around(ties.card.path);
      return around !== undefined && meansSiblings(ties, around);
    });
    for (const named of namesOf(ties)) {
      const to = isUse(named) ? targetOf(named, ties, index, drafts, meansOthers) : undefined;
      if (to === undefined) continue;
      const known = found.get(to);
      const isAsked = named.kind === 'agent' && !isListed(named, ties);
      found.set(to, {
        from,
        to,
        count: (known?.count ?? 0) + 1,
        at: known?.at ?? { uri: ties.card.path, range: rangeIn(ties.lines, named.span) },
        isPossible: named.kind !== 'agent' || canStart(ties),
        isAsked: known?.isAsked === true || isAsked,
      });
    }
    for (const link of found.values()) {
      link.from.isConnected = true;
      link.to.isConnected = true;
      if (link.to !== from) link.to.isCalled = true;
      if (!link.isPossible && link.isAsked) from.marks.add('cannot-start');
      yield link;
    }
  }
}

/** Whether the name is a call of an agent or a skill that the agent is told to use. */
const isUse = ({ kind, at, isAsked }: Named): boolean => at === 'call' && isAsked && kind !== 'server';

const isListed = ({ span }: Named, ties: Ties): boolean => callsByStart(ties).get(span.start)?.form === 'list';

const callsByStart = lazyFor(
  ({ calls }: Ties): ReadonlyMap<number, Call> => new Map(calls.map((call) => [call.span.start, call])),
);

/** Whether the agent gets a tool that starts others; true where it is not known which tools do. */
function canStart({ card: { format }, tools }: Ties): boolean {
  if (tools === undefined || !hasStarters(format)) return true;
  return tools.effective.some((name) => lookup(format.tools, name)?.gives?.includes('delegate') === true);
}

const hasStarters = lazyFor((format: Format): boolean =>
  Object.values(format.tools).some(({ gives }) => gives?.includes('delegate') === true),
);

/** The node that a name leads to; undefined for a word that may be something else. */
function targetOf(
  named: Named,
  ties: Ties,
  index: Index,
  drafts: Map<string, Draft>,
  meansOthers: () => boolean,
): Draft | undefined {
  const meaning = meaningOf(named, ties, index);
  const isKnown = meaning !== undefined && meaning.kind !== 'none';
  if (!isKnown && !isUnknown(named, ties, index, meansOthers)) return undefined;
  const host = ties.card.format.host.name;
  const draft = isKnown
    ? draftFor(named, meaning, host)
    : draftOf(`${host} no ${named.kind} ${named.name}`, 'unknown', named.name, host);
  const known = drafts.get(draft.key);
  if (known === undefined) drafts.set(draft.key, draft);
  return known ?? draft;
}

/** Whether a name that means nothing here is certainly that of an agent or a skill: where the rules say so too. */
function isUnknown(named: Named, ties: Ties, index: Index, meansOthers: () => boolean): boolean {
  if (named.kind === 'skill') return named.isInFrontMatter;
  const around = index.around(ties.card.path);
  const call = callsByStart(ties).get(named.span.start);
  if (around === undefined || call?.isCertain !== true || !namesAgent(call)) return false;
  const found = around.agent(named.name);
  if (found.kind === 'none' && found.elsewhere.length > 0) return true;
  return !isOfUnknownPlugin(named.name, around) && meansOthers();
}

function draftFor({ name }: Named, meaning: Meaning, host: string): Draft {
  switch (meaning.kind) {
    case 'agent':
      return draftOf(meaning.key, 'agent', meaning.card.name ?? name, host, meaning.card);
    case 'skill':
      return draftOf(meaning.key, 'skill', name, host, meaning.card);
    case 'built-in':
      return draftOf(`${host} ${meaning.key}`, 'built-in', meaning.name, host);
    default: {
      const draft = draftOf(`${host} ${meaning.key}`, 'unknown', name, host);
      draft.marks.add('ambiguous');
      return draft;
    }
  }
}
