/** Renaming, references and workspace symbols of agents whose hosts name files and folders in other ways. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callLensesOf, prepareRenameAt, referencesAt, workspaceSymbolsOf } from '../../server/core/index';
import { agentText, edit, refused, renamed } from './renames';
import { workspaceAt } from './workspaceAt';
import { filesOf, type Texts } from './workspaces';

const unnamed = (body = 'You review changes.'): string => `---\ndescription: Reviews a change.\n---\n${body}\n`;

const github = '/w/.github/agents/';
const openCode = '/w/.opencode/agent/';

describe('a renaming', () => {
  const table: readonly (readonly [title: string, files: Texts, name: string, after: Texts])[] = [
    [
      'changes a name and the calls of VS Code, and moves the file with its whole ending',
      {
        [`${github}reviewer.agent.md`]: agentText('revi$0ewer'),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `reviewer` agent.'),
      },
      'checker',
      {
        [`${github}checker.agent.md`]: agentText('checker'),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `checker` agent.'),
      },
    ],
    [
      'moves the file that gives the name',
      {
        [`${github}reviewer.agent.md`]: unnamed(),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `revi$0ewer` agent.'),
      },
      'checker',
      {
        [`${github}checker.agent.md`]: unnamed(),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `checker` agent.'),
      },
    ],
    [
      'changes the calls of another host that reads the file too',
      {
        '/w/.claude/agents/reviewer.md': agentText('revi$0ewer'),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `reviewer` agent.'),
      },
      'checker',
      {
        '/w/.claude/agents/checker.md': agentText('checker'),
        [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `checker` agent.'),
      },
    ],
    [
      'keeps the folder in a name of Copilot CLI',
      {
        [`${github}team/reviewer.agent.md`]: unnamed(),
        [`${github}team/lead.agent.md`]: agentText('lead', [], 'Use the `team--revi$0ewer` agent.'),
      },
      'checker',
      {
        [`${github}team/checker.agent.md`]: unnamed(),
        [`${github}team/lead.agent.md`]: agentText('lead', [], 'Use the `team--checker` agent.'),
      },
    ],
    [
      'changes a name and the calls of OpenCode, from where both folders are merged',
      {
        [`${openCode}reviewer.md`]: agentText('revi$0ewer'),
        '/w/pkg/.opencode/agent/lead.md': agentText('lead', [], 'Use the `reviewer` agent.'),
      },
      'checker',
      {
        [`${openCode}checker.md`]: agentText('checker'),
        '/w/pkg/.opencode/agent/lead.md': agentText('lead', [], 'Use the `checker` agent.'),
      },
    ],
  ];
  for (const [title, files, name, after] of table)
    it(title, () => {
      const changed = renamed(files, name);
      assert.deepEqual(changed, after);
    });

  it('is refused for a name that another file has', () => {
    for (const folder of [github, openCode])
      assert.match(
        refused({ [`${folder}a.md`]: agentText('a$0a'), [`${folder}b.md`]: agentText('bb') }, 'bb'),
        /^`bb` is taken: (?:VS Code|OpenCode) finds the agent in `b\.md` under this name\.$/,
      );
  });

  it('of a TOML file changes the name and leaves the file', () => {
    const text = (name: string): string =>
      `name = "${name}"\ndescription = "Does things"\ndeveloper_instructions = "You are a probe."\n`;
    const path = '/w/.codex/agents/probe.toml';
    assert.deepEqual(renamed({ [path]: text('pr$0obe') }, 'checker'), { [path]: text('checker') });
  });

  it('starts from the own part of a name', () => {
    const { index, cursor } = filesOf({
      [`${github}team/reviewer.agent.md`]: unnamed(),
      [`${github}team/lead.agent.md`]: agentText('lead', [], 'Use the `team--revi$0ewer` agent.'),
    });
    const ties = index.ties(cursor.path) ?? assert.fail();
    assert.equal(prepareRenameAt(ties, index, cursor.offset)?.placeholder, 'reviewer');
  });

  it('can be undone in one step', () => {
    const files = filesOf({ [`${github}reviewer.agent.md`]: agentText('revi$0ewer') });
    assert.equal(edit(files, 'checker').documentChanges?.length, 2);
  });
});

describe('what the index shows of a file with several readers', () => {
  const files = {
    '/w/.claude/agents/reviewer.md': agentText('reviewer'),
    [`${github}lead.agent.md`]: agentText('le$0ad', [], 'Use the `reviewer` agent.'),
    [`${openCode}builder.md`]: agentText('builder'),
  };

  it('is one symbol', () => {
    const { index } = workspaceAt(files);
    assert.deepEqual(
      workspaceSymbolsOf(index, '').map(({ name, containerName }) => `${name}: ${containerName}`),
      ['builder: project · .opencode/agent', 'lead: project · .github/agents', 'reviewer: project · .claude/agents'],
    );
  });

  it('is counted in the lens of its main reader', () => {
    const { agent, index } = workspaceAt(files);
    assert.deepEqual(
      callLensesOf(agent, index, false).map(({ command }) => command?.title),
      ['Delegates to 1'],
    );
  });

  it('has the references of all who call it, each once', () => {
    const { agent, offset, index, shown } = workspaceAt({
      ...files,
      '/w/.claude/agents/reviewer.md': agentText('revi$0ewer'),
      [`${github}lead.agent.md`]: agentText('lead', [], 'Use the `reviewer` agent.'),
    });
    assert.deepEqual(referencesAt(agent, offset, index, false).map(shown), [`${github}lead.agent.md: reviewer`]);
  });
});
