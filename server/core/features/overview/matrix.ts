/** The tool matrix: which agent of a workspace gets which tools, in groups by what the tools can do. */
import type { Range } from 'vscode-languageserver-types';
import type { Format } from '../../hosts/host';
import { formats } from '../../hosts/index';
import { lookup } from '../../hosts/lookup';
import type { ToolEffect } from '../../hosts/tool';
import { isMcpName } from '../../hosts/toolName';
import { lazy } from '../../text/lazy';
import { fileNameOf } from '../../text/paths';
import { compare } from '../../text/sorted';
import { asLine, MAX_MESSAGE, MAX_TITLE } from '../../text/visible';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { rangeIn } from '../ranges';
import { projectsRoot, scopeLine } from '../system/places';
import { type LoadState, stateOf } from './loadState';

/** What the tools of a group do, in the order in which people look for it. */
const toolGroups = ['writes', 'runs', 'network', 'delegates', 'servers', 'asks', 'reads', 'other'] as const;
export type ToolGroup = (typeof toolGroups)[number];

export interface MatrixColumn {
  readonly group: ToolGroup;
  /** Of a tool, or of an MCP server as the names of its tools contain it. */
  readonly name: string;
  readonly summary: string;
  /** Whether some agent names it. Others are there only because an agent without a list gets them. */
  readonly isListed: boolean;
}

/**
 * Why an agent has a tool or not: `l` it is listed, `i` it is inherited because there is no list, `d` it is denied, `w` it is listed
 * and withheld, `.` it is not there.
 */
export type CellMark = 'l' | 'i' | 'd' | 'w' | '.';

export interface MatrixRow {
  readonly name: string;
  readonly uri: string;
  /** Where the name is written. */
  readonly range: Range;
  /** The scope and the folder of the file. */
  readonly place: string;
  readonly host: string;
  readonly state: LoadState;
  /** One mark for each column. */
  readonly cells: string;
  /** More about some cells, by the number of the column. */
  readonly notes: Readonly<Record<number, string>>;
  /** Names in its lists that the host ignores, each with the reason. */
  readonly ignored: readonly { readonly name: string; readonly why: string }[];
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  /** In the order of names. */
  readonly rows: readonly MatrixRow[];
  /** How many agents there are besides. */
  readonly leftOut: number;
}

/** More rows would take longer to show than people wait. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 400;
/** Names that are told of one cell or agent. */
const MOST_NAMES = 20;

