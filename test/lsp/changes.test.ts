/** Changes of texts: invalid ones are never guessed, and valid ones have the same result as opening the text again. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { runs } from '../seed';
import { AGENT, type Conversation, converse, shown, TEXT } from './conversation';
import { type Edit, edited } from './edited';

const marks = ['tool-removed MultiEdit', 'tool-duplicate Read'];
const pulls = { textDocument: { diagnostic: {} } };
const textDocument = { uri: AGENT };
const range = (...[line, character, endLine, endCharacter]: readonly number[]): object => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});
const last = ({ published }: Conversation): readonly string[] => shown(TEXT, published.at(-1)?.diagnostics ?? []);

async function opened(t: TestContext): Promise<Conversation> {
  const conversation = await converse(t);
  conversation.open(TEXT);
  await conversation.settled();
  assert.deepEqual(last(conversation), marks);
  return conversation;
}

describe('an invalid change', () => {
  const senseless: Readonly<Record<string, unknown>> = {
    'a null position': [{ range: { start: null, end: null }, text: 'x' }],
    'a position of nulls': [
      { range: { start: { line: null, character: null }, end: { line: 0, character: 0 } }, text: '' },
    ],
    'no text': [{ range: range(0, 0, 0, 1) }],
    'no text at all': [{}],
    'a null range': [{ range: null, text: 'x' }],
    'a negative line': [{ range: range(-1, 0, 0, 0), text: 'x' }],
    'a negative character': [{ range: range(0, 0, 0, -4), text: 'x' }],
    'half a line': [{ range: range(0.5, 0, 1, 0), text: 'x' }],
    'not a number (null in JSON)': [{ range: range(Number.NaN, 0, 1, 0), text: 'x' }],
    'the end before the start': [{ range: range(3, 0, 1, 0), text: 'x' }],
    'text that is a number': [{ text: 7 }],
    'null for a change': [null],
    'null for the changes': null,
    'no changes': undefined,
    'an object for the changes': { text: 'x' },
    'a good change before a bad one': [{ text: 'x' }, { range: null, text: 'x' }],
  };
  for (const [what, contentChanges] of Object.entries(senseless)) {
    it(`(${what}) clears the findings until the whole text is sent`, async (t) => {
      const conversation = await opened(t);
      conversation.change(2, contentChanges);
      await conversation.settled();
      assert.deepEqual(conversation.published.at(-1), { uri: AGENT, diagnostics: [] });
      const params = { textDocument, position: { line: 3, character: 20 } };
      assert.equal(await conversation.client.sendRequest('textDocument/hover', params), null);

      conversation.change(3, [{ range: range(0, 0, 0, 0), text: '' }]);
      await conversation.settled();
      assert.equal(conversation.published.length, 2, 'a part of an unknown text says nothing');

      conversation.change(4, [{ range: range(0, 0, 0, 0), text: '' }, { text: TEXT }]);
      await conversation.settled();
      assert.equal(conversation.published.at(-1)?.version, 4);
      assert.deepEqual(last(conversation), marks);
    });
  }

  it('is forgotten when the document is opened again', async (t) => {
    const conversation = await opened(t);
    conversation.change(2, null);
    conversation.open(TEXT, AGENT, 3);
    await conversation.settled();
    assert.equal(conversation.published.at(-1)?.version, 3);
    assert.deepEqual(last(conversation), marks);
  });

  it('has no effect before the whole text in the same message', async (t) => {
    const conversation = await opened(t);
    conversation.change(2, [{ range: null, text: 'x' }, { text: TEXT }]);
    await conversation.settled();
    assert.equal(conversation.published.at(-1)?.version, 2);
    assert.deepEqual(last(conversation), marks);
  });

  it('is logged once, not for each later change', async (t) => {
    const conversation = await opened(t);
    for (let version = 2; version < 12; version++) conversation.change(version, [{ range: null, text: 'x' }]);
    await conversation.settled();
    assert.equal(conversation.log.filter((line) => line.includes('Cannot apply a change')).length, 1);
  });

  it('may name no document and then changes nothing', async (t) => {
    const conversation = await opened(t);
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 3 }, contentChanges: [] }]) {
      void conversation.client.sendNotification('textDocument/didChange', params);
      void conversation.client.sendNotification('textDocument/didOpen', params);
      void conversation.client.sendNotification('textDocument/didClose', params);
    }
    await conversation.settled();
    assert.equal(conversation.published.length, 1);
  });

  it('may be an opening without text', async (t) => {
    const conversation = await opened(t);
    void conversation.client.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, version: 2 },
    });
    await conversation.settled();
    assert.deepEqual(conversation.published.at(-1), { uri: AGENT, diagnostics: [] });
  });
});

describe('a valid change', () => {
  it('may be far beyond the text, which means its end', async (t) => {
    const conversation = await opened(t);
    const far = 2_147_483_647;
    conversation.change(2, [
      { range: range(far, 0, far, far), text: '\n' },
      { range: range(far, far, far, far), text: 'x' },
    ]);
    conversation.change(3, [{ range: range(3, 0, 3, far), text: 'tools: Read, LS' }]);
    await conversation.settled();
    const text = `${TEXT}\nx`.replace(/tools: .*/, 'tools: Read, LS');
    assert.deepEqual(shown(text, conversation.published.at(-1)?.diagnostics ?? []), ['tool-removed LS']);
  });

  it('may come without a version, and is then published without one', async (t) => {
    const conversation = await opened(t);
    const params = { textDocument: { uri: AGENT, version: null }, contentChanges: [{ text: TEXT }] };
    void conversation.client.sendNotification('textDocument/didChange', params);
    await conversation.settled();
    const published = conversation.published.at(-1);
    assert.ok(published !== undefined && !('version' in published));
    assert.deepEqual(last(conversation), marks);
  });
});

