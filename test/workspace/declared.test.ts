/** Agents that `opencode.json` and `kilo.json` declare: calls of them, names that they share with files, and lists of all agents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentListOf, definitionsAt, workspaceSymbolsOf } from '../../server/core/index';
import { type Files as Marked, workspaceAt } from '../features/workspaceAt';
import { filesOf } from '../features/workspaces';
import { type Files, seenFrom } from './files';

const md = (body: string): string => `---\ndescription: Leads the work.\nmode: primary\n---\n${body}\n`;
const lead = '/w/.opencode/agent/lead.md';
const kiloLead = '/w/.kilo/agent/lead.md';
const where = { user: ['/home/me/.config/opencode', '/home/me/.config/kilo'], repositories: ['/w'] };

const declaring = (agents: object): string => JSON.stringify({ agent: agents }, undefined, 2);

/** Other agents in files, so that an unknown name is reported at all. */
const siblings: Files = {
  '/w/.opencode/agent/tester.md': md('Test.'),
  '/w/.opencode/agent/writer.md': md('Write.'),
  '/w/.kilo/agent/tester.md': md('Test.'),
  '/w/.kilo/agent/writer.md': md('Write.'),
};
const asked = 'Use the `tester` agent. Use the `writer` agent. Use the `reviewer` agent.';

const unknownIn = (path: string, files: Files): readonly string[] =>
  seenFrom(path, { ...siblings, [path]: md(asked), ...files }, where)
    .findings(['agent-unknown'])
    .map(({ message }) => message);

describe('a call of an agent that a configuration file declares', () => {
  const reviewer = { description: 'Reviews changes.', mode: 'subagent' };
  const found: readonly (readonly [string, string, string, string])[] = [
    ['of OpenCode', lead, '/w/opencode.json', declaring({ reviewer })],
    ['with comments', lead, '/w/opencode.jsonc', `// Ours\n${declaring({ reviewer })}`],
    ['under the older key', lead, '/w/opencode.json', JSON.stringify({ mode: { reviewer: {} } })],
    ['under the other key', lead, '/w/opencode.json', JSON.stringify({ agents: { reviewer: {} } })],
    ['in the folder of the host', lead, '/w/.opencode/opencode.json', declaring({ reviewer })],
    ['of the user', lead, '/home/me/.config/opencode/opencode.json', declaring({ reviewer })],
    ['of Kilo', kiloLead, '/w/kilo.json', declaring({ reviewer })],
    ['that is not finished', lead, '/w/opencode.json', '{ "agent": { "reviewer": { "mode": '],
    ['that the host refuses', lead, '/w/opencode.json', declaring({ reviewer: { mode: 'x' } })],
    ['and switches off', lead, '/w/opencode.json', declaring({ reviewer: { disable: true } })],
  ];
  for (const [title, from, path, text] of found)
    it(`${title} is known`, () => {
      assert.equal(unknownIn(from, {}).length, 1, 'without the file it is reported');
      assert.deepEqual(unknownIn(from, { [path]: text }), []);
    });

  it('is unknown where another host or another key has it', () => {
    for (const [from, path, text] of [
      [lead, '/w/kilo.json', declaring({ reviewer })],
      [kiloLead, '/w/opencode.json', declaring({ reviewer })],
      [kiloLead, '/w/kilo.json', JSON.stringify({ agents: { reviewer } })],
      [lead, '/w/opencode.json', JSON.stringify({ command: { reviewer } })],
      [lead, '/w/opencode.json', '[]'],
    ] as const)
      assert.equal(unknownIn(from, { [path]: text }).length, 1, `${path} ${text}`);
  });

  it('leads to the key', () => {
    const definitions = (files: Marked): readonly string[] => {
      const { agent, offset, index, shown } = workspaceAt(files, { where });
      return definitionsAt(agent, offset, index).map(({ targetUri: uri, targetRange: range }) => shown({ uri, range }));
    };
    const files = {
      [lead]: md('Use the `review$0er` agent.'),
      '/w/opencode.json': declaring({ tester: {}, reviewer: { description: 'x' }, 'a/b': {} }),
    };
    assert.deepEqual(definitions(files), ['/w/opencode.json: reviewer']);
    // A file of an agent counts before that.
    assert.deepEqual(definitions({ ...files, '/w/.opencode/agents/reviewer.md': md('Review.') }), [
      '/w/.opencode/agents/reviewer.md: ',
    ]);
    // What is switched off is found, although nothing can start it.
    assert.deepEqual(definitions({ ...files, '/w/opencode.json': declaring({ reviewer: { disable: true } }) }), [
      '/w/opencode.json: reviewer',
    ]);
  });
});

describe('an agent in a file and in a configuration file', () => {
  it('is merged, and the file counts first', () => {
    const path = '/w/.opencode/agent/reviewer.md';
    const files = { [path]: md('Review.'), '/w/opencode.json': declaring({ reviewer: { temperature: 0.3 } }) };
    const { around, findings } = seenFrom(path, files, where);
    const found = around.agent('reviewer');
    assert.ok(found.kind === 'one' && found.card.path === path);
    assert.deepEqual(
      findings().map(({ rule, message }) => [rule, message]),
      [
        [
          'name-hides',
          'OpenCode merges `reviewer` with the agent in `opencode.json`: fields that this file does not set come from there. Rename it if both are needed.',
        ],
      ],
    );
  });

  it('is offered once among all, and one that is switched off is not', () => {
    const files = {
      [lead]: md(asked),
      ...siblings,
      '/w/opencode.json': declaring({ tester: {}, reviewer: {}, off: { disable: true } }),
    };
    assert.deepEqual(
      seenFrom(lead, files, where)
        .around.agents()
        .map(({ name }) => name),
      ['lead', 'reviewer', 'tester', 'writer'],
    );
  });
});

describe('lists of all agents', () => {
  const { index } = filesOf({
    [lead]: md('Lead.'),
    '/w/opencode.json': declaring({
      reviewer: { model: 'a/b', permission: { edit: 'deny' } },
      off: { disable: true },
      wrong: { mode: 'x' },
    }),
    '/w/kilo.json': declaring({ wrong: { mode: 'x' } }),
  });

  it('contain those of configuration files, each at its key', () => {
    const { groups, total } = agentListOf(index, { only: new Set(), problemsOf: () => undefined });
    assert.equal(total, 5);
    assert.deepEqual(
      groups.flatMap(({ hosts }) =>
        hosts.flatMap(({ name: host, agents }) =>
          agents.map(
            ({ name, state, model, canRename, isDeclared, range: { start } }) =>
              `${host}: ${name} ${state} ${model ?? '-'} ${canRename} ${isDeclared ?? false} ${start.line}:${start.character}`,
          ),
        ),
      ),
      [
        'OpenCode: lead loads - true false 0:0',
        'OpenCode: off fails - false true 8:5',
        'OpenCode: reviewer loads a/b false true 2:5',
        'OpenCode: wrong fails - false true 11:5',
        // What Kilo does with a wrong value in this file is not recorded.
        'Kilo Code: wrong unknown - false true 2:5',
      ],
    );
  });

  it('contain their names as symbols', () => {
    assert.deepEqual(
      workspaceSymbolsOf(index, 'review').map(({ name, location }) => [name, location.uri]),
      [['reviewer', '/w/opencode.json']],
    );
  });
});
