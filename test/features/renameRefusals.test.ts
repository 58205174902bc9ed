/** Renaming agents: what is refused, where there is nothing to rename, and what the edit looks like. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prepareRenameAt } from '../../server/core/features/refactor/rename';
import { agentText, all, boss, edit, refused, rename, reviewer } from './renames';
import { applied, filesOf, type Texts } from './workspaces';

describe('a refused name', () => {
  const two = { [reviewer]: agentText('$0reviewer'), [boss]: agentText('boss', ['tools: Agent(reviewer)'], 'x') };
  const nested = '/w/packages/api/.claude/agents/';
  const refusals: readonly (readonly [string, Texts, string, RegExp])[] = [
    [
      'is taken in the same folder',
      two,
      'boss',
      /^`boss` is taken: Claude Code finds the agent in `boss.md` under this name\.$/,
    ],
    ['is taken in another spelling', two, 'B_oss', /^`B_oss` is taken/],
    ['is that of a built-in agent', two, 'explore', /has a built-in agent `Explore`/],
    [
      'could be two agents',
      { ...two, '/w/.claude/agents/c.md': agentText('bo-ss') },
      'BOSS',
      /each of `bo-ss` and `boss`/,
    ],
    [
      'means another agent to one that calls it',
      { ...two, [`${nested}x.md`]: agentText('checker'), [`${nested}y.md`]: agentText('y', [], '@agent-reviewer') },
      'checker',
      /in `packages\/api\/\.claude\/agents\/x\.md` under/,
    ],
    [
      'is another spelling of a name that another file has too',
      { [reviewer]: agentText('$0reviewer'), '/w/.claude/agents/a.md': agentText('reviewer') },
      'Reviewer',
      /in `a\.md` under/,
    ],
    ['is empty', two, '  ', /^The name is empty\.$/],
    ['has a line break', two, 'a\nb', /line break/],
    ['has a colon', two, 'a:b', /^`a:b` is a string that contains `:`\. Claude Code does not load the agent: a colon/],
    ['starts with a hyphen', two, '-a', /starts with `-`/],
    ['is too long', two, 'a'.repeat(300), /is too long\. Write at most 256 characters\.$/],
    ['cannot be written in a tool list', two, 'a,b', /cannot be written in a tool list of `boss\.md`/],
    [
      'cannot be mentioned',
      { [reviewer]: agentText('$0reviewer'), [boss]: agentText('boss', [], 'Ask @agent-reviewer') },
      'my reviewer',
      /cannot be written in an `@` mention of `boss\.md`/,
    ],
    ['is to replace a block', { [boss]: agentText('|-\n  $0reviewer') }, 'checker', /in lines of its own/],
  ];
  for (const [what, marked, name, message] of refusals) {
    it(what, () => assert.match(refused(marked, name), message));
  }
});

describe('nothing to rename', () => {
  const texts: readonly (readonly [string, Texts])[] = [
    ['in prose', { [boss]: agentText('boss', [], 'Hi $0there') }],
    ['at a built-in agent', { [boss]: agentText('boss', [], '@agent-Expl$0ore') }],
    ['at an unknown agent', { [boss]: agentText('boss', [], '@agent-some$0one') }],
    [
      'at the name of another agent in a report',
      { [boss]: agentText('boss', [], '```yaml\ncompletion_report:\n  agent: oth$0er\n```') },
    ],
  ];
  for (const [where, marked] of texts) {
    it(where, () => {
      const files = filesOf(marked);
      const ties = files.index.ties(files.cursor.path) ?? assert.fail();
      assert.equal(prepareRenameAt(ties, files.index, files.cursor.offset), undefined);
      assert.equal(rename(files, 'checker'), undefined);
    });
  }
});

describe('the edit of a renaming', () => {
  const marked = {
    [reviewer]: agentText('$0reviewer'),
    [boss]: agentText('boss', [], 'Ask @agent-reviewer.\n\n## Examples\n\n@agent-reviewer'),
  };

  it('lets a person confirm calls in examples', () => {
    const { documentChanges, changeAnnotations } = edit(filesOf(marked), 'checker');
    const ids = documentChanges?.flatMap((change) =>
      'edits' in change ? change.edits.map((one) => ('annotationId' in one ? one.annotationId : undefined)) : [],
    );
    assert.deepEqual(ids, [undefined, undefined, 'uncertain']);
    assert.equal(changeAnnotations?.['uncertain']?.needsConfirmation, true);
  });

  it('has the version of open documents, and none of others', () => {
    const { documentChanges } = edit(filesOf(marked), 'checker', {
      ...all,
      versionOf: (path: string) => (path === boss ? 7 : undefined),
    } as typeof all);
    assert.deepEqual(
      documentChanges?.flatMap((change) => ('edits' in change ? [change.textDocument] : [])),
      [
        { uri: reviewer, version: null },
        { uri: boss, version: 7 },
      ],
    );
  });

  it('is only of texts for an editor that knows nothing else', () => {
    const files = filesOf(marked);
    const result = edit(files, 'checker', { ...all, ordered: false, renames: false, confirms: false });
    assert.deepEqual(Object.keys(result), ['changes']);
    assert.deepEqual(Object.keys(applied(files.texts, result)).sort(), [boss, reviewer]);
  });

  it('leaves the file where it is for an editor that does not rename files', () => {
    const result = edit(filesOf(marked), 'checker', { ...all, renames: false });
    assert.ok(result.documentChanges?.every((change) => !('kind' in change)));
  });
});
