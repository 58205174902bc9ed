/** Renaming agents: which places change in which files, what is refused, and that all calls keep their meaning. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { editOfMoves, prepareRenameAt, renameAt } from '../../server/core/features/refactor/rename';
import { document } from '../../server/core/text/document';
import { offsetAt, sourceOf } from '../../server/core/text/source';
import { detect } from '../../server/core/workspace/detect';
import { runs } from '../seed';
import { applied, type Files, filesOf, type Texts } from './workspaces';

const all = { ordered: true, renames: true, confirms: true, versionOf: () => undefined };

function rename({ index, workspace, cursor }: Files, name: string, options = all) {
  const ties = index.ties(cursor.path) ?? assert.fail(`no agent at ${cursor.path}`);
  return renameAt(ties, index, cursor.offset, name, {
    ...options,
    canMove: (path) => detect(path, workspace).length > 0,
  });
}

function edit(files: Files, name: string, options = all): WorkspaceEdit {
  const result = rename(files, name, options) ?? assert.fail('nothing to rename');
  return 'refused' in result ? assert.fail(result.refused) : result;
}

/** The files that differ after the renaming, by their new paths. */
function renamed(marked: Texts, name: string): Texts {
  const files = filesOf(marked);
  const after = applied(files.texts, edit(files, name));
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => files.texts[path] !== text));
}

function refused(marked: Texts, name: string): string {
  const result = rename(filesOf(marked), name) ?? assert.fail('nothing to rename');
  return 'refused' in result ? result.refused : assert.fail(JSON.stringify(result));
}

const agentText = (name: string, lines: readonly string[] = [], body = 'Hi'): string =>
  ['---', `name: ${name}`, 'description: Does a thing.', ...lines, '---', body, ''].join('\n');

const reviewer = '/w/.claude/agents/reviewer.md';
const checker = '/w/.claude/agents/checker.md';
const boss = '/w/.claude/agents/boss.md';

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

