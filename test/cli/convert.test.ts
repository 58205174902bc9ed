/** `agent-authoring convert`: the new text, the report, and what is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { type Machine, type Run, run } from './memory';

const path = '/w/.claude/agents/reviewer.md';

const agent = (fields: string, body = 'Review the changes with `git diff`.'): string =>
  document`
    ---
    name: reviewer
    description: "Reviews: changes."
    ${fields}
    ---

    ${body}
    `;

const converted = (text: string, argv: readonly string[] = [], machine: Machine = {}): Run =>
  run(['convert', path, '--to', 'qwen-code', ...argv], { [path]: text }, machine);

describe('convert', () => {
  it('writes the agent with the names of the other host, and the report beside it', () => {
    const { code, out, err } = converted(agent('tools: Read, Grep, mcp__docs__find\nmodel: sonnet\nmaxTurns: 9'));
    assert.equal(code, 0, err);
    assert.equal(
      out,
      document`
        ---
        name: reviewer
        description: "Reviews: changes."
        tools: [read_file, grep_search, mcp__docs__find]
        maxTurns: 9
        ---

        Review the changes with \`git diff\`.
        `,
    );
    assert.match(err, /^\/w\/\.claude\/agents\/reviewer\.md: converted for Qwen Code\n {2}lost `model`: /);
    assert.match(err, /\n {2}changed `Read` → `read_file`\n/);
    assert.match(err, /\n {2}kept `name`\n/);
  });

  it('leaves out the tools of an agent that nothing limits', () => {
    assert.doesNotMatch(converted(agent('model: inherit')).out, /tools/);
  });

  it('lists the tools that are left when some are denied', () => {
    const { out } = converted(agent('disallowedTools: Bash, Write, Edit, NotebookEdit, PowerShell'));
    assert.match(out, /\ntools: \[.*read_file.*\]\n/);
    assert.doesNotMatch(out, /run_shell_command|write_file|\bedit\b|notebook/);
  });

  it('keeps an agent that only plans from changing anything', () => {
    const { out } = converted(agent('permissionMode: plan'));
    assert.match(out, /\napprovalMode: plan\n/);
  });

  it('refuses what would grant more, unless it is told not to', () => {
    const hooks = agent(
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check',
    );
    const { code, out, err } = converted(hooks);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /not converted for Qwen Code, because the agent would get more than it has:\n {2}The hooks in/);
    assert.equal(converted(hooks, ['--allow-more']).code, 0);
  });

  it('refuses where a denied server or an argument could be used afterwards', () => {
    const server = converted(agent('disallowedTools: mcp__docs'));
    assert.equal(server.code, 1);
    assert.match(server.err, /The agent may use `mcp__docs`, which is denied to it now\./);
    const from = '/w/.opencode/agents/a.md';
    const inPart =
      '---\ndescription: Runs git.\npermission:\n  bash:\n    "*": deny\n    "git *": allow\n---\nRun git for the user.\n';
    const patterns = run(['convert', from, '--to', 'claude-code'], { [from]: inPart });
    assert.equal(patterns.code, 1);
    assert.match(patterns.err, /The agent may use `bash` for everything: Claude Code has no patterns for arguments\./);
  });

  it('says who starts the agent, where the other host asks for that', () => {
    const opencode = run(['convert', path, '--to', 'opencode'], { [path]: agent('tools: Read, Write, Edit') });
    assert.match(opencode.out, /\nmode: subagent\npermission:\n {2}"\*": deny\n {2}read: allow\n {2}edit: allow\n---/);
    assert.match(opencode.err, /\n {2}changed `Write` → `edit`\n {2}changed `Edit` → `edit`\n/);
    const from = '/w/.opencode/agents/a.md';
    const of = (mode: string, to: string): Run =>
      run(['convert', from, '--to', to], {
        [from]: `---\ndescription: Does a thing.\n${mode}permission:\n  edit: deny\n---\nDo it with care.\n`,
      });
    const primary = of('mode: primary\n', 'vscode');
    assert.match(primary.out, /\ndisable-model-invocation: true\n/);
    assert.match(primary.err, /changed `mode` → `disable-model-invocation: true`/);
    assert.match(of('mode: subagent\n', 'vscode').out, /\nuser-invocable: false\n/);
    assert.doesNotMatch(of('', 'vscode').out, /invoc/);
    assert.match(of('mode: primary\n', 'kilo').err, /kept `mode`/);
    assert.match(of('mode: primary\n', 'claude-code').err, /lost `mode`: Other agents start every agent of Claude/);
    assert.match(of('mode: subagent\n', 'claude-code').err, /kept `mode`/);
    const mode = '/w/.opencode/modes/a.md';
    const kilo = run(['convert', mode, '--to', 'kilo'], { [mode]: '---\ndescription: x\n---\nDo it with care.\n' });
    assert.match(kilo.out, /\nmode: primary\n/);
  });

  it('says what a host without a list of tools cannot forbid', () => {
    const { code, err } = run(['convert', path, '--to', 'codex'], { [path]: agent('tools: Read') });
    assert.equal(code, 1);
    assert.match(err, /The agent may use the tools of every MCP server: Codex has no setting/);
    assert.doesNotMatch(err, /ask the user|run commands/);
  });

  it('takes the value of a key written twice that counts for the host', () => {
    const from = '/w/.github/agents/a.agent.md';
    const twice = '---\nname: a\ndescription: The first.\ndescription: The second.\n---\nDo what the user asks.\n';
    assert.match(run(['convert', from, '--to', 'gemini-cli'], { [from]: twice }).out, /\ndescription: The first\.\n/);
  });

  it('refuses an agent that does not load, here or there', () => {
    const here = converted(agent('model: opus').replace('name: reviewer', 'name: 12'));
    assert.equal(here.code, 1);
    assert.match(here.err, /not converted\. Claude Code does not load the file\. Fix this first: /);
    const there = converted(agent('model: opus', 'Run it.'));
    assert.equal(there.code, 1);
    assert.match(there.err, /not converted\. Qwen Code would not load the result: /);
  });

  it('names the tools that the prompt names, and leaves the prompt alone', () => {
    const { out, err } = converted(agent('tools: Bash', 'Use the Bash tool for everything.'));
    assert.match(err, /mentioned `Bash`: The prompt names this tool of Claude Code/);
    assert.match(out, /Use the Bash tool for everything\.\n$/);
  });

  it('creates the file in the project on request, and never replaces one', () => {
    const written = new Map<string, string>();
    const text = agent('tools: Read');
    const { code, out } = converted(text, ['--write'], { written });
    assert.equal(code, 0);
    assert.equal(out, '/w/.qwen/agents/reviewer.md\n');
    assert.match(written.get('/w/.qwen/agents/reviewer.md') ?? '', /tools: \[read_file\]/);
    const files = { [path]: text, '/w/.qwen/agents/reviewer.md': 'mine' };
    const again = run(['convert', path, '--to', 'qwen-code', '--write'], files, { written });
    assert.equal(again.code, 2);
    assert.match(again.err, /it is there already/);
  });

  it('writes stable JSON', () => {
    const { code, out, err } = converted(agent('tools: Read'), ['--format', 'json']);
    assert.equal(code, 0);
    assert.equal(err, '');
    const { text, ...rest } = JSON.parse(out);
    assert.match(text, /^---\nname: reviewer\n/);
    assert.deepEqual(rest, {
      version: 1,
      source: path,
      host: 'qwen-code',
      format: 'qwen-code',
      stopped: false,
      path: '/w/.qwen/agents/reviewer.md',
      written: false,
      changes: [
        { outcome: 'kept', what: 'name' },
        { outcome: 'kept', what: 'description' },
        { outcome: 'changed', what: 'Read', now: 'read_file' },
      ],
      widens: [],
    });
  });

  it('says what is missing', () => {
    assert.match(
      run(['convert', path], { [path]: agent('model: opus') }).err,
      /convert needs --to HOST: claude-code, .* or droid\. Run 'agent-authoring convert --help' for usage/,
    );
    assert.match(run(['convert', '.', '--to', 'qwen-code'], {}).err, /no agent|no agent files/i);
    assert.match(converted(agent('model: opus'), ['--to', 'claude-code']).err, /is an agent of Claude Code already/);
  });
});
