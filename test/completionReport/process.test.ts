/** `agent-authoring report` as a process: reading from a pipe, and a hook that never exits with a code that blocks. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';

const { cli } = programs;
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'agent-authoring-report-'));
  mkdirSync(join(folder, '.claude', 'agents'), { recursive: true });
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(
    join(folder, '.claude', 'agents', 'tester.md'),
    document`
      ---
      name: tester
      description: Tests.
      ---
      \`\`\`yaml
      completion_report:
        agent: tester
        summary: "[what]"
      \`\`\`
      `,
  );
});

after(() => rmSync(folder, { recursive: true, force: true }));

const good = 'completion_report:\n  agent: tester\n  summary: Grüße 🚀\n';

/** Runs the command as Claude Code does, without environment variables that could lead it to other agents. */
const call = (
  argv: readonly string[],
  input: string | Uint8Array,
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [cli, 'report', ...argv], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: NEVER,
    env: { ...process.env, CLAUDE_PROJECT_DIR: '', CLAUDE_CONFIG_DIR: join(folder, 'none'), ...env },
  });

const event = (answer: string, cwd = join(folder, 'src')): string =>
  JSON.stringify({
    agent_type: 'tester',
    cwd,
    hook_event_name: 'SubagentStop',
    stop_hook_active: false,
    last_assistant_message: answer,
  });

describe('report as a process', () => {
  it('checks what comes through a pipe', () => {
    const argv = ['check', '-', '--agent', '.claude/agents/tester.md'];
    assert.equal(call(argv, good).status, 0);
    assert.equal(call(argv, good.repeat(2).slice(0, good.length + 25)).status, 1);
    assert.equal(call(argv, new Uint8Array([0xff, 0xfe, 0x41])).status, 2);
  });

  it('answers the hook of a session in a folder below', () => {
    const blocked = call(['hook'], event('Done.'));
    assert.deepEqual([blocked.status, blocked.stderr], [0, '']);
    assert.match(blocked.stdout, /^\{"decision":"block","reason":"[^\n]+"\}\n$/);
    // More than a pipe holds at once.
    const passed = call(['hook'], event(`${'All went well.\n'.repeat(20_000)}\n${good}`));
    assert.deepEqual([passed.status, passed.stdout, passed.stderr], [0, '', '']);
  });

  it('finds the agents of the session, and those that the user keeps in another folder', () => {
    const away = event('Done.', tmpdir());
    assert.equal(call(['hook'], away).stdout, '');
    assert.match(call(['hook'], away, { CLAUDE_PROJECT_DIR: folder }).stdout, /"block"/);
    mkdirSync(join(folder, 'settings', 'agents'), { recursive: true });
    copyFileSync(join(folder, '.claude', 'agents', 'tester.md'), join(folder, 'settings', 'agents', 'tester.md'));
    assert.match(call(['hook'], away, { CLAUDE_CONFIG_DIR: join(folder, 'settings') }).stdout, /"block"/);
  });

  it('reads an event with a byte order mark', () => {
    assert.match(call(['hook'], `\uFEFF${event('Done.')}`).stdout, /"block"/);
  });

  it('waits for input that another program made non-blocking', {
    skip: process.platform === 'win32' && 'Windows has no such pipes',
  }, async () => {
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    const input = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const output = createWriteStream(pipe);
    await once(output, 'open');
    // Node makes the standard input of a child blocking again, but no other descriptor.
    const child = spawn('sh', ['-c', 'exec "$0" "$1" report hook <&3', process.execPath, cli], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', input],
      env: { ...process.env, CLAUDE_PROJECT_DIR: '', CLAUDE_CONFIG_DIR: join(folder, 'none') },
    });
    closeSync(input);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    // More than the pipe holds, so that the program is faster than what it reads, and an end that comes later.
    const ended = once(child, 'close');
    output.end(event(`${'All went well.\n'.repeat(200_000)}`));
    await ended;
    assert.match(said, /^\{"decision":"block"/);
  });

  it('does not search a long transcript for any number of pieces of work', () => {
    const transcript = join(folder, 'transcript.jsonl');
    writeFileSync(transcript, '{"type":"assistant"}\n'.repeat(40_000));
    const waiting = (tasks: number): SpawnSyncReturns<string> =>
      call(
        ['hook'],
        JSON.stringify({
          ...JSON.parse(event('Done.')),
          transcript_path: transcript,
          background_tasks: Array.from({ length: tasks }, (_, i) => ({ id: `task-${i}` })),
        }),
      );
    assert.match(waiting(20).stdout, /"block"/);
    const many = waiting(2_000);
    assert.equal(many.stdout, '');
    assert.match(many.stderr, /may not be done/);
  });

  it('does not block on invalid input', () => {
    for (const input of ['', '{', new Uint8Array([0xff]), new Uint8Array(17 * 1024 * 1024)]) {
      const { status, stdout, stderr } = call(['hook'], input);
      assert.deepEqual([status, stdout], [0, '']);
      assert.match(stderr, /^agent-authoring: .+\.\n$/);
    }
  });
});
