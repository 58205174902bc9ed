/** Renaming, references and workspace symbols of agents whose hosts name files and folders in other ways. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { callLensesOf, hoverAt, prepareRenameAt, referencesAt, workspaceSymbolsOf } from '../../server/core/index';
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

describe('the hover over a call', () => {
  const lead = agentText('lead', [], 'Use the `revie$0wer` agent.');
  const reviewer = agentText('reviewer');
  const table: readonly (readonly [title: string, files: Texts, about: RegExp])[] = [
    [
      'tells of each file that is listed',
      {
        [`${github}lead.agent.md`]: lead,
        [`${github}a.agent.md`]: reviewer,
        [`${github}b.agent.md`]: reviewer,
      },
      /- file: `a\.agent\.md`\n- also the name of `b\.agent\.md`; VS Code lists each of them$/,
    ],
    [
      'tells of the folder that is merged',
      {
        '/w/pkg/.opencode/agent/lead.md': lead,
        '/w/pkg/.opencode/agent/a.md': reviewer,
        [`${openCode}b.md`]: reviewer,
      },
      /- file: `\.opencode\/agent\/b\.md`$/,
    ],
    [
      'tells of the built-in agent that is changed',
      { [`${openCode}lead.md`]: lead.replace('revie$0wer', 'pla$0n'), [`${openCode}plan.md`]: agentText('plan') },
      /- changes the built-in agent of OpenCode$/,
    ],
  ];
  for (const [title, files, about] of table)
    it(title, () => {
      const { agent, offset, index } = workspaceAt(files, { where: { user: [], repositories: ['/w'] } });
      const { contents } = hoverAt(agent, offset, index) ?? assert.fail('no hover');
      assert.match((contents as MarkupContent).value, about);
    });

  it('tells of the outer folder, over the name in the inner one', () => {
    const path = '/w/pkg/.opencode/agent/a.md';
    const files = { [path]: agentText('revie$0wer'), [`${openCode}b.md`]: reviewer };
    const { agent, offset, index } = workspaceAt(files, { where: { user: [], repositories: ['/w'] } });
    const { contents } = hoverAt(agent, offset, index) ?? assert.fail('no hover');
    assert.match((contents as MarkupContent).value, /merged with `\.opencode\/agent\/b\.md`, which counts where both/);
  });
});
