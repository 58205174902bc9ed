/** The request for an agent as another host has it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversionTargets } from '../../server/core/convert/targets';
import { hosts } from '../../server/core/hosts/index';
import { document } from '../../server/core/text/document';
import { AGENT, type Conversation, converse, errorCode } from './conversation';

const METHOD = 'agentAuthoring/convert';

interface Converted {
  readonly uri: string;
  readonly text: string;
  readonly report: readonly string[];
  readonly widens: readonly string[];
}

const agentWith = (fields: string): string => document`
  ---
  name: reviewer
  description: Reviews changes.
  ${fields}
  ---
  Review the change.
  `;

/** What the server answers about an open document; `unknown`, because a client sees JSON. */
const ask = ({ client }: Conversation, to?: unknown, uri = AGENT): Promise<unknown> =>
  client.sendRequest(METHOD, { textDocument: { uri }, ...(to === undefined ? {} : { to }) });

const converted = (conversation: Conversation, to: string, uri = AGENT): Promise<Converted> =>
  conversation.client.sendRequest<Converted>(METHOD, { textDocument: { uri }, to });

describe('the request for an agent of another host', () => {
  it('has the hosts to choose from, without that of the agent', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read'));
    const others = hosts.filter(({ id }) => id !== 'claude-code' && Object.hasOwn(conversionTargets, id));
    assert.ok(others.length > 2);
    assert.deepEqual(await ask(conversation), { targets: others.map(({ id, name }) => ({ id, name })) });
    const gemini = 'file:///w/.gemini/agents/reviewer.md';
    conversation.open(agentWith('tools: [read_file]'), gemini);
    const { targets } = await conversation.client.sendRequest<{ targets: { id: string }[] }>(METHOD, {
      textDocument: { uri: gemini },
    });
    assert.ok(targets.some(({ id }) => id === 'claude-code'));
    assert.ok(!targets.some(({ id }) => id === 'gemini-cli'));
  });

  it('has the text, where it goes, and what is kept, changed and lost', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read, Skill'));
    const { uri, text, report, widens } = await converted(conversation, 'gemini-cli');
    assert.equal(uri, 'file:///w/.gemini/agents/reviewer.md');
    assert.match(text, /^name: reviewer$/m);
    assert.match(text, /read_file/);
    assert.ok(text.endsWith('Review the change.\n'));
    for (const outcome of [/^kept /, /^changed /])
      assert.ok(
        report.some((line) => outcome.test(line)),
        report.join('\n'),
      );
    assert.deepEqual(widens, []);
  });

  it('is about the text as it is typed, and writes nothing', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read'));
    conversation.change(2, [{ text: agentWith('tools: Read').replace('name: reviewer', 'name: checker') }]);
    const { uri, text } = await converted(conversation, 'codex');
    assert.equal(uri, 'file:///w/.codex/agents/checker.toml');
    assert.match(text, /^name = "checker"$/m);
  });

  it('has a URI in which special characters are escaped', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read').replace('reviewer', 'prüfer'), 'file:///w%20x/.claude/agents/a.md');
    const { uri } = await converted(conversation, 'codex', 'file:///w%20x/.claude/agents/a.md');
    assert.match(uri, /^file:\/\/\/w%20x\/\.codex\/agents\/[\w%.-]+\.toml$/);
  });

  it('says what the agent may do afterwards although it was not allowed before', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read, Edit'));
    const answers = await Promise.all(Object.keys(conversionTargets).map((id) => converted(conversation, id)));
    const wider = answers.filter((answer) => (answer.widens ?? []).length > 0);
    assert.ok(wider.length > 0, 'some host cannot limit an agent to this');
    for (const { widens } of wider) for (const line of widens) assert.match(line, /^[A-Z].*\.$/);
  });

  it('is refused for what is no agent, and for an agent that does not load', async (t) => {
    const conversation = await converse(t);
    const skill = 'file:///w/.claude/skills/notes/SKILL.md';
    conversation.open('---\ndescription: Writes notes.\n---\nWrite.\n', skill);
    assert.deepEqual(await ask(conversation, 'codex', skill), { refused: 'Only agents can be converted.' });
    conversation.open('Hi\n');
    const { refused } = await conversation.client.sendRequest<{ refused: string }>(METHOD, {
      textDocument: { uri: AGENT },
      to: 'codex',
    });
    assert.match(refused, /^Claude Code does not load the file\. Fix this first: /);
  });

  it('is refused for the host that the agent has already', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read'));
    assert.deepEqual(await ask(conversation, 'claude-code'), {
      refused: 'The file is an agent of Claude Code already.',
    });
  });

  it('is null for an unknown host, a closed document and one that no host reads', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read'));
    for (const to of ['unknown', '', 'toString', '__proto__']) assert.equal(await ask(conversation, to), null, to);
    assert.equal(await ask(conversation, 'codex', 'file:///w/.claude/agents/closed.md'), null);
    conversation.open(agentWith('tools: Read'), 'file:///w/README.md');
    for (const to of [undefined, 'codex']) assert.equal(await ask(conversation, to, 'file:///w/README.md'), null);
    assert.equal(await errorCode(conversation.client.sendRequest(METHOD, {})), -32602);
  });

  it('is answered with the hosts when the host is not named by text', async (t) => {
    const conversation = await converse(t);
    conversation.open(agentWith('tools: Read'));
    for (const to of [null, 7, ['codex'], {}])
      assert.ok(Object.hasOwn(Object(await ask(conversation, to)), 'targets'), JSON.stringify(to));
  });
});
