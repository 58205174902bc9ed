/** Which file each host loads under a name that several files have, as recorded runs show it; `id` is that of the recorded case. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Format, formatById, indexedOf, indexOf } from '../../server/core/index';
import type { Where } from '../../server/core/workspace/tree';
import type { Workspace } from '../../server/core/workspace/workspace';
import { agentText } from './files';

const where: Where = {
  user: [
    '/home/me/.copilot',
    '/home/me/.config/opencode',
    '/home/me/.config/kilo',
    '/home/me/.codex',
    '/home/me/.claude',
  ],
  repositories: ['/w'],
};

const workspace: Workspace = { presence: () => 'absent', manifest: () => undefined, where };

const formatNamed = (id: string): Format => formatById(id) ?? assert.fail(id);

/** Two files with the agent `probe`, and what the host makes of the name in the folder of the last of them. */
interface Case {
  readonly id: string;
  readonly host: string;
  /** The file that is loaded first, or whose values count first. */
  readonly winner: string;
  readonly other: string;
  readonly same: 'replaced' | 'listed' | 'merged';
  /** Whether the name is taken within one folder, so that nothing of the other file counts. */
  readonly isTaken: boolean;
}

const probe = (path: string): string =>
  path.endsWith('.toml')
    ? 'name = "probe"\ndescription = "Does things"\ndeveloper_instructions = "You are a probe."\n'
    : agentText('probe', 'You are a probe.');

const one = (id: string, host: string, winner: string, other: string, same: Case['same'], isTaken: boolean): Case => ({
  id,
  host,
  winner,
  other,
  same,
  isTaken,
});

const table: readonly Case[] = [
  one(
    'name-vs-file-two',
    'copilot-cli',
    '/w/.github/agents/one.agent.md',
    '/w/.github/agents/two.agent.md',
    'replaced',
    true,
  ),
  one('dup-ext', 'copilot-cli', '/w/.github/agents/probe.agent.md', '/w/.github/agents/probe.md', 'replaced', true),
  one(
    'dup-github-claude',
    'copilot-cli',
    '/w/.github/agents/probe.agent.md',
    '/w/.claude/agents/probe.md',
    'replaced',
    true,
  ),
  one(
    'at-nested-cwd',
    'copilot-cli',
    '/w/pkg/.github/agents/p.agent.md',
    '/w/.github/agents/p.agent.md',
    'replaced',
    false,
  ),
  one(
    'p-user-and-project',
    'copilot-cli',
    '/home/me/.copilot/agents/p.agent.md',
    '/w/.github/agents/p.agent.md',
    'replaced',
    false,
  ),
  one(
    'p-dup-same-folder',
    'vscode',
    '/w/.github/agents/aaa.agent.md',
    '/w/.github/agents/bbb.agent.md',
    'listed',
    true,
  ),
  one('dup-ext', 'vscode', '/w/.github/agents/probe.agent.md', '/w/.github/agents/probe.md', 'listed', true),
  one(
    'p-user-and-project',
    'vscode',
    '/w/.github/agents/p.agent.md',
    '/home/me/.copilot/agents/p.agent.md',
    'listed',
    false,
  ),
  one('p-dup-same-folder', 'vscode-claude', '/w/.claude/agents/aaa.md', '/w/.claude/agents/bbb.md', 'listed', true),
  one('p-dup-same-folder', 'opencode', '/w/.opencode/agent/bbb.md', '/w/.opencode/agent/aaa.md', 'merged', true),
  one(
    'p-user-and-project',
    'opencode',
    '/w/.opencode/agent/p.md',
    '/home/me/.config/opencode/agent/p.md',
    'merged',
    false,
  ),
  one('dup-nested-up', 'opencode', '/w/.opencode/agent/p.md', '/w/pkg/.opencode/agent/p.md', 'merged', false),
  one('dup-singular-plural', 'kilo', '/w/.kilo/agents/probe.md', '/w/.kilo/agent/probe.md', 'merged', true),
  one('p-user-and-project', 'kilo', '/w/.kilo/agent/p.md', '/home/me/.config/kilo/agent/p.md', 'merged', false),
  one('dup-nested-up', 'kilo', '/w/.kilo/agent/p.md', '/w/pkg/.kilo/agent/p.md', 'merged', false),
  one('k-two-dirs', 'kilo', '/w/.kilo/agent/p.md', '/w/.kilocode/agent/p.md', 'merged', false),
  one('nested-both', 'codex', '/w/pkg/.codex/agents/p.toml', '/w/.codex/agents/p.toml', 'replaced', false),
  one('dup-user-project', 'codex', '/w/.codex/agents/p.toml', '/home/me/.codex/agents/p.toml', 'replaced', false),
];