/** The matrix of all agents of the index. */
export function matrixOf(index: Index): Matrix {
  const agents = index.agents
    .filter((ties) => !ties.outcome.isNote)
    .map((ties) => ({ ties, name: ties.card.name ?? fileNameOf(ties.card.path) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.ties.card.path, b.ties.card.path));
  const shown = agents.slice(0, MOST_ROWS);
  const root = projectsRoot(shown.map(({ ties }) => ties.card));
  const columns = columnsOf(shown.map(({ ties }) => ties));
  return {
    columns: columns.map(({ group, name, summary, isListed }) => ({
      group,
      name: asLine(name, MAX_TITLE),
      summary: asLine(summary, MAX_MESSAGE),
      isListed,
    })),
    rows: shown.map(({ ties, name }) => ({
      name: asLine(name, MAX_TITLE),
      uri: ties.card.path,
      range: rangeIn(ties.card.lines, ties.card.nameSpan),
      place: scopeLine(ties.card, root),
      host: ties.card.format.host.name,
      state: stateOf(ties, index),
      ...cellsOf(ties, columns),
    })),
    leftOut: agents.length - shown.length,
  };
}

interface Column extends MatrixColumn {
  readonly key: string;
}

const toolKey = (group: ToolGroup, name: string): string => `${group} ${name}`;
const serverKey = (server: string): string => `servers ${server}`;

const groupOf = (effect: ToolEffect | undefined): ToolGroup =>
  effect === undefined || effect === 'state' || effect === 'output' ? 'other' : effect;

/** The column of a name in a list: that of the tool, or of the server whose tool it is. */
function keyOf(name: string, format: Format): { key: string; group: ToolGroup; name: string; summary: string } {
  const tool = lookup(format.tools, name);
  if (tool === undefined) {
    const server = serverIn(name, format);
    if (server !== undefined) return { key: serverKey(server), group: 'servers', name: server, summary: '' };
  }
  const group = groupOf(tool?.effect);
  return { key: toolKey(group, name), group, name, summary: tool?.summary ?? '' };
}

/** The server in the name of a tool; the whole name where its parts cannot be told. */
function serverIn(name: string, format: Format): string | undefined {
  return isMcpName(name, format) ? (format.mcp.partsOf?.(name)?.server ?? name) : undefined;
}

function columnsOf(agents: readonly Ties[]): readonly Column[] {
  const found = new Map<string, Column>();
  const add = (name: string, format: Format, isListed: boolean): void => {
    const column = keyOf(name, format);
    const known = found.get(column.key);
    if (known === undefined ? found.size < MOST_COLUMNS : isListed && !known.isListed)
      found.set(column.key, { ...column, isListed });
  };
  for (const { card, tools } of agents) {
    if (tools === undefined) continue;
    for (const name of tools.effective) add(name, card.format, !tools.inherited);
    for (const { name } of tools.withheld) add(name, card.format, !tools.inherited);
    for (const name of tools.denied) if (lookup(card.format.tools, name) !== undefined) add(name, card.format, true);
    for (const server of card.servers) add(card.format.mcp.spell(server), card.format, true);
  }
  const order = orderOfTools();
  const rank = ({ key }: Column): number => order.get(key) ?? order.size;
  return [...found.values()].sort(
    (a, b) => toolGroups.indexOf(a.group) - toolGroups.indexOf(b.group) || rank(a) - rank(b) || compare(a.name, b.name),
  );
}

/** A text of a host's table, which may have code in it, as a page shows it. */
const plain = (text: string): string => asLine(text.replaceAll('`', ''), MAX_TITLE);

/** The places of all tools in the tables of their hosts, which begin with the most usual tools. */
const orderOfTools = lazy((): ReadonlyMap<string, number> => {
  const order = new Map<string, number>();
  for (const format of formats)
    for (const name of Object.keys(format.tools)) {
      const { key } = keyOf(name, format);
      if (!order.has(key)) order.set(key, order.size);
    }
  return order;
});

function cellsOf({ card, tools }: Ties, columns: readonly Column[]): Pick<MatrixRow, 'cells' | 'notes' | 'ignored'> {
  if (tools === undefined) return { cells: '.'.repeat(columns.length), notes: {}, ignored: [] };
  const { format } = card;
  const marks = new Map<string, CellMark>();
  const notes = new Map<string, string>();
  const own = tools.inherited ? 'i' : 'l';
  const ofServers = new Map<string, string[]>();
  for (const name of tools.denied) {
    const { key, group } = keyOf(name, format);
    const tool = group === 'servers' ? format.mcp.partsOf?.(name)?.tool : undefined;
    if (tool === undefined) marks.set(key, 'd');
    else notes.set(key, `without ${tool}`);
  }
  for (const { name, how } of tools.withheld) {
    const { key } = keyOf(name, format);
    marks.set(key, 'w');
    notes.set(key, how);
  }
  for (const name of tools.effective) {
    const { key, group } = keyOf(name, format);
    marks.set(key, own);
    const tool = group === 'servers' ? format.mcp.partsOf?.(name)?.tool : undefined;
    if (tool !== undefined) ofServers.set(key, [...(ofServers.get(key) ?? []), tool]);
  }
  for (const [key, names] of ofServers) notes.set(key, names.slice(0, MOST_NAMES).join(', '));
  return {
    // What an agent without a list gets of servers is not in the list of its tools.
    cells: columns
      .map(({ key, group }) => marks.get(key) ?? (group === 'servers' && tools.inherited ? 'i' : '.'))
      .join(''),
    notes: Object.fromEntries(
      columns.flatMap(({ key }, i) => {
        const note = notes.get(key);
        return note === undefined ? [] : [[i, plain(note)]];
      }),
    ),
    ignored: tools.dropped
      .filter(({ name }) => !tools.denied.includes(name))
      .slice(0, MOST_NAMES)
      .map(({ name, why }) => ({ name: asLine(name, MAX_TITLE), why: plain(why) })),
  };
}
