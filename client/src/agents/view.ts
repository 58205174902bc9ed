/** The view of all agents: asks the server when it is visible, and keeps nothing up to date while it is hidden. */
import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filterText } from './filter';
import { itemOf } from './items';
import { type AgentNode, type Node, partNodesOf, type Tree, treeOf } from './nodes';
import { type AgentList, type AgentParts, type ListAnswer, requests } from './protocol';
import { toldSentence, toldText } from './words';

/** The id of the view in `package.json`. */
const VIEW = 'agentAuthoring.agents';

/** Contexts for menus and for the text of an empty view. */
const EMPTY = 'agentAuthoring.hasNoAgents';
const FILTERED = 'agentAuthoring.agentsFiltered';

/** The server as the view needs it. */
export interface AgentServer {
  /** Starts the server unless it runs. */
  readonly start: () => Promise<void>;
  readonly client: BaseLanguageClient | undefined;
}

const nothing: Tree = { roots: [], agents: new Map() };

export class AgentsView implements TreeDataProvider<Node>, Disposable {
  readonly #changes = new EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData: Event<Node | undefined> = this.#changes.event;
  readonly tree: TreeView<Node>;
  readonly #subscriptions: readonly Disposable[];
  /** URIs of the agents that are expanded. */
  readonly #expanded = new Set<string>();
  #shown: Tree = nothing;
  /** The state of the server that is shown. */
  #state: string | undefined;
  /** Whether the server may know something else than what is shown. */
  #isStale = true;
  #only: readonly string[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(readonly server: AgentServer) {
    this.tree = window.createTreeView<Node>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.tree,
      this.#changes,
      this.tree.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) void this.refresh();
      }),
      this.tree.onDidExpandElement(({ element }) => element.kind === 'agent' && this.#expanded.add(element.id)),
      this.tree.onDidCollapseElement(({ element }) => this.#expanded.delete(element.id)),
    ];
  }

  /** What the view is limited to; everything when empty. */
  get only(): readonly string[] {
    return this.#only;
  }

  /** Limits the view, and shows what is left. */
  filter(only: readonly string[]): Promise<void> {
    this.#only = only;
    void commands.executeCommand('setContext', FILTERED, only.length > 0);
    return this.refresh();
  }

  /** The server may know something else now, or is another one. */
  changed(isOther = false): void {
    this.#isStale = true;
    if (isOther) this.#state = undefined;
    if (this.tree.visible) void this.refresh();
  }

  /** Asks the server, and shows its answer. Calls wait for each other. */
  refresh(): Promise<void> {
    this.#last = this.#last.then(() => this.#ask());
    return this.#last;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      if (this.#isStale) await this.refresh();
      return [...this.#shown.roots];
    }
    if (node.kind === 'agent') return [...(await this.#partsOf(node))];
    return 'children' in node ? [...node.children] : [];
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node, (uri) => this.asUri(uri));
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  /** The agent in a file; undefined when the view has none there. */
  agentAt(uri: string): AgentNode | undefined {
    return this.#shown.agents.get(uri);
  }

  asUri(uri: string): Uri {
    return this.server.client?.protocol2CodeConverter.asUri(uri) ?? Uri.parse(uri);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #ask(): Promise<void> {
    this.#isStale = false;
    await this.server.start();
    const { client } = this.server;
    if (client === undefined) return;
    const only = this.#only;
    const answer = await client
      .sendRequest<ListAnswer>(requests.list, { only, ...(this.#state !== undefined && { state: this.#state }) })
      .catch(() => undefined);
    // A server that ends while it is asked has its own message, and the next one is asked again.
    if (answer === undefined) return;
    if (answer.isSame === true) {
      for (const uri of this.#expanded) {
        const agent = this.#shown.agents.get(uri);
        if (agent !== undefined) this.#changes.fire(agent);
      }
      return;
    }
    this.#state = answer.state;
    this.#shown = treeOf(answer);
    this.#describe(answer);
    this.#changes.fire(undefined);
  }

  #describe({ total, told, isComplete, groups }: AgentList): void {
    const isFiltered = this.#only.length > 0;
    const isEmpty = isComplete && total === 0 && groups.length === 0;
    void commands.executeCommand('setContext', EMPTY, isEmpty && !isFiltered);
    this.tree.description = told === undefined ? '' : toldText(told);
    const filter = isFiltered ? l10n.t('Filter: {0}', filterText(this.#only)) : undefined;
    const none = isFiltered && groups.length === 0 ? l10n.t('No agent matches the filter.') : undefined;
    const reading = isComplete ? undefined : l10n.t('Reading agents…');
    // A view that is alone in its container shows no description.
    const sum = told === undefined ? undefined : toldSentence(told);
    this.tree.message = [filter, none, reading, sum].filter((text) => text !== undefined).join('\n');
  }

  async #partsOf(node: AgentNode): Promise<readonly Node[]> {
    const parts = await this.server.client
      ?.sendRequest<AgentParts | null>(requests.parts, { uri: node.row.uri })
      .catch(() => null);
    return parts === undefined || parts === null ? [] : partNodesOf(node, parts);
  }
}
