/** How each node of the view of agents looks, and what opens when it is chosen. */
import {
  type Command,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  workspace,
} from 'vscode';
import type { AgentNode, LeafNode, Node, PartKind, PartNode, ScopeNode } from './nodes';
import type { AgentState, Place } from './protocol';
import {
  agentDescription,
  agentsText,
  effectText,
  joined,
  numberText,
  plain,
  problemsText,
  skillsText,
  sourceText,
  stateText,
  toldSentence,
  toldText,
} from './words';

/** Turns a URI of the server into one of VS Code. */
export type AsUri = (uri: string) => Uri;

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

const icon = (id: string, color?: string): ThemeIcon =>
  new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));

/** Each state has a shape of its own, because not everybody sees colors. */
const stateIcons: Readonly<Record<AgentState, ThemeIcon>> = {
  loads: icon('pass', 'testing.iconPassed'),
  losses: icon('warning', 'list.warningForeground'),
  fails: icon('error', 'list.errorForeground'),
  taken: icon('circle-slash', 'disabledForeground'),
  unsure: icon('question', 'list.warningForeground'),
  unknown: icon('circle-outline'),
};

const partIcons: Readonly<Record<PartKind, string>> = {
  problems: 'warning',
  tools: 'tools',
  skills: 'book',
  servers: 'server',
  delegates: 'call-outgoing',
  callers: 'call-incoming',
  tokens: 'symbol-numeric',
};

const effectIcons: Readonly<Record<string, string>> = {
  reads: 'eye',
  writes: 'edit',
  runs: 'terminal',
  network: 'globe',
  delegates: 'call-outgoing',
  asks: 'comment',
  state: 'gear',
  output: 'output',
};

/** The item of a node. */
export function itemOf(node: Node, asUri: AsUri): TreeItem {
  switch (node.kind) {
    case 'scope':
      return scopeItem(node, asUri);
    case 'host':
      return item(node, node.group.name, Expanded, {
        description: joined([agentsText(node.group.agents.length), node.group.told && toldText(node.group.told)]),
        tooltip: node.group.told && toldSentence(node.group.told),
        iconPath: icon('package'),
      });
    case 'agent':
      return agentItem(node, asUri);
    case 'skills':
      return item(node, skillsText(node.of), Collapsed, {
        description: numberText(node.children.length),
        iconPath: icon(node.of === 'skill' ? 'book' : 'terminal'),
      });
    case 'skill':
      return item(node, node.row.name, None, {
        description: node.row.description,
        tooltip: joined([node.row.name, node.row.description], '\n'),
        iconPath: icon(node.row.kind === 'skill' ? 'book' : 'terminal'),
        resourceUri: asUri(node.row.uri),
        open: opening(node.row, asUri),
      });
    case 'part':
      return partItem(node);
    case 'leaf':
      return leafItem(node, asUri);
    case 'more':
      return item(node, l10n.t('{0} more agents', numberText(node.left)), None, {
        description: l10n.t('filter the view to see them'),
        iconPath: icon('ellipsis'),
      });
  }
}

/** With this command VS Code opens as in the explorer: a click keeps the focus in the view, and the next click replaces the editor. */
const opening = ({ uri, range: { start, end } }: Place, asUri: AsUri): Command => ({
  command: 'vscode.open',
  title: l10n.t('Open'),
  arguments: [asUri(uri), { selection: new Range(start.line, start.character, end.line, end.character) }],
});

interface Looks {
  readonly description?: string | undefined;
  /** Plain text; the label when left out. */
  readonly tooltip?: string | undefined;
  readonly iconPath: ThemeIcon;
  readonly resourceUri?: Uri;
  /** What happens when the row is chosen. */
  readonly open?: Command;
  readonly contextValue?: string;
  /** Read in place of label and description. */
  readonly spoken?: string;
}

function item(node: Node, label: string, state: TreeItemCollapsibleState, looks: Looks): TreeItem {
  const { description, tooltip, iconPath, resourceUri, open, contextValue = node.kind, spoken } = looks;
  const made = new TreeItem(label, state);
  made.id = node.id;
  made.iconPath = iconPath;
  made.contextValue = contextValue;
  made.tooltip = tooltip ?? joined([label, description], '\n');
  // A screen reader would read each dot.
  made.accessibilityInformation = { label: (spoken ?? joined([label, description], ', ')).replaceAll(' · ', ', ') };
  if (description !== undefined && description !== '') made.description = description;
  if (resourceUri !== undefined) made.resourceUri = resourceUri;
  if (open !== undefined) made.command = open;
  return made;
}

function scopeItem(node: ScopeNode, asUri: AsUri): TreeItem {
  const { group, host } = node;
  const { scope } = group;
  const count = group.hosts.reduce((sum, { agents }) => sum + agents.length, 0);
  const label = scope === 'user' ? l10n.t('User') : folderName(asUri(group.home));
  const told = host?.told;
  const kind = scope === 'plugin' ? l10n.t('plugin') : undefined;
  const description = joined([kind, agentsText(count), told && toldText(told)]);
  return item(node, label, scope === 'project' ? Expanded : Collapsed, {
    description,
    tooltip: joined([label, told && toldSentence(told), asUri(group.home).fsPath], '\n'),
    iconPath: icon(scope === 'project' ? 'root-folder' : scope === 'user' ? 'account' : 'extensions'),
    spoken: joined(
      [
        scope === 'project' ? l10n.t('Project {0}', label) : scope === 'user' ? label : l10n.t('Plugin {0}', label),
        agentsText(count),
        told && toldText(told),
      ],
      ', ',
    ),
  });
}

