/** The MCP server as a process, asked by the client of the official SDK. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { BROKEN, SOUND, WARNED } from '../cli/memory';
import { programs } from '../programs';

const AGENT = '.claude/agents/reviewer.md';

interface Asked {
  readonly client: Client;
  readonly folder: string;
  /** The text of the answer, and whether it is an error. */
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<{ text: string; isError: boolean }>;
}

/** A client of a server that was started in a folder with these files. */
async function connected(t: TestContext, files: Readonly<Record<string, string>>): Promise<Asked> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'agent-authoring-mcp-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [programs.cli, 'mcp'], cwd: folder }),
  );
  t.after(() => client.close());
  const call: Asked['call'] = async (name, args = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    assert.ok(Array.isArray(content));
    return { text: content.map(({ text }) => String(text)).join(''), isError: isError === true };
  };
  return { client, folder, call };
}

const rulesIn = (text: string): readonly string[] =>
  JSON.parse(text).files.flatMap(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule));

describe('the MCP server', () => {
  it('has four tools, each with a description and a schema, and says which of them write', async (t) => {
    const { client } = await connected(t, {});
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['check_agent', true],
        ['explain_agent', true],
        ['list_agents', true],
        ['fix_agent', false],
      ],
    );
    for (const { description = '', inputSchema } of tools) {
      assert.ok(description.length > 50);
      assert.equal(inputSchema.type, 'object');
    }
    assert.match(client.getInstructions() ?? '', /check_agent/);
  });

  it('checks all agents, one of them, and a text that is not written', async (t) => {
    const { call } = await connected(t, { [AGENT]: WARNED, '.claude/agents/broken.md': BROKEN });
    const all = await call('check_agent');
    assert.equal(all.isError, false);
    assert.deepEqual(rulesIn(all.text).toSorted(), ['name-missing', 'tool-removed']);
    assert.deepEqual(rulesIn((await call('check_agent', { paths: [AGENT] })).text), ['tool-removed']);
    const draft = { paths: ['.claude/agents/new/draft.md'], text: BROKEN };
    assert.deepEqual(rulesIn((await call('check_agent', draft)).text), ['name-missing']);
  });

  it('explains and lists what each program makes of the files', async (t) => {
    const { call } = await connected(t, { [AGENT]: WARNED });
    for (const { text, isError } of [
      await call('explain_agent', { paths: [AGENT] }),
      await call('list_agents'),
      await call('list_agents', { folder: '.claude' }),
    ]) {
      assert.equal(isError, false);
      const [first] = JSON.parse(text).files;
      assert.deepEqual([first.name, first.tools.effective], ['reviewer', ['Read']]);
    }
  });

  it('shows fixes as a diff, and writes them only when it is told to', async (t) => {
    const { call, folder } = await connected(t, { [AGENT]: WARNED.replace('LS', 'Read') });
    const before = readFileSync(join(folder, AGENT), 'utf8');
    const shown = await call('fix_agent', { paths: [AGENT] });
    assert.match(shown.text, /^-tools: Read, Read$/m);
    assert.equal(readFileSync(join(folder, AGENT), 'utf8'), before);
    await call('fix_agent', { paths: [AGENT], write: true });
    assert.match(readFileSync(join(folder, AGENT), 'utf8'), /^tools: Read$/m);
  });

  it('answers wrong calls with what is wrong, and goes on', async (t) => {
    const { call } = await connected(t, { [AGENT]: SOUND });
    const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
      ['no_tool', {}, /no tool "no_tool"/],
      ['check_agent', { paths: 'x' }, /must be an array/],
      ['check_agent', { path: ['x'] }, /"path" is not a parameter/],
      ['check_agent', { text: 'x' }, /the only one in `paths`/],
      ['check_agent', { paths: ['nowhere.md'] }, /no such file or folder/],
      ['fix_agent', { write: 'yes' }, /must be true or false/],
    ];
    for (const [name, args, message] of wrong) {
      const { text, isError } = await call(name, args);
      assert.equal(isError, true, text);
      assert.match(text, message);
    }
    assert.equal((await call('check_agent')).isError, false);
  });

  it('takes an argument for a path, never for an option', async (t) => {
    const { call } = await connected(t, { [AGENT]: SOUND });
    assert.match((await call('check_agent', { paths: ['--write-baseline=x'] })).text, /no such file or folder/);
  });

  it('reads and writes nothing outside the folder in which it was started', async (t) => {
    const { call, folder } = await connected(t, { 'inner/README.md': '' });
    const other = await connected(t, { [AGENT]: WARNED });
    symlinkSync(other.folder, join(folder, 'link'));
    for (const path of [other.folder, '..', `inner/../../`, join('link', AGENT), '/'])
      for (const tool of ['check_agent', 'explain_agent', 'fix_agent']) {
        const { text, isError } = await call(tool, { paths: [path] });
        assert.equal(isError, true, path);
        assert.match(text, /is not in the folder of the server/);
      }
    assert.match((await call('list_agents', { folder: '..' })).text, /is not in the folder/);
  });

  it('reads nothing through a link in a folder of agents that leads out', async (t) => {
    const { call, folder } = await connected(t, { [AGENT]: SOUND });
    const other = await connected(t, { [AGENT]: WARNED });
    const agents = join(folder, dirname(AGENT));
    symlinkSync(join(other.folder, AGENT), join(agents, 'linked.md'));
    symlinkSync(join(other.folder, dirname(AGENT)), join(agents, 'more'));
    // A link that stays inside is followed.
    writeFileSync(join(folder, 'shared.md'), BROKEN);
    symlinkSync(join(folder, 'shared.md'), join(agents, 'shared.md'));
    for (const [tool, args] of [
      ['check_agent', {}],
      ['explain_agent', { paths: ['.claude'] }],
      ['list_agents', {}],
    ] as const) {
      const { text } = await call(tool, args);
      // After the JSON, what was left out.
      const [json = ''] = text.split('\n\n');
      const paths = JSON.parse(json).files.map(({ path }: { path: string }) => path);
      assert.deepEqual([...new Set(paths)], [AGENT, join(dirname(AGENT), 'shared.md')], tool);
    }
    await call('fix_agent', { write: true });
    assert.equal(readFileSync(join(other.folder, AGENT), 'utf8'), WARNED);
  });
});
