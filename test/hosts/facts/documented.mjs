/**
 * Tries in an installed Claude Code what `docs/repository.md` says about it: the hook that checks agents, and the MCP server.
 * For developers: `npm run build`, then `node test/hosts/facts/documented.mjs path/to/claude`. Nothing is sent anywhere: the program
 * talks to a local stand-in of its API, which tells it what to call.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { serve } from './api.mjs';
import { outputOf, projectWith } from './program.mjs';

const [, , program = 'claude'] = process.argv;
const { status, stdout: version } = spawnSync(program, ['--version'], { encoding: 'utf8' });
if (status !== 0) {
  console.error(`Cannot run: ${program} is not a program that says its version.`);
  process.exit(2);
}

const page = readFileSync('docs/repository.md', 'utf8');
const documented = (pattern) => pattern.exec(page)?.[1] ?? assert.fail(`the page has nothing like ${pattern}`);
const settings = documented(/```json\n(\{\n {2}"hooks": \{\n {4}"PostToolUse"[\s\S]*?)```/);
const [, ...addServer] = documented(/^(claude mcp add .*)$/m).split(' ');

const project = projectWith({});
const bin = join(project.folder, '..', 'bin');
mkdirSync(bin);
const cli = resolve('dist/cli.js');
writeFileSync(join(bin, 'agent-authoring'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
writeFileSync(join(project.folder, '.claude/settings.json'), settings);
const git = (...args) => execFileSync('git', args, { cwd: project.folder });
git('init', '--quiet');
git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--allow-empty', '--message', 'one');

const agent = join(project.agents, 'helper.md');
const path = '.claude/agents/helper.md';
const missing = '---\nname: helper\ntools: Read\n---\nHelp.\n';
const calls = [
  ['Write', { file_path: agent, content: missing }],
  ['Write', { file_path: join(project.folder, 'notes.md'), content: 'x' }],
  ['Write', { file_path: agent, content: missing.replace('tools:', 'description: Helps.\ntools:') }],
  ['Bash', { command: 'mkdir sub && cd sub', description: 'Go elsewhere' }],
  ['Edit', { file_path: agent, old_string: 'description: Helps.\n', new_string: '' }],
  ['mcp__agent-authoring__check_agent', { paths: [path] }],
  ['mcp__agent-authoring__explain_agent', { paths: [path] }],
  ['mcp__agent-authoring__list_agents', {}],
  ['mcp__agent-authoring__fix_agent', { paths: [path] }],
];
const idOf = (index) => `toolu_${index}`;

/** What each request of the main session contains, and what came of each call. */
const requests = [];
const results = new Map();
const api = await serve(({ tools = [], messages }) => {
  if (!tools.some(({ name }) => name === 'Write')) return [{ type: 'text', text: 'ok' }];
  const index = requests.length;
  for (const block of messages.flatMap(({ content }) => content))
    if (block.type === 'tool_result') results.set(block.tool_use_id, JSON.stringify(block.content));
  requests.push({ tools: tools.map(({ name }) => name), text: JSON.stringify(messages) });
  const [name, input] = calls[index] ?? [];
  return name === undefined ? [{ type: 'text', text: 'done' }] : [{ type: 'tool_use', id: idOf(index), name, input }];
});

try {
  const env = {
    ...project.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ANTHROPIC_BASE_URL: api.url,
    ANTHROPIC_API_KEY: 'none',
    // Every call is one of the list above, in a scratch folder.
    IS_SANDBOX: '1',
  };
  assert.equal((await outputOf(program, addServer, project.folder, env)).code, 0);
  await outputOf(program, ['-p', 'go', '--permission-mode', 'bypassPermissions'], project.folder, env);
  const texts = requests.map(({ text }) => text);
  assert.equal(texts.length, calls.length + 1, 'each call was made');
  const said = (text, tool) => text.split(`PostToolUse:${tool} hook blocking error`).length - 1;
  // The hook runs after the first and the third call, which write an agent, and finds a problem in the first only.
  assert.deepEqual(texts.map((text) => said(text, 'Write')).slice(0, 5), [0, 1, 1, 1, 1]);
  assert.match(texts[1] ?? '', /PostToolUse:Write hook blocking error[^"]*.*description-missing/);
  assert.deepEqual(texts.map((text) => said(text, 'Edit')).slice(3, 6), [0, 0, 1]);
  const offered = requests[0]?.tools.filter((name) => name.startsWith('mcp__')).sort() ?? [];
  assert.deepEqual(
    offered,
    calls
      .slice(5)
      .map(([name]) => name)
      .sort(),
  );
  const answers = [/description-missing/, /does-not-load/, /helper\.md/, /0 of 1 file would be fixed/];
  for (const [i, answer] of answers.entries()) assert.match(results.get(idOf(i + 5)) ?? '', answer, calls[i + 5][0]);
  console.log(`The hook and the server work in Claude Code ${version.split(' ')[0]}, as documented.`);
} finally {
  api.close();
  project.remove();
}