/** The name of a workspace folder, or the path in it; else the last part. */
function folderName(folder: Uri): string {
  const same = workspace.getWorkspaceFolder(folder);
  if (same === undefined) return folder.path.slice(folder.path.lastIndexOf('/') + 1);
  return same.uri.path.replace(/\/$/, '') === folder.path.replace(/\/$/, '')
    ? same.name
    : workspace.asRelativePath(folder, (workspace.workspaceFolders?.length ?? 0) > 1);
}

function agentItem(node: AgentNode, asUri: AsUri): TreeItem {
  const { row } = node;
  const description = agentDescription(row);
  const state = stateText(row.state);
  const isOther = row.state === 'taken' || row.state === 'unsure';
  const winner = row.winner && workspace.asRelativePath(asUri(row.winner.uri));
  const file = asUri(row.uri);
  return item(node, row.name, row.isDeclared === true ? None : Collapsed, {
    description,
    tooltip: joined(
      [
        row.name,
        (row.reason === undefined ? undefined : plain(row.reason)) ??
          (isOther && winner !== undefined ? l10n.t('Its name is loaded from {0}', winner) : state),
        joined(row.effects.map(effectText), ', '),
        problemsText(row.problems),
        workspace.asRelativePath(file),
      ],
      '\n',
    ),
    iconPath: stateIcons[row.state],
    resourceUri: file,
    open: opening(row, asUri),
    contextValue: joined(
      [row.isDeclared === true ? 'declared' : 'agent', row.canRename ? 'named' : undefined, row.winner && 'taken'],
      ' ',
    ),
    spoken: joined(
      [
        row.name,
        row.state === 'losses' || row.state === 'unknown' ? state : undefined,
        description,
        problemsText(row.problems),
      ],
      ', ',
    ),
  });
}

function partItem(node: PartNode): TreeItem {
  const { part, parts, children } = node;
  const count = numberText(children.length);
  const iconPath = icon(partIcons[part]);
  switch (part) {
    case 'problems':
      return item(node, l10n.t('Problems'), Collapsed, { description: count, iconPath });
    case 'tools':
      return item(node, l10n.t('Tools'), Collapsed, {
        description: parts.inherits ? l10n.t('every tool') : count,
        iconPath,
      });
    case 'skills':
      return item(node, l10n.t('Skills'), Collapsed, { description: count, iconPath });
    case 'servers':
      return item(node, l10n.t('MCP Servers'), Collapsed, { description: count, iconPath });
    case 'delegates':
      return item(node, l10n.t('Delegates To'), Collapsed, { description: count, iconPath });
    case 'callers':
      return item(node, l10n.t('Called By'), Collapsed, { description: count, iconPath });
    case 'tokens':
      return item(node, l10n.t('Tokens'), Collapsed, {
        description: l10n.t('about {0}', numberText(parts.tokens.description + parts.tokens.prompt)),
        iconPath,
      });
  }
}

function leafItem(node: LeafNode, asUri: AsUri): TreeItem {
  const { leaf } = node;
  const open = opening(node.place, asUri);
  switch (leaf.of) {
    case 'tools': {
      const { name, effect, state, why, summary } = leaf.tool;
      const words = state === 'ignored' ? l10n.t('ignored') : state === 'withheld' ? (why ?? '') : effectText(effect);
      return item(node, name, None, {
        description: words,
        tooltip: joined([name, summary, why], '\n'),
        iconPath: icon(state === 'ignored' ? 'circle-slash' : (effectIcons[effect ?? ''] ?? 'tools')),
        open,
      });
    }
    case 'problems': {
      const { message, severity, code } = leaf.problem;
      const [id, color, word] =
        severity === 1
          ? (['error', 'list.errorForeground', l10n.t('Error')] as const)
          : severity === 2
            ? (['warning', 'list.warningForeground', l10n.t('Warning')] as const)
            : (['info', 'notificationsInfoIcon.foreground', l10n.t('Information')] as const);
      const text = plain(message);
      return item(node, text, None, {
        description: code,
        iconPath: icon(id, color),
        open,
        spoken: joined([word, text, code], ', '),
      });
    }
    case 'tokens':
      return item(node, leaf.what === 'description' ? l10n.t('Description') : l10n.t('Prompt'), None, {
        description: l10n.t('about {0}', numberText(leaf.tokens)),
        tooltip:
          leaf.what === 'description'
            ? l10n.t('Every session is told the description of the agent.')
            : l10n.t('The agent is told its prompt when it starts.'),
        iconPath: icon('symbol-numeric'),
        open,
      });
    default: {
      const { name, from } = leaf.named;
      return item(node, name, None, {
        description: sourceText(from),
        iconPath: icon(from === 'unknown' ? 'question' : partIcons[leaf.of]),
        open,
      });
    }
  }
}
