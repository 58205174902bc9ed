/** Any messages in any order: each request has exactly one answer, with the code that LSP requires, and the server lives. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { programs } from '../programs';
import { runs } from '../seed';
import { type Child, start } from './child';
import { message, type Sent } from './fuzzMessages';

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;
const CANCELLED = -32800;
const REQUEST_FAILED = -32803;

/** What would leave out files that have not been read yet is refused until then, and how long that takes depends on the machine. */
const needWholeWorkspace: ReadonlySet<string> = new Set(['textDocument/prepareRename', 'textDocument/rename']);

type Phase = 'new' | 'running' | 'shut down';

/** What is wrong with the answer to a request that was sent in a phase; undefined when it is right. */
function fault({ method, answer }: Sent, phase: Phase, given: Readonly<Record<string, unknown>>): string | undefined {
  const { error } = given;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const wanted =
    phase === 'new'
      ? NOT_INITIALIZED
      : phase === 'shut down'
        ? INVALID_REQUEST
        : answer === 'a result'
          ? undefined
          : answer;
  const mayBeRefused = answer === 'any' && phase === 'running' && (code === undefined || code === INVALID_PARAMS);
  const mayBeEarly = phase === 'running' && code === REQUEST_FAILED && needWholeWorkspace.has(method);
  const isRight = code === wanted || code === CANCELLED || mayBeRefused || mayBeEarly;
  return isRight ? undefined : `${method} while ${phase}: ${JSON.stringify(given).slice(0, 200)} instead of ${wanted}`;
}

const capabilities = fc.constantFrom<unknown>(
  null,
  {},
  { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  {
    textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
  },
);

/** A client that answers nothing. */
const conversation = fc.record({
  capabilities,
  asksClient: fc.boolean(),
  before: fc.array(
    message.filter(({ method }) => method !== 'initialize'),
    { maxLength: 8 },
  ),
  running: fc.array(message, { minLength: 40, maxLength: 90 }),
  after: fc.array(message, { maxLength: 8 }),
});

class Talk {
  #id = 100;
  readonly #sent: { readonly id: number; readonly sent: Sent; readonly phase: Phase }[] = [];

  constructor(readonly child: Child) {}

  say(sent: Sent, phase: Phase): void {
    const { method, params, answer } = sent;
    if (answer === undefined) this.child.send({ jsonrpc: '2.0', method, params });
    else {
      this.#id++;
      this.child.send({ jsonrpc: '2.0', id: this.#id, method, params });
      this.#sent.push({ id: this.#id, sent, phase });
    }
  }

  async check(): Promise<void> {
    for (const { id, sent, phase } of this.#sent) {
      const given = await this.child.answer(id);
      assert.equal(fault(sent, phase, given), undefined, JSON.stringify(sent).slice(0, 600));
    }
    const answered = this.child.arrived.flatMap((one) => ('method' in one ? [] : [one['id']]));
    assert.equal(new Set(answered).size, answered.length, 'a request is answered twice');
  }
}

describe('a client that sends anything', () => {
  it('gets one answer to each request, and the server ends only when it is told to', async (t) => {
    await fc.assert(
      fc.asyncProperty(conversation, async ({ capabilities, asksClient, before, running, after }) => {
        const child = start(t, programs.server, ['--stdio']);
        const talk = new Talk(child);
        for (const sent of before) talk.say(sent, 'new');
        const initializationOptions = { answersExists: asksClient, answersConfig: asksClient, settings: null };
        for (const params of [null, 7]) {
          child.send({ jsonrpc: '2.0', id: `initialize ${params}`, method: 'initialize', params });
          const { error } = await child.answer(`initialize ${params}`);
          assert.equal(JSON.stringify(error).includes(`"code":${INVALID_PARAMS}`), true);
        }
        const params = { processId: null, rootUri: null, capabilities, initializationOptions };
        child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
        assert.ok('result' in (await child.answer(1)));
        child.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
        for (const sent of running) talk.say(sent, 'running');
        child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
        for (const sent of after) talk.say(sent, 'shut down');
        assert.equal((await child.answer(2))['result'], null);
        await talk.check();
        child.send({ jsonrpc: '2.0', method: 'exit' });
        assert.equal(await child.ended(), 0);
        assert.equal(child.errors(), '');
      }),
      // A shorter conversation tells little more, and each that fails may wait for an answer until its time is over.
      { ...runs(12), endOnFailure: true },
    );
  });
});
