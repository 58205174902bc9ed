/** The nodes of the view of agents, from what the server answers. Needs no VS Code. */
import type {
  AgentList,
  AgentParts,
  AgentRow,
  HostGroup,
  NamedPart,
  Place,
  Problem,
  ScopeGroup,
  SkillRow,
  ToolPart,
} from './protocol';

/** What is below an agent, in the order in which it is shown. */
export type PartKind = 'tools' | 'skills' | 'servers' | 'delegates' | 'callers' | 'problems' | 'tokens';

export type Node = ScopeNode | HostNode | AgentNode | SkillsNode | SkillNode | PartNode | LeafNode | MoreNode;

interface Base {
  /** The same for the same thing in every state, so that what is open stays open. */
  readonly id: string;
  readonly parent: Node | undefined;
}

export interface ScopeNode extends Base {
  readonly kind: 'scope';
  readonly group: ScopeGroup;
  /** The only host in it; undefined when there are several. */
  readonly host: HostGroup | undefined;
  readonly children: readonly Node[];
}

export interface HostNode extends Base {
  readonly kind: 'host';
  readonly group: HostGroup;
  readonly children: readonly Node[];
}

export interface AgentNode extends Base {
  readonly kind: 'agent';
  readonly row: AgentRow;
}

/** The skills or the commands of a place. */
export interface SkillsNode extends Base {
  readonly kind: 'skills';
  readonly of: SkillRow['kind'];
  readonly children: readonly Node[];
}

export interface SkillNode extends Base {
  readonly kind: 'skill';
  readonly row: SkillRow;
}

export interface PartNode extends Base {
  readonly kind: 'part';
  readonly part: PartKind;
  readonly agent: AgentNode;
  readonly parts: AgentParts;
  readonly children: readonly LeafNode[];
}

/** What a leaf shows. */
export type Leaf =
  | { readonly of: 'tools'; readonly tool: ToolPart }
  | { readonly of: 'skills' | 'servers' | 'delegates' | 'callers'; readonly named: NamedPart }
  | { readonly of: 'problems'; readonly problem: Problem }
  | { readonly of: 'tokens'; readonly what: 'description' | 'prompt'; readonly tokens: number };

export interface LeafNode extends Base {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
  readonly place: Place;
}

/** Says how many agents are left out. */
export interface MoreNode extends Base {
  readonly kind: 'more';
  readonly left: number;
}

/** The tree in one state of the workspace. */
export interface Tree {
  readonly roots: readonly Node[];
  /** By URI. */
  readonly agents: ReadonlyMap<string, AgentNode>;
}

/** The tree of a list. */
export function treeOf({ groups, left }: Pick<AgentList, 'groups' | 'left'>): Tree {
  const agents = new Map<string, AgentNode>();
  const roots: Node[] = groups.map((group) => {
    const id = `${group.scope} ${group.home}`;
    const [first, ...others] = group.hosts;
    const children: Node[] = [];
    const scope: ScopeNode = {
      kind: 'scope',
      id,
      parent: undefined,
      group,
      host: others.length === 0 ? first : undefined,
      children,
    };
    const agentsOf = (rows: readonly AgentRow[], parent: Node): readonly AgentNode[] =>
      rows.map((row) => {
        // A file of settings has several agents, and none of them is the agent of the file.
        const { line, character } = row.range.start;
        const id = row.isDeclared === true ? `${row.uri}#${line}:${character}` : row.uri;
        const node: AgentNode = { kind: 'agent', id, parent, row };
        if (row.isDeclared !== true) agents.set(row.uri, node);
        return node;
      });
    if (others.length === 0) children.push(...agentsOf(first?.agents ?? [], scope));
    else
      for (const host of group.hosts) {
        const inner: Node[] = [];
        const node: HostNode = { kind: 'host', id: `${id} ${host.id}`, parent: scope, group: host, children: inner };
        inner.push(...agentsOf(host.agents, node));
        children.push(node);
      }
    for (const of of ['skill', 'command'] as const) {
      const rows = group.skills.filter(({ kind }) => kind === of);
      if (rows.length === 0) continue;
      const inner: Node[] = [];
      const node: SkillsNode = { kind: 'skills', id: `${id} ${of}s`, parent: scope, of, children: inner };
      for (const row of rows) inner.push({ kind: 'skill', id: row.uri, parent: node, row });
      children.push(node);
    }
    return scope;
  });
  if (left > 0) roots.push({ kind: 'more', id: 'more', parent: undefined, left });
  return { roots, agents };
}

/** What is below an agent; kinds without anything are left out. */
export function partNodesOf(agent: AgentNode, parts: AgentParts): readonly PartNode[] {
  const { uri } = agent.row;
  const named = (of: 'skills' | 'servers' | 'delegates' | 'callers'): readonly (readonly [Leaf, Place])[] =>
    parts[of].map((one) => [{ of, named: one }, one.place]);
  const size = (what: 'description' | 'prompt'): readonly [Leaf, Place] => [
    { of: 'tokens', what, tokens: parts.tokens[what] },
    agent.row,
  ];
  const leaves: Readonly<Record<PartKind, readonly (readonly [Leaf, Place])[]>> = {
    problems: parts.problems.map((problem) => [
      { of: 'problems', problem },
      { uri, range: problem.range },
    ]),
    tools: parts.tools.map((tool) => [{ of: 'tools', tool }, tool.place]),
    skills: named('skills'),
    servers: named('servers'),
    delegates: named('delegates'),
    callers: named('callers'),
    tokens: [size('description'), size('prompt')],
  };
  return order.flatMap((part): readonly PartNode[] => {
    if (leaves[part].length === 0) return [];
    const children: LeafNode[] = [];
    const node: PartNode = { kind: 'part', id: `${uri}#${part}`, parent: agent, part, agent, parts, children };
    leaves[part].forEach(([leaf, place], i) => {
      children.push({ kind: 'leaf', id: `${uri}#${part}/${i}`, parent: node, leaf, place });
    });
    return [node];
  });
}

const order: readonly PartKind[] = ['problems', 'tools', 'skills', 'servers', 'delegates', 'callers', 'tokens'];