describe('convergence', () => {
  const place = fc.record({ line: fc.nat(24), character: fc.nat(30) });
  const pieces = [
    '',
    'x',
    '\n',
    '\r',
    '\r\n',
    '😀',
    '\ud83d',
    '---',
    '---\n',
    'tools: LS\n',
    '## A\n',
    '```\n',
    ': ',
    '[',
    '- ',
  ];
  const edit: fc.Arbitrary<Edit> = fc
    .tuple(place, place, fc.array(fc.constantFrom(...pieces), { maxLength: 3 }), fc.integer({ min: 0, max: 20 }))
    .map(([a, b, parts, whole]) => {
      const isForward = a.line < b.line || (a.line === b.line && a.character <= b.character);
      const text = parts.join('');
      return whole === 0
        ? { text: TEXT + text }
        : { text, range: isForward ? { start: a, end: b } : { start: b, end: a } };
    });
  const history = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  async function everything({ client }: Conversation, uri: string): Promise<unknown> {
    const document = { textDocument: { uri } };
    const { items: diagnostics } = await client.sendRequest<{ readonly items: unknown }>(
      'textDocument/diagnostic',
      document,
    );
    const symbols = await client.sendRequest('textDocument/documentSymbol', document);
    const folding = await client.sendRequest('textDocument/foldingRange', document);
    return JSON.parse(JSON.stringify({ diagnostics, symbols, folding }).replaceAll(uri, 'uri'));
  }

  it('gives the same findings, symbols and folding ranges as opening the final text', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    const fresh = 'file:///fresh/.claude/agents/endpoint-checker.md';
    const start = fc.constantFrom(TEXT, TEXT.replaceAll('\n', '\r\n'), TEXT.replaceAll('\n', '\r'), '', '😀\r\n😀\r');
    await fc.assert(
      fc.asyncProperty(start, history, async (before, notifications) => {
        conversation.open(before);
        let text = before;
        for (const [i, changes] of notifications.entries()) {
          conversation.change(i + 2, changes);
          text = changes.reduce(edited, text);
        }
        conversation.open(text, fresh);
        assert.deepEqual(await everything(conversation, AGENT), await everything(conversation, fresh));
      }),
      runs(150),
    );
  });
});
