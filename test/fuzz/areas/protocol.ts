/** The area `protocol`: a server in this process gets messages in any order and shape, and answers every request once. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serve } from '../../../server/lsp/server';
import { type Area, areaOf, type Checked } from '../area';
import { type Client, messagesOf } from '../messages';
import { partsOf } from '../minimize';

export const protocol: Area = areaOf<Client>({
  name: 'protocol',
  promise: 'The server answers every request once, whatever arrives, and still answers at the end',
  subject: 'requests',
  make: messagesOf,
  check: checkClient,
  reductions: [(client) => partsOf(client.messages, (messages) => ({ ...client, messages }))],
  show: ({ answers, messages }) => `${messages.map((one) => JSON.stringify(one)).join('\n  ')}\n  client: ${answers}`,
});

/** The id of the last request, after whose answer no answer may be missing. */
const LAST = 'last request';

async function checkClient({ messages, answers }: Client): Promise<Checked> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(server);
  const writer = new StreamMessageWriter(up);
  const reader = new StreamMessageReader(down);
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', onRejection);
  const answered = new Map<string, number>();
  try {
    const ended = new Promise<void>((resolve) => {
      reader.listen((message) => {
        if (Message.isRequest(message)) {
          if (answers !== 'never') void writer.write(answerTo(message.id, answers));
        } else if (Message.isResponse(message)) {
          const id = JSON.stringify(message.id);
          answered.set(id, (answered.get(id) ?? 0) + 1);
          if (message.id === LAST) resolve();
        }
      });
    });
    for (const message of messages) await writer.write({ jsonrpc: '2.0', ...message });
    await writer.write({ jsonrpc: '2.0', id: LAST, method: 'shutdown' } as Message);
    await ended;
    // Answers that take a turn of the event loop.
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    const ids = messages.flatMap((message) =>
      'id' in message && 'method' in message ? [JSON.stringify(message['id'])] : [],
    );
    for (const id of new Set(ids)) {
      const count = ids.filter((one) => one === id).length;
      assert.equal(answered.get(id), count, `request ${id} is answered once`);
    }
    assert.deepEqual(rejections, [], 'nothing is rejected without being handled');
    return { counts: { requests: ids.length + 1, messages: messages.length + 1 } };
  } finally {
    process.off('unhandledRejection', onRejection);
    // The server is not disposed: what it still waits for would be rejected during a later case.
    reader.dispose();
  }
}

const TURNS = 20;

function answerTo(id: number | string | null, answers: Client['answers']): Message {
  const error = { code: -32603, message: 'no' };
  const message =
    answers === 'error'
      ? { jsonrpc: '2.0', id, error }
      : { jsonrpc: '2.0', id, result: answers === 'null' ? null : [[]] };
  return message;
}
