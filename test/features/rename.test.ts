/** Renaming agents: which places change in which files. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prepareRenameAt } from '../../server/core/features/refactor/rename';
import { document } from '../../server/core/text/document';
import { agentText, all, boss, checker, edit, rename, renamed, reviewer } from './renames';
import { filesOf, type Texts } from './workspaces';

const BODY = document`
  Ask @agent-reviewer. Then:

  \`\`\`
  Agent(subagent_type: "reviewer", prompt: "x")
  \`\`\`
  `;

describe('renaming an agent', () => {
  it('changes its name, its file, its report and every call', () => {
    const report = '```yaml\ncompletion_report:\n  agent: "reviewer"\n```';
    assert.deepEqual(
      renamed(
        {
          [reviewer]: agentText('rev$0iewer', [], report),
          [boss]: agentText('boss', ['tools: Read, Agent(helper, reviewer)'], BODY),
          '/w/.claude/agents/helper.md': agentText('helper', [], 'Nothing about the reviewer.'),
        },
        'checker',
      ),
      {
        [checker]: agentText('checker', [], report.replace('reviewer', 'checker')),
        [boss]: agentText('boss', ['tools: Read, Agent(helper, checker)'], BODY.replaceAll('reviewer', 'checker')),
      },
    );
  });

  const places: readonly (readonly [string, Texts])[] = [
    ['a tool list', { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', ['tools: Agent(rev$0iewer)']) }],
    ['a mention', { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', [], 'Ask @agent-rev$0iewer.') }],
    ['an argument', { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', [], 'subagent_type="reviewer$0"') }],
    ['another spelling', { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', [], '@agent-Rev_i$0ewer') }],
    ['a report', { [reviewer]: agentText('reviewer', [], '```yaml\ncompletion_report:\n  agent: $0reviewer\n```') }],
  ];
  for (const [what, marked] of places) {
    it(`starts from ${what}`, () => {
      const { index, cursor } = filesOf(marked);
      const ties = index.ties(cursor.path) ?? assert.fail();
      assert.equal(prepareRenameAt(ties, index, cursor.offset)?.placeholder, 'reviewer');
      const after = renamed(marked, 'checker');
      assert.match(after[checker] ?? '', /^name: checker$/m);
      assert.doesNotMatch(Object.values(after).join(), /reviewer|Rev_i/);
    });
  }

  const lists: readonly (readonly [string, string])[] = [
    ['tools: Agent(reviewer)', 'tools: Agent(checker)'],
    ['tools: "Read, Agent(reviewer)"', 'tools: "Read, Agent(checker)"'],
    ["tools: [Read, 'Agent(reviewer, boss)']", "tools: [Read, 'Agent(checker, boss)']"],
    ['tools:\n  - Agent(reviewer)\n  - Read', 'tools:\n  - Agent(checker)\n  - Read'],
    ['tools: Task(reviewer)', 'tools: Task(checker)'],
  ];
  for (const [before, after] of lists) {
    it(`changes ${JSON.stringify(before)}`, () => {
      assert.equal(
        renamed({ [reviewer]: agentText('$0reviewer'), [boss]: agentText('boss', [before]) }, 'checker')[boss],
        agentText('boss', [after]),
      );
    });
  }

  const scalars: readonly (readonly [string, string, string])[] = [
    ['$0reviewer', 'on', "'on'"],
    ['$0reviewer', '12', "'12'"],
    ['$0reviewer # the first', 'yes', "'yes' # the first"],
    ['$0reviewer', 'a #b', "'a #b'"],
    ["'$0reviewer'", "it's", "'it''s'"],
    ["'$0reviewer'", 'checker', "'checker'"],
    ['"$0reviewer"', 'a "b" \\', '"a \\"b\\" \\\\"'],
    ['"$0reviewer"', 'checker', '"checker"'],
  ];
  for (const [before, name, after] of scalars) {
    it(`writes ${JSON.stringify(name)} in place of ${before}`, () => {
      const path = '/w/.claude/agents/other-file.md';
      const text = renamed({ [path]: agentText(before) }, name)[path] ?? '';
      assert.equal(text, agentText(after));
      assert.equal(filesOf({ [path]: text }).index.ties(path)?.card.name, name);
    });
  }

  it('keeps line ends, and places after characters of two units', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    assert.equal(
      renamed(
        {
          [reviewer]: crlf(agentText('$0reviewer')),
          [boss]: crlf(agentText('boss', [], 'Hi\n\n😀 ask @agent-reviewer!')),
        },
        'checker',
      )[boss],
      crlf(agentText('boss', [], 'Hi\n\n😀 ask @agent-checker!')),
    );
  });

  it('moves a file whose URI has escapes, in its own folder', () => {
    const folder = 'file:///w/my%20app/.claude/agents/';
    const files = filesOf({ [`${folder}r%C3%A9viseur.md`]: agentText('$0réviseur') });
    assert.deepEqual(edit(files, 'prüfer 2').documentChanges?.at(-1), {
      kind: 'rename',
      oldUri: `${folder}r%C3%A9viseur.md`,
      newUri: `${folder}pr%C3%BCfer%202.md`,
      options: { ignoreIfExists: true },
    });
  });

  const moves: readonly (readonly [string, string, string, string | undefined])[] = [
    ['code-reviewer', 'Code Reviewer', 'API Checker', 'api-checker'],
    ['code-reviewer', 'code-reviewer', 'API Checker', 'API Checker'],
    ['code-reviewer', 'code-reviewer', 'a/b', 'a-b'],
    ['code-reviewer', 'code-reviewer', '..', undefined],
    ['old', 'code-reviewer', 'checker', undefined],
    ['code-reviewer', 'code-reviewer', 'boss', undefined],
  ];
  for (const [file, before, after, moved] of moves) {
    it(`${moved === undefined ? 'leaves' : 'moves'} ${file}.md when ${before} becomes ${after}`, () => {
      const files = filesOf({
        [`/w/.claude/agents/${file}.md`]: agentText(`$0${before}`),
        // A file that has the name only as its own.
        [boss]: agentText('chief'),
      });
      const last = edit(files, after).documentChanges?.at(-1);
      const to = last !== undefined && 'kind' in last && last.kind === 'rename' ? last.newUri : undefined;
      assert.equal(to, moved === undefined ? undefined : `/w/.claude/agents/${moved}.md`);
    });
  }

  it('changes only the file at hand and the calls that start it, where another file has the same name', () => {
    const nested = '/w/packages/api/.claude/agents/';
    const marked = {
      [reviewer]: agentText('reviewer'),
      [boss]: agentText('boss', [], '@agent-reviewer'),
      [`${nested}reviewer.md`]: agentText('$0reviewer'),
      [`${nested}boss-2.md`]: agentText('boss-2', [], '@agent-reviewer'),
    };
    assert.deepEqual(Object.keys(renamed(marked, 'checker')).sort(), [`${nested}boss-2.md`, `${nested}checker.md`]);
  });

  it('changes no calls of an agent that another file of its folder hides', () => {
    assert.deepEqual(
      Object.keys(
        renamed(
          {
            '/w/.claude/agents/a.md': agentText('$0reviewer'),
            '/w/.claude/agents/b.md': agentText('reviewer'),
            [boss]: agentText('boss', [], '@agent-reviewer'),
          },
          'checker',
        ),
      ),
      ['/w/.claude/agents/a.md'],
    );
  });

  it('leaves calls alone that could mean several agents', () => {
    assert.deepEqual(
      Object.keys(
        renamed(
          {
            [reviewer]: agentText('$0re-viewer'),
            '/w/.claude/agents/b.md': agentText('re_viewer'),
            [boss]: agentText('boss', [], '@agent-reviewer'),
          },
          'checker',
        ),
      ),
      [reviewer],
    );
  });

  it('allows another spelling of the same name', () => {
    assert.match(
      renamed({ [boss]: agentText('$0code-reviewer') }, 'CodeReviewer')[boss] ?? '',
      /^name: CodeReviewer$/m,
    );
  });

  it('allows a name that is taken where nothing calls this agent', () => {
    const api = '/w/packages/api/.claude/agents/';
    const marked = {
      [`${api}reviewer.md`]: agentText('$0reviewer'),
      '/w/packages/web/.claude/agents/x.md': agentText('check-er'),
      '/w/packages/api/inner/.claude/agents/checker.md': agentText('checker'),
    };
    assert.deepEqual(Object.keys(renamed(marked, 'checker')), [`${api}checker.md`]);
  });

  it('gives nothing to do for the same name', () => {
    assert.deepEqual(edit(filesOf({ [boss]: agentText('$0reviewer') }), ' reviewer '), { documentChanges: [] });
  });
});

describe('renaming an agent of a plugin', () => {
  const manifest = { '/w/tools/.claude-plugin/plugin.json': '{ "name": "kit" }' };
  const helper = '/w/tools/agents/db/helper.md';
  const caller = agentText('boss', ['tools: Agent(kit:db:helper)'], 'Ask @agent-kit:db:helper, not @agent-helper.');

  it('changes the last part of its name only', () => {
    assert.deepEqual(renamed({ ...manifest, [helper]: agentText('$0helper'), [boss]: caller }, 'aide'), {
      '/w/tools/agents/db/aide.md': agentText('aide'),
      [boss]: agentText('boss', ['tools: Agent(kit:db:aide)'], 'Ask @agent-kit:db:aide, not @agent-helper.'),
    });
  });

  it('starts from a call, on its last part', () => {
    const { index, cursor } = filesOf({
      ...manifest,
      [helper]: agentText('helper'),
      [boss]: agentText('boss', [], 'Ask @agent-kit:db:hel$0per.'),
    });
    const found = prepareRenameAt(index.ties(boss) ?? assert.fail(), index, cursor.offset);
    assert.deepEqual(found, {
      placeholder: 'helper',
      range: { start: { line: 4, character: 18 }, end: { line: 4, character: 24 } },
    });
  });

  it('moves the file of an agent that has its name from there', () => {
    const unnamed = document`
      ---
      description: Does a thing.
      ---
      Hi
      `;
    const marked = { ...manifest, [helper]: unnamed, [boss]: caller.replace('Agent(kit', 'Agent($0kit') };
    const after = renamed(marked, 'aide');
    assert.deepEqual(Object.keys(after).sort(), [boss, '/w/tools/agents/db/aide.md']);
    assert.match(after[boss] ?? '', /Agent\(kit:db:aide\)/);
    // Without the file's new name the calls would start nothing.
    const move = edit(filesOf(marked), 'aide').documentChanges?.at(-1);
    assert.deepEqual(move !== undefined && 'kind' in move && move.options, { ignoreIfExists: false });
    const still = rename(filesOf(marked), 'aide', { ...all, renames: false });
    assert.deepEqual(still, {
      refused: 'The agent has the name of its file, and `aide` cannot be the name of this file.',
    });
  });

  it('leaves a file where it is that its manifest lists', () => {
    const listing = { '/w/tools/.claude-plugin/plugin.json': '{ "name": "kit", "agents": ["./agents/db/helper.md"] }' };
    assert.deepEqual(Object.keys(renamed({ ...listing, [helper]: agentText('$0helper') }, 'aide')), [helper]);
  });
});
