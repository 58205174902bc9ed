/** The requests for a new agent: where it can be, what it may be called, what it can be for, and its text. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { newAgentFormats } from '../../server/core/create/choices';
import { type Conversation, converse, errorCode, type Options } from './conversation';
import { MemoryFiles } from './memoryFiles';

const ROOT = 'file:///w';
const USER = ['file:///home/me/.claude', 'file:///home/me/.copilot', 'file:///home/me/.config/opencode'];

const agent = (name: string): string => `---\nname: ${name}\ndescription: Does a thing.\n---\nDo it.\n`;

const files = {
  [`${ROOT}/.claude/agents/taken.md`]: agent('taken'),
  [`${ROOT}/.claude/agents/other-file.md`]: agent('reviewer'),
  [`${ROOT}/.github/agents/listed.agent.md`]: agent('listed'),
  [`${ROOT}/tools/plug/.claude-plugin/plugin.json`]: '{ "name": "plug" }',
  [`${ROOT}/tools/plug/agents/helper.md`]: agent('helper'),
  'file:///home/me/.claude/agents/mine.md': agent('mine'),
};

async function start(t: TestContext, options: Options = {}, texts: Readonly<Record<string, string>> = files) {
  const conversation = await converse(t, {
    workspaceFolders: [{ uri: ROOT, name: '' }],
    capabilities: { workspace: { workspaceFolders: true } },
    ...options,
    host: { ...new MemoryFiles(texts).host, userFolders: USER },
  });
  await conversation.settled();
  return conversation;
}

interface Place {
  readonly format: string;
  readonly host: string;
  readonly scope: string;
  readonly folder: string;
  readonly home: string;
}

const places = ({ client }: Conversation, chosen?: string): Promise<readonly Place[]> =>
  client.sendRequest('agentAuthoring/newAgentPlaces', chosen === undefined ? {} : { in: chosen });

interface Checked {
  readonly uri?: string;
  readonly refused?: string;
  readonly warning?: string;
}

const checked = (
  { client }: Conversation,
  name: string,
  format = 'claude-code',
  folder = `${ROOT}/.claude/agents`,
): Promise<Checked> => client.sendRequest('agentAuthoring/newAgentName', { format, folder, name });

describe('the places of a new agent', () => {
  it('are those of used hosts first, then those of the user and of plugins, then those of other hosts', async (t) => {
    const all = await places(await start(t));
    const scopes = all.map(({ scope }) => scope);
    assert.deepEqual([...new Set(scopes)], ['used', 'user', 'plugin', 'project']);
    const of = (scope: string): readonly string[] =>
      all.filter((place) => place.scope === scope).map(({ format, folder }) => `${format} ${folder}`);
    assert.deepEqual(of('used'), [
      `claude-code ${ROOT}/.claude/agents`,
      `vscode ${ROOT}/.github/agents`,
      `copilot-cli ${ROOT}/.github/agents`,
    ]);
    assert.deepEqual(of('user'), [
      'claude-code file:///home/me/.claude/agents',
      'vscode file:///home/me/.copilot/agents',
      'copilot-cli file:///home/me/.copilot/agents',
      'opencode file:///home/me/.config/opencode/agents',
    ]);
    // Editors show the rest of the path after `~`.
    for (const { scope, home } of all) if (scope === 'user') assert.equal(home, 'file:///home/me');
    assert.deepEqual(of('plugin'), [`claude-code-plugin ${ROOT}/tools/plug/agents`]);
    const projects = newAgentFormats.filter(({ beside }) => beside === undefined);
    assert.equal(of('used').length + of('project').length, projects.length);
  });

  it('are in projects first where no host is used, and in each folder of the workspace', async (t) => {
    const workspaceFolders = [ROOT, 'file:///other'].map((uri) => ({ uri, name: '' }));
    const all = await places(await start(t, { workspaceFolders }, {}));
    assert.deepEqual(
      all.slice(0, 2).map(({ format, folder }) => `${format} ${folder}`),
      [`claude-code ${ROOT}/.claude/agents`, 'claude-code file:///other/.claude/agents'],
    );
  });

  it('follow from files that exist, not from names that would be read in the folders above', async (t) => {
    const inner = { workspaceFolders: [{ uri: `${ROOT}/some/inner`, name: '' }] };
    assert.equal((await places(await start(t, inner, {})))[0]?.scope, 'project');
    const [first] = await places(await start(t, inner, { [`${ROOT}/opencode.json`]: '{}' }));
    assert.deepEqual([first?.scope, first?.host], ['used', 'OpenCode']);
  });

  it('are those of the hosts that read a folder that was chosen', async (t) => {
    const conversation = await start(t);
    const inside = await places(conversation, `${ROOT}/.claude/agents/backend/`);
    assert.deepEqual(inside, [
      {
        format: 'claude-code',
        host: 'Claude Code',
        scope: 'used',
        folder: `${ROOT}/.claude/agents/backend`,
        home: ROOT,
      },
    ]);
    const github = await places(conversation, `${ROOT}/.github/agents`);
    assert.deepEqual(
      github.map(({ format, home }) => `${format} ${home}`),
      [`vscode ${ROOT}`, `copilot-cli ${ROOT}`],
    );
    const plugin = await places(conversation, `${ROOT}/tools/plug/agents`);
    assert.deepEqual(
      plugin.map(({ format, scope, home }) => `${format} ${scope} ${home}`),
      [`claude-code-plugin plugin ${ROOT}/tools/plug`],
    );
    const other = await places(conversation, `${ROOT}/packages/api`);
    assert.equal(other[0]?.folder, `${ROOT}/packages/api/.claude/agents`);
    assert.ok(other.every(({ home }) => home === `${ROOT}/packages/api`));
  });

  it('are none of the user while the workspace is not trusted', async (t) => {
    const all = await places(await start(t, { initializationOptions: { isTrusted: false } }));
    assert.ok(all.length > 0);
    assert.ok(all.every(({ scope }) => scope !== 'user'));
  });

  it('are none in a plugin whose manifest lists its agents', async (t) => {
    const manifest = { [`${ROOT}/plug/.claude-plugin/plugin.json`]: '{ "name": "plug", "agents": ["./agents/a.md"] }' };
    const all = await places(await start(t, {}, manifest));
    assert.ok(all.every(({ scope }) => scope !== 'plugin'));
  });
});

describe('the name of a new agent', () => {
  it('is free, with the file that it gets', async (t) => {
    const conversation = await start(t);
    assert.deepEqual(await checked(conversation, ' code-checker '), { uri: `${ROOT}/.claude/agents/code-checker.md` });
    const { uri } = await checked(conversation, 'prüfer: all', 'codex', `${ROOT}/.codex/agents`);
    assert.equal(uri, `${ROOT}/.codex/agents/pr%C3%BCfer-all.toml`);
  });

  for (const [name, reason] of [
    ['', /The name is empty/],
    ['a\tb', /control character/],
    ['-a', /Claude Code/],
    ['x'.repeat(300), /too long/],
    ['taken', /There is a file `taken\.md` already/],
    ['TAKEN', /There is a file `taken\.md` already/],
    ['reviewer', /`reviewer` is taken: Claude Code finds the agent in `other-file\.md` under this name\./],
  ] as const)
    it(`is refused with a reason: ${JSON.stringify(name.slice(0, 20))}`, async (t) => {
      const { refused, uri } = await checked(await start(t), name);
      assert.match(refused ?? '', reason);
      assert.equal(uri, undefined);
    });

  it('is refused by the rules of its host', async (t) => {
    const conversation = await start(t);
    const refused = async (format: string, folder: string, name: string): Promise<string> =>
      (await checked(conversation, name, format, `${ROOT}/${folder}/agents`)).refused ?? '';
    assert.match(await refused('gemini-cli', '.gemini', 'Über'), /lower-case letters/);
    assert.match(await refused('gemini-cli', '.gemini', '_x'), /does not read a file with the name `_x\.md`/);
    assert.match(await refused('qwen-code', '.qwen', 'a'), /two to 50/);
    assert.match(await refused('copilot-cli', '.github', 'explore'), /built-in agent/);
  });

  it('is warned of where it hides another agent, or one that comes with the host', async (t) => {
    const conversation = await start(t);
    const mine = await checked(conversation, 'mine');
    assert.match(mine.warning ?? '', /^`mine` hides your own agent in `.*mine\.md`: sessions here load the new file/);
    assert.equal(mine.uri, `${ROOT}/.claude/agents/mine.md`);
    const plan = await checked(conversation, 'Plan');
    assert.match(plan.warning ?? '', /replaces the agent of this name that comes with Claude Code/);
    const personal = await checked(conversation, 'taken', 'claude-code', 'file:///home/me/.claude/agents');
    assert.equal(personal.refused, undefined);
    const spelled = await checked(conversation, 'Re_viewer');
    assert.match(spelled.warning ?? '', /`reviewer` is nearly the same name/);
  });
});

interface Choices {
  readonly presets: readonly { readonly id: string; readonly title: string; readonly tools: readonly string[] }[];
  readonly tools: readonly { readonly id: string; readonly detail: string; readonly summary: string }[];
  readonly canBeOpen: boolean;
}

describe('the choices and the text of a new agent', () => {
  it('are those of the host', async (t) => {
    const { client } = await start(t);
    for (const { id } of newAgentFormats) {
      const { presets, tools } = await client.sendRequest<Choices>('agentAuthoring/newAgentChoices', { format: id });
      assert.deepEqual(
        presets.map((preset) => preset.id),
        ['reviewer', 'implementer', 'researcher', 'orchestrator', 'api-expert'],
      );
      const known = tools.map((tool) => tool.id);
      for (const preset of presets) for (const tool of preset.tools) assert.ok(known.includes(tool), tool);
      for (const { detail, summary } of tools) assert.ok(detail !== '' && summary.endsWith('.'), summary);
    }
  });

  it('give the file as text and as snippet', async (t) => {
    const { client } = await start(t);
    const chosen = { format: 'claude-code', name: ' checker ', preset: 'reviewer' };
    const { text, snippet } = await client.sendRequest<{ text: string; snippet: string }>('agentAuthoring/newAgent', {
      ...chosen,
      tools: ['Read', 'Read', 'Nonsense', 7],
    });
    assert.match(text, /^---\nname: checker\ndescription: .*\ntools: \[Read\]\n---\n/);
    assert.match(snippet, /\$\{1:\[which code\]\}/);
    const open = await client.sendRequest<{ text: string }>('agentAuthoring/newAgent', { ...chosen, tools: null });
    assert.doesNotMatch(open.text, /^tools:/m);
    const qwen = { format: 'qwen-code', name: 'checker', preset: 'reviewer', tools: [] };
    assert.deepEqual(await client.sendRequest('agentAuthoring/newAgent', qwen), {
      refused: 'Qwen Code has no agent without tools. Choose at least one.',
    });
  });

  it('give the report that the repository requires', async (t) => {
    const settings = { [`${ROOT}/.agent-authoring.json`]: '{ "report": { "keys": ["risk"] } }' };
    const { client } = await start(t, {}, { ...files, ...settings });
    const chosen = { format: 'claude-code', name: 'a', preset: 'implementer', tools: null };
    const ask = (folder?: string): Promise<{ text: string }> =>
      client.sendRequest('agentAuthoring/newAgent', { ...chosen, folder });
    assert.match((await ask(`${ROOT}/.claude/agents`)).text, /\ncompletion_report:\n(?: .*\n)*? {2}risk: "\[/);
    assert.doesNotMatch((await ask('file:///other/.claude/agents')).text, /risk:/);
    assert.match((await ask()).text, / {2}files_modified:\n/);
  });

  it('are refused for what is no choice', async (t) => {
    const { client } = await start(t);
    for (const [method, params] of [
      ['newAgentPlaces', { in: 7 }],
      ['newAgentName', { format: 'claude-code', name: 'a' }],
      ['newAgentName', { format: '__proto__', folder: ROOT, name: 'a' }],
      ['newAgentChoices', { format: 'claude-code-skill' }],
      ['newAgent', { format: 'claude-code', name: 'a', preset: 'none', tools: [] }],
      ['newAgent', { format: 'claude-code', name: 'a', preset: 'reviewer', tools: 'Read' }],
    ] as const)
      assert.equal(await errorCode(client.sendRequest(`agentAuthoring/${method}`, params)), -32602, method);
  });
});
