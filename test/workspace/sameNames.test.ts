/** What is said about one name in several files, for hosts that list them all, merge them, or prefer those of the user. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lensesOf } from '../../server/core/features/lenses';
import type { Where } from '../../server/core/workspace/tree';
import { agentText, type Files, seenFrom } from './files';

const where: Where = { user: ['/home/me/.copilot', '/home/me/.config/opencode'], repositories: ['/w'] };

const twin = agentText('twin', 'You review changes.');

const said = (path: string, files: Files): readonly string[] =>
  seenFrom(path, files, where)
    .findings(['name-taken', 'name-hides', 'name-built-in'])
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

const both = (one: string, other: string): Files => ({ [one]: twin, [other]: twin });

const table: readonly (readonly [title: string, path: string, files: Files, said: readonly string[]])[] = [
  [
    'VS Code lists both of one folder',
    '/w/.github/agents/b.agent.md',
    both('/w/.github/agents/a.agent.md', '/w/.github/agents/b.agent.md'),
    ['information name-taken: `a.agent.md` has the same name, and VS Code lists both as `twin`. Rename all but one.'],
  ],
  [
    "VS Code lists the user's too",
    '/w/.github/agents/a.agent.md',
    both('/w/.github/agents/a.agent.md', '/home/me/.copilot/agents/b.agent.md'),
    [
      "information name-hides: `twin` is also the name of the user's agent in `home/me/.copilot/agents/b.agent.md`, and VS Code lists both. Rename it if both are needed.",
    ],
  ],
  [
    'a file of two hosts has the findings of its main reader only',
    '/w/.claude/agents/b.md',
    both('/w/.claude/agents/a.md', '/w/.claude/agents/b.md'),
    [
      'information name-taken: `a.md` has the same name, so Claude Code loads only this file as `twin`. Rename all but one.',
    ],
  ],
  [
    'Copilot CLI loads the one of its own folder',
    '/w/.github/agents/sub/b.agent.md',
    both('/w/.github/agents/sub/b.agent.md', '/w/.claude/agents/a.md'),
    [
      'information name-taken: `.claude/agents/a.md` has the same name, so Copilot CLI loads only this file as `twin`. Rename all but one.',
    ],
  ],
  [
    "Copilot CLI prefers the user's",
    '/w/.github/agents/sub/a.agent.md',
    both('/w/.github/agents/sub/a.agent.md', '/home/me/.copilot/agents/b.agent.md'),
    [
      "information name-hides: `twin` is hidden by the user's agent in `home/me/.copilot/agents/b.agent.md`: sessions here load that file instead. Rename it if both are needed.",
    ],
  ],
  [
    'OpenCode replaces one of the same folder',
    '/w/.opencode/agent/a.md',
    both('/w/.opencode/agent/a.md', '/w/.opencode/agent/b.md'),
    [
      'warning name-taken: OpenCode never loads this file, because `b.md` has the same name `twin`. Rename one of them.',
    ],
  ],
  [
    'OpenCode merges an inner folder with the outer one, which counts',
    '/w/pkg/.opencode/agent/a.md',
    both('/w/.opencode/agent/a.md', '/w/pkg/.opencode/agent/a.md'),
    [
      'information name-hides: OpenCode merges `twin` with the agent of a parent folder in `.opencode/agent/a.md`: fields that both set come from there. Rename it if both are needed.',
    ],
  ],
  [
    "OpenCode merges a project with the user's, which counts less",
    '/w/.opencode/agent/a.md',
    both('/w/.opencode/agent/a.md', '/home/me/.config/opencode/agent/a.md'),
    [
      "information name-hides: OpenCode merges `twin` with the user's agent in `home/me/.config/opencode/agent/a.md`: fields that this file does not set come from there. Rename it if both are needed.",
    ],
  ],
  [
    'Kilo merges its two folders',
    '/w/.kilocode/agent/a.md',
    both('/w/.kilo/agent/a.md', '/w/.kilocode/agent/a.md'),
    [
      'information name-hides: Kilo Code merges `twin` with the agent in `.kilo/agent/a.md`: fields that both set come from there. Rename it if both are needed.',
    ],
  ],
  [
    'OpenCode changes an agent of its own',
    '/w/.opencode/agent/build.md',
    { '/w/.opencode/agent/build.md': agentText('build', 'You build it.') },
    [
      'information name-hides: `build` changes the agent of this name that comes with OpenCode. Rename it if both are needed.',
    ],
  ],
  [
    'Codex replaces an agent of its own',
    '/w/.codex/agents/worker.toml',
    {
      '/w/.codex/agents/worker.toml':
        'name = "worker"\ndescription = "Does things"\ndeveloper_instructions = "You are a worker."\n',
    },
    [
      'information name-hides: `worker` replaces the agent of this name that comes with Codex. Rename it if both are needed.',
    ],
  ],
  [
    'Copilot CLI keeps its own agent, which is said once',
    '/w/.github/agents/sub/explore.agent.md',
    { '/w/.github/agents/sub/explore.agent.md': agentText('explore', 'You explore it.') },
    [
      'error name-built-in: `explore` is the name of a built-in agent, so Copilot CLI uses its built-in agent of that name instead. Choose another name.',
    ],
  ],
];

describe('one name in several files', () => {
  for (const [title, path, files, wanted] of table)
    it(`is said: ${title}`, () => {
      assert.deepEqual(said(path, files), wanted);
    });

  it('is no reason to call an agent lost that is listed or merged', () => {
    const titleAt = (path: string, files: Files): string | undefined => {
      const { agent, around } = seenFrom(path, files, where);
      return lensesOf(agent, around)[0]?.command?.title;
    };
    for (const [path, other] of [
      ['/w/.github/agents/b.agent.md', '/w/.github/agents/a.agent.md'],
      ['/w/pkg/.opencode/agent/a.md', '/w/.opencode/agent/a.md'],
    ] as const)
      assert.match(titleAt(path, both(path, other)) ?? '', /^Loads/);
    const taken = both('/w/.opencode/agent/a.md', '/w/.opencode/agent/b.md');
    assert.match(titleAt('/w/.opencode/agent/a.md', taken) ?? '', /^Not loaded/);
  });
});