describe('a refused name', () => {
  const two = { [reviewer]: agentText('$0reviewer'), [boss]: agentText('boss', ['tools: Agent(reviewer)'], 'x') };
  const nested = '/w/packages/api/.claude/agents/';
  const refusals: readonly (readonly [string, Texts, string, RegExp])[] = [
    ['is taken in the same folder', two, 'boss', /^`boss` is taken: it means `boss.md` to Claude Code\.$/],
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
      /it means `packages\/api\/\.claude\/agents\/x\.md` to/,
    ],
    [
      'is another spelling of a name that another file has too',
      { [reviewer]: agentText('$0reviewer'), '/w/.claude/agents/a.md': agentText('reviewer') },
      'Reviewer',
      /it means `a\.md` to/,
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

describe('renaming the file of an agent', () => {
  const marked = { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', [], 'Ask @agent-reviewer.') };
  const moved = (texts: Texts, from: string, to: string): Texts | undefined => {
    const files = filesOf(texts);
    const result = editOfMoves([{ from, to }], files.index, all);
    return result && applied(files.texts, result);
  };

  it('renames the agent that has the name of the file', () => {
    assert.deepEqual(moved(marked, reviewer, checker), {
      [reviewer]: agentText('checker'),
      [boss]: agentText('boss', [], 'Ask @agent-checker.'),
    });
  });

  it('changes the calls of a plugin agent that has its name from the file', () => {
    const helper = '/w/tools/agents/helper.md';
    const texts = {
      '/w/tools/.claude-plugin/plugin.json': '{ "name": "kit" }',
      [helper]: '---\ndescription: Does a thing.\n---\nHi\n',
      [boss]: agentText('boss', [], 'Ask @agent-kit:helper.'),
    };
    assert.deepEqual(moved(texts, helper, '/w/tools/agents/aide.md'), {
      ...texts,
      [boss]: agentText('boss', [], 'Ask @agent-kit:aide.'),
    });
  });

  it('keeps the edits of several files apart', () => {
    const other = '/w/.claude/agents/tester.md';
    const files = filesOf({
      ...marked,
      [other]: agentText('tester'),
      [boss]: agentText('boss', [], 'Ask @agent-reviewer, then @agent-tester.'),
    });
    const moves = [
      { from: reviewer, to: checker },
      { from: other, to: '/w/.claude/agents/prover.md' },
    ];
    const result = editOfMoves(moves, files.index, all) ?? assert.fail('no edit');
    assert.equal(applied(files.texts, result)[boss], agentText('boss', [], 'Ask @agent-checker, then @agent-prover.'));
  });

  const silent: readonly (readonly [string, Texts, string, string])[] = [
    ['has another name than the file', { [reviewer]: agentText('critic') }, reviewer, checker],
    ['moves to another folder', marked, reviewer, '/w/.claude/agents/old/reviewer.md'],
    ['becomes a note', marked, reviewer, '/w/.claude/agents/reviewer.md.bak'],
    ['would get a taken name', marked, reviewer, '/w/.claude/agents/BOSS.md'],
    ['would get an illegal name', marked, reviewer, '/w/.claude/agents/-x.md'],
    ['is not known', marked, '/w/README.md', '/w/READ.md'],
  ];
  for (const [what, texts, from, to] of silent) {
    it(`changes nothing of one that ${what}`, () => assert.equal(moved(texts, from, to), undefined));
  }
});

describe('a renaming of any agent', () => {
  const folders = [
    '/w/.claude/agents/',
    '/w/packages/api/.claude/agents/',
    '/home/me/.claude/agents/',
    '/w/kit/agents/db/',
  ];
  const names = ['reviewer', 'Reviewer', 're-viewer', 'tester', 'Test Er', "it's", 'explorer', 'prüfer'];
  const called = [...names, 'kit:db:reviewer', 'kit:db:tester', 'Kit:DB:Re_viewer', 'Explore', 'nobody'];
  const quotes: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => `'${name.replaceAll("'", "''")}'`,
    (name) => `"${name}"`,
  ];
  const forms: readonly ((name: string) => string)[] = [
    (name) => `Ask @agent-${name} first.`,
    (name) => `subagent_type: "${name}"`,
    (name) => `Never ask @agent-${name} for it.`,
  ];
  const lists: readonly ((names: string) => string)[] = [
    (list) => `tools: "Read, Agent(${list})"`,
    (list) => `tools: ["Agent(${list})"]`,
    (list) => `tools:\n  - "Agent(${list})"`,
  ];
  const file = fc.record({
    folder: fc.constantFrom(...folders),
    name: fc.constantFrom(...names),
    quote: fc.constantFrom(...quotes),
    isFileNamed: fc.boolean(),
    list: fc.constantFrom(...lists),
    listed: fc.array(fc.constantFrom(...called), { minLength: 1, maxLength: 3 }),
    body: fc.array(fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...called)), { maxLength: 4 }),
    eol: fc.constantFrom('\n', '\r\n'),
  });
  const folded = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  const workspaces = fc.record({
    files: fc.array(file, { minLength: 2, maxLength: 6 }),
    target: fc.nat(),
    newName: fc.constantFrom('checker', 'Check-er', 'yes', '12', 'explore', 'tester', 'RE VIEWER', 'a b', 'böse'),
  });

  it('keeps the meaning of every call, and changes nothing else', () => {
    let done = 0;
    fc.assert(
      fc.property(workspaces, ({ files, target, newName }) => {
        const texts: Record<string, string> = { '/w/kit/.claude-plugin/plugin.json': '{ "name": "kit" }' };
        for (const [i, { folder, name, quote, isFileNamed, list, listed, body, eol }] of files.entries()) {
          const lines = body.map(([form, call]) => form(call));
          const text = agentText(quote(name), [list(listed.join(', '))], lines.join('\n\n'));
          texts[`${folder}${isFileNamed ? name : `file-${i}`}.md`] = text.replaceAll('\n', eol);
        }
        const before = filesOf(texts);
        const ties = before.index.agents[target % before.index.agents.length] ?? assert.fail();
        const cursor = { path: ties.card.path, offset: ties.card.nameSpan.start };
        const result = rename({ ...before, cursor }, newName) ?? assert.fail();
        if ('refused' in result || ties.card.written?.text === newName) return;
        done++;
        const after = filesOf(applied(before.texts, result));
        const moved = (result.documentChanges ?? []).find((change) => 'kind' in change && change.kind === 'rename');
        const pathAfter = (path: string): string =>
          moved !== undefined && 'oldUri' in moved && moved.oldUri === path ? moved.newUri : path;
        for (const { card, calls } of before.index.agents) {
          const now = after.index.ties(pathAfter(card.path)) ?? assert.fail(`${card.path} is no agent now`);
          assert.equal(now.calls.length, calls.length);
          for (const [i, call] of calls.entries()) {
            const was = before.index.around(card.path)?.agent(call.name);
            const { name } = now.calls[i] ?? assert.fail();
            const isRenamed = was?.kind === 'one' && was.card.path === ties.card.path;
            // What comes from the plugin stays as it is written.
            const prefix = call.name.slice(0, call.name.lastIndexOf(':') + 1);
            assert.equal(name, isRenamed ? prefix + newName : call.name);
            if (was?.kind !== 'one') continue;
            const is = after.index.around(now.card.path)?.agent(name);
            assert.deepEqual(is?.kind === 'one' ? is.card.path : is, pathAfter(was.card.path));
          }
        }
        assert.equal(after.index.ties(pathAfter(ties.card.path))?.card.written?.text, newName);
        for (const change of result.documentChanges ?? []) {
          if (!('edits' in change)) continue;
          const source = sourceOf(before.texts[change.textDocument.uri] ?? '');
          for (const { range } of change.edits) {
            const old = source.text.slice(offsetAt(source, range.start), offsetAt(source, range.end));
            assert.equal(
              folded(old.replaceAll("''", "'")),
              folded(ties.card.written?.text ?? ''),
              'only the name changes',
            );
          }
        }
      }),
      runs(150),
    );
    assert.ok(done > 40, `only ${done} were renamed`);
  });
});