describe('one name in two files', () => {
  for (const { id, host, winner, other, same, isTaken } of table)
    it(`means ${winner} in ${host} [${id}], whichever file is read first`, () => {
      for (const paths of [
        [winner, other],
        [other, winner],
      ]) {
        const index = indexOf(
          paths.flatMap((path) => indexedOf(path, probe(path), workspace)),
          where,
        );
        // From the user's folder, no project is seen.
        const inner = paths.filter((path) => path.startsWith('/w')).sort((a, b) => b.length - a.length)[0] ?? '';
        const around = index.around(inner, formatNamed(host)) ?? assert.fail(`${inner} is not read`);
        const found = around.agent('probe');
        assert.equal(found.kind === 'one' ? found.card.path : found.kind, winner);
        assert.equal(around.sameNames, same);
        assert.deepEqual(
          around.rivals().map(({ path }) => path),
          isTaken ? [other, winner] : [inner],
        );
        assert.deepEqual(
          around.namesakes().map(({ path }) => path),
          isTaken ? [] : paths.filter((path) => path !== inner),
        );
      }
    });
});

describe('a file', () => {
  const read = (paths: readonly string[]) =>
    indexOf(
      paths.flatMap((path) => indexedOf(path, probe(path), workspace)),
      where,
    );

  it('of several hosts is in the index once, as its main reader reads it', () => {
    const path = '/w/.claude/agents/probe.md';
    const index = read([path]);
    assert.deepEqual(
      index.agents.map(({ card }) => card.format.id),
      ['claude-code'],
    );
    const readers = ['claude-code', 'vscode-claude', 'copilot-cli', 'opencode'];
    assert.deepEqual(
      readers.filter((id) => index.around(path, formatNamed(id)) !== undefined),
      ['claude-code', 'vscode-claude', 'copilot-cli'],
    );
  });

  const unread: readonly (readonly [host: string, file: string, why: string])[] = [
    ['copilot-cli', '/home/me/.claude/agents/probe.md', "Copilot CLI reads no files of Claude Code's user"],
    ['vscode', '/w/.github/agents/sub/probe.md', 'VS Code reads no folders below'],
    ['vscode', '/w/pkg/.github/agents/probe.md', 'VS Code reads no inner folders'],
    ['vscode', '/w/.opencode/agent/probe.md', 'it belongs to another host'],
  ];
  for (const [host, file, why] of unread)
    it(`is not found where the host does not read it: ${why}`, () => {
      const from = '/w/.github/agents/lead.agent.md';
      const index = indexOf(
        [...indexedOf(from, agentText('lead'), workspace), ...indexedOf(file, probe(file), workspace)],
        where,
      );
      assert.equal(index.around(from, formatNamed(host))?.agent('probe').kind, 'none');
    });

  it('with the name of an agent that Copilot CLI keeps is not found by it', () => {
    const from = '/w/.github/agents/sub/lead.agent.md';
    const index = indexOf(
      [from, '/w/.github/agents/explore.agent.md'].flatMap((path) =>
        indexedOf(path, agentText(path === from ? 'lead' : 'explore'), workspace),
      ),
      where,
    );
    assert.deepEqual(index.around(from)?.agent('explore'), { kind: 'built-in', name: 'explore' });
  });
});
