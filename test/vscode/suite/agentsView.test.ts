/** The view of all agents: what its rows say, that it follows the files, and what its menu does. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { type AgentsNode, type Api, activated, leave, until } from './editor';

const APP = 'team/app';
const AGENTS = `${APP}/.claude/agents`;

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

const agentText = (name: string): string =>
  `---\nname: ${name}\ndescription: Is here for a test of the view.\ntools: Read, Bash\n---\nYou wait.\n`;

async function create(path: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uriOf(path), { overwrite: false, contents: new TextEncoder().encode(text) });
  assert.ok(await vscode.workspace.applyEdit(edit), `${path} is created`);
}

const exists = (path: string): Thenable<boolean> =>
  vscode.workspace.fs.stat(uriOf(path)).then(
    () => true,
    () => false,
  );

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

suite('the view of agents', () => {
  let api: Api;
  const itemOf = (node: AgentsNode): vscode.TreeItem => api.agents.getTreeItem(node);
  const rowText = (node: AgentsNode): string => {
    const { label, description } = itemOf(node);
    return description === undefined ? String(label) : `${label} | ${description}`;
  };

  /** The row with this label below another one. */
  const child = async (parent: AgentsNode | undefined, label: string): Promise<AgentsNode | undefined> =>
    (await api.agents.getChildren(parent)).find((node) => itemOf(node).label === label);

  const scope = (label: string): Promise<AgentsNode> => until(`the place ${label}`, () => child(undefined, label));

  /** The agent of a name in the sample; of several, the last one. */
  const agentNamed = (name: string): Promise<AgentsNode> =>
    until(`the agent ${name}`, async () =>
      (await api.agents.getChildren(await scope(APP))).filter((node) => itemOf(node).label === name).at(-1),
    );

  const hasAgent = async (name: string): Promise<boolean> => (await child(await scope(APP), name)) !== undefined;

  suiteSetup(async () => {
    api = await activated();
    await vscode.commands.executeCommand('agentAuthoring.agents.focus');
    await until('the view', () => api.agents.tree.visible || undefined);
  });
  teardown(leave);

  test('it has the places with their agents, skills and commands', async () => {
    const app = await scope(APP);
    const rows = (await api.agents.getChildren(app)).map(rowText);
    for (const row of [
      'api_docs | 3 tools',
      'lead | 4 tools',
      'reviewer | not loaded: name taken · 3 tools',
      'reviewer | 3 tools',
      'Skills | 2',
      'Commands | 1',
    ])
      assert.ok(rows.includes(row), `'${row}' is among ${rows.join(', ')}`);
    assert.match(rowText(app), /^team\/app \| 12 agents · \d+ tokens$/);
    assert.match(String(itemOf(app).accessibilityInformation?.label), /^Project team\/app, 12 agents, \d+ tokens$/);
    const plugin = await scope('team/library/release');
    assert.match(rowText(plugin), /plugin · 2 agents/);
    assert.match(String(api.agents.tree.message), /^Descriptions: about \d+ of 15.000 tokens$/);
  });

  test('a place with several hosts has a level for each', async () => {
    const hosts = await scope('hosts');
    const rows = (await api.agents.getChildren(hosts)).map((node) => String(itemOf(node).label));
    for (const name of ['Claude Code', 'Gemini CLI', 'Codex']) assert.ok(rows.includes(name), `${name} in ${rows}`);
  });

  test('each row has an icon and words for a screen reader, and opens its file', async () => {
    const rows = await api.agents.getChildren(await scope(APP));
    for (const row of rows) {
      const { iconPath, accessibilityInformation, id } = itemOf(row);
      assert.ok(iconPath instanceof vscode.ThemeIcon && id !== undefined, rowText(row));
      assert.ok(accessibilityInformation?.label, rowText(row));
    }
    const { command, resourceUri } = itemOf(await agentNamed('planner'));
    assert.equal(resourceUri?.toString(), uriOf(`${AGENTS}/planner.md`).toString());
    assert.equal(command?.command, 'vscode.open');
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.getText(editor.selection), 'planner');
  });

  test('an agent has its tools, calls and sizes below it', async () => {
    const lead = await agentNamed('lead');
    const parts = await until('the parts', async () => {
      const some = await api.agents.getChildren(lead);
      return some.length > 0 ? some : undefined;
    });
    const labels = parts.map((node) => String(itemOf(node).label));
    for (const label of ['Tools', 'Delegates To', 'Tokens']) assert.ok(labels.includes(label), `${label} in ${labels}`);
    const [tools] = parts.filter((node) => itemOf(node).label === 'Tools');
    assert.equal((await api.agents.getChildren(tools)).map(rowText), [
      'Read | reads',
      'Grep | reads',
      'Glob | reads',
      'Agent | delegates',
    ]);
    const planner = await agentNamed('planner');
    const callers = await until('who calls it', () => child(planner, 'Called By'));
    assert.equal((await api.agents.getChildren(callers)).map(rowText), ['lead']);
  });

  test('it follows files that are created, renamed, copied and deleted', async () => {
    await create(`${AGENTS}/visitor.md`, agentText('visitor'));
    const visitor = await agentNamed('visitor');
    assert.equal(rowText(visitor), 'visitor | 2 tools');
    await vscode.commands.executeCommand('agentAuthoring.renameAgent', visitor, 'guest');
    const guest = await agentNamed('guest');
    assert.ok((await exists(`${AGENTS}/guest.md`)) && !(await exists(`${AGENTS}/visitor.md`)), 'the file is renamed');
    await until('no old name', async () => !(await hasAgent('visitor')) || undefined);
    await vscode.commands.executeCommand('agentAuthoring.duplicateAgent', guest, 'guest-2');
    const copy = await agentNamed('guest-2');
    assert.equal(await read(`${AGENTS}/guest-2.md`), agentText('guest-2'));
    for (const node of [copy, await agentNamed('guest')])
      await vscode.commands.executeCommand('agentAuthoring.deleteAgent', node, true);
    await until('no guests', async () => !((await hasAgent('guest')) || (await hasAgent('guest-2'))) || undefined);
    assert.ok(!(await exists(`${AGENTS}/guest.md`)) && !(await exists(`${AGENTS}/guest-2.md`)), 'the files are gone');
  });

  test('the file that is loaded under a name can be shown', async () => {
    const taken = await until('the one that is not loaded', async () =>
      (await api.agents.getChildren(await scope(APP))).find((node) => /name taken/.test(rowText(node))),
    );
    assert.match(String(itemOf(taken).contextValue), /\btaken\b/);
    await vscode.commands.executeCommand('agentAuthoring.revealLoadedAgent', taken);
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.match(editor.document.uri.path, /\/reviewer\.md$/);
  });

  test('the name is copied', async () => {
    await vscode.commands.executeCommand('agentAuthoring.copyAgentName', await agentNamed('planner'));
    assert.equal(await vscode.env.clipboard.readText(), 'planner');
  });

  test('it is limited to what a filter wants, and says so', async () => {
    await vscode.commands.executeCommand('agentAuthoring.filterAgents', ['delegates']);
    const rows = await until('the filtered rows', async () => {
      const some = (await api.agents.getChildren(await scope(APP))).map((node) => String(itemOf(node).label));
      return some.includes('lead') && !some.includes('planner') ? some : undefined;
    });
    assert.ok(!rows.includes('Skills'));
    assert.match(String(api.agents.tree.message), /^Filter: may start other agents\n/);
    await vscode.commands.executeCommand('agentAuthoring.clearAgentFilter');
    await agentNamed('planner');
    assert.match(String(api.agents.tree.message), /^Descriptions:/);
  });
});
