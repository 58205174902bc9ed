/** The server as a process: how it starts and how it ends. */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { programs } from '../programs';
import { type Child, frame, initialize, inTime, start } from './child';

const { server } = programs;

async function running(t: TestContext, processId: number | null = null): Promise<Child> {
  const child = start(t, server, ['--stdio']);
  child.send(initialize(processId));
  await child.answer(1);
  return child;
}

const shutdown = { jsonrpc: '2.0', id: 2, method: 'shutdown' };
const exit = { jsonrpc: '2.0', method: 'exit' };
const resultOf = (answer: Readonly<Record<string, unknown>>): string => JSON.stringify(answer['result'] ?? null);

describe('the end of the process', () => {
  it('has code 0 after shutdown and exit', async (t) => {
    const child = await running(t);
    child.send(shutdown);
    await child.answer(2);
    child.send(exit);
    assert.equal(await child.ended(), 0);
    assert.equal(child.errors(), '');
  });

  it('has code 1 after exit without shutdown', async (t) => {
    const child = await running(t);
    child.send(exit);
    assert.equal(await child.ended(), 1);
  });

  it('comes when the input ends', async (t) => {
    const child = await running(t);
    child.process.stdin.end();
    assert.equal(await child.ended(), 1);
  });

  it('has code 0 when the input ends after shutdown', async (t) => {
    const child = await running(t);
    child.send(shutdown);
    await child.answer(2);
    child.process.stdin.end();
    assert.equal(await child.ended(), 0);
  });

  it('comes when the output is closed', async (t) => {
    const child = await running(t);
    child.process.stdout.destroy();
    child.send(shutdown);
    assert.equal(await child.ended(), 0);
  });

  it('comes when the parent has ended although the input stays open', async (t) => {
    const parent = spawn(process.execPath, ['-e', '']);
    await once(parent, 'exit');
    const child = await running(t, parent.pid ?? null);
    assert.equal(await child.ended(), 1);
  });

  it('comes at once without a transport, with a sentence that says what to do', async (t) => {
    const child = start(t, server, []);
    assert.equal(await child.ended(), 2);
    assert.match(child.errors(), /--stdio/);
  });
});

describe('input that is not a message', () => {
  const lost: Readonly<Record<string, string>> = {
    'a line of text': 'hello\n',
    'no length': 'Content-Type: application/json\r\n\r\n{}',
    'a negative length': 'Content-Length: -1\r\n\r\n{}',
    'a length in words': 'Content-Length: two\r\n\r\n{}',
    'half a length': 'Content-Length: 2.5\r\n\r\n{}',
    'an enormous length': 'Content-Length: 268435457\r\n\r\n{',
    'a length without end': `Content-Length: ${'9'.repeat(30)}\r\n\r\n{`,
    'two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    'line feeds only': 'Content-Length: 2\n\n{}',
    'an empty header': '\r\n\r\n',
    'a header that never ends': `X: ${'a'.repeat(9_000)}`,
    'a length that is too short': frame({ jsonrpc: '2.0', id: 5, method: 'shutdown' }).replace(/\d+/, '4'),
    'a body without a header': '{"jsonrpc":"2.0"',
    bytes: '\u0000\u0001\u0002',
  };
  for (const [what, bytes] of Object.entries(lost)) {
    it(`(${what}) ends the process with code 1 and a line that says so`, async (t) => {
      const child = await running(t);
      child.raw(bytes);
      assert.equal(await child.ended(), 1);
      assert.match(child.errors(), /^agent-authoring: the input is not LSP: .+\n$/);
    });
  }

  for (const [what, body] of Object.entries({
    'broken JSON': '{"id":',
    nothing: '',
    'bytes that are not UTF-8': '\xff',
  })) {
    it(`(a frame with ${what}) is answered as such, and the next request is answered`, async (t) => {
      const child = await running(t);
      const bytes = Buffer.from(body, 'latin1');
      child.raw(`Content-Length: ${bytes.length}\r\n\r\n`);
      child.raw(bytes);
      assert.deepEqual((await child.answer(null))['error'], { code: -32700, message: 'The message is not JSON.' });
      child.send(shutdown);
      assert.equal(resultOf(await child.answer(2)), 'null');
    });
  }

  for (const body of [
    'null',
    '7',
    '[]',
    '{}',
    '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
    '{"id":null,"method":"x"}',
  ]) {
    it(`(a frame with ${body}) has no effect`, async (t) => {
      const child = await running(t);
      child.raw(`Content-Length: ${body.length}\r\n\r\n${body}`);
      child.send(shutdown);
      assert.equal(resultOf(await child.answer(2)), 'null');
    });
  }
});

describe('a transport', () => {
  it('may split the bytes anywhere', async (t) => {
    const child = start(t, server, ['--stdio']);
    for (const character of frame(initialize())) child.raw(character);
    assert.match(resultOf(await child.answer(1)), /utf-16/);
  });

  async function answered(t: TestContext, listening: Server, argument: string): Promise<void> {
    t.after(() => listening.close());
    const arrived = once(listening, 'connection');
    const child = start(t, server, [argument]);
    const connected = inTime(arrived, () => `the server does not connect; it wrote: ${child.errors()}`);
    const [socket]: readonly Socket[] = await connected.then(([first]: unknown[]) => (isSocket(first) ? [first] : []));
    assert.ok(socket !== undefined);
    const answer = new Promise((resolve) => new StreamMessageReader(socket).listen(resolve));
    socket.write(frame(initialize()));
    assert.match(JSON.stringify(await inTime(answer, () => `no answer; it wrote: ${child.errors()}`)), /utf-16/);
    socket.destroy();
    assert.equal(await child.ended(), 1);
  }

  it('may be a socket, and the process ends with it', async (t) => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const port = typeof address === 'object' && address !== null ? address.port : assert.fail('a port');
    await answered(t, listening, `--socket=${port}`);
  });

  it('may be a named pipe, and the process ends with it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'aa-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const path = process.platform === 'win32' ? `\\\\.\\pipe\\aa-${process.pid}` : join(folder, 's');
    const listening = createServer().listen(path);
    await once(listening, 'listening');
    await answered(t, listening, `--pipe=${path}`);
  });

  it('may be the channel to a Node program, and the process ends with it', async (t) => {
    const child = fork(server, ['--node-ipc'], { silent: true });
    t.after(() => child.kill('SIGKILL'));
    const answer = inTime(once(child, 'message'), () => 'no answer');
    child.send(initialize());
    assert.match(JSON.stringify(await answer), /utf-16/);
    child.disconnect();
    await inTime(once(child, 'exit'), () => 'the process does not end');
  });

  it('without a reader ends the process with a sentence', async (t) => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const address = free.address();
    const port = typeof address === 'object' && address !== null ? address.port : assert.fail('a port');
    free.close();
    await once(free, 'close');
    const path = join(tmpdir(), 'agent-authoring-no-such-pipe');
    for (const [argument, sentence] of [
      [`--pipe=${path}`, `${path}: no such file or folder`],
      [`--socket=${port}`, `port ${port}: nothing listens there`],
      ['--socket=99999', 'port 99999: the last port is 65535'],
    ]) {
      const child = start(t, server, [argument ?? '']);
      assert.equal(await child.ended(), 1);
      assert.equal(child.errors(), `agent-authoring: cannot connect to ${sentence}\n`);
    }
  });
});

const isSocket = (value: unknown): value is Socket => value instanceof Object && 'destroy' in value && 'write' in value;
