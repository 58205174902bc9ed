/** Quick fixes: their titles and edits, and fix all. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { codeActionKinds, codeActionsIn } from '../../server/core/features/actions/codeActions';
import { EXTRACT_SKILL_KIND } from '../../server/core/features/actions/extractSkill';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { INSERT_SECTION_KIND } from '../../server/core/features/actions/insertSection';
import { actionsIn, FIX_ALL_KIND } from '../../server/core/features/actions/quickFixes';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { agent, atCursor, fileOf, format, withFrontMatter } from '../agent';

const uri = 'file:///w/.claude/agents/a.md';

function actions(marked: string, only?: readonly string[]): readonly CodeAction[] {
  const { file, offset } = atCursor(marked);
  return actionsIn(agentOf(file, format, uri), { start: offset, end: offset }, { uri, only });
}

function apply(marked: string, title: RegExp, only?: readonly string[]): string {
  const { file, text } = atCursor(marked);
  const action = actions(marked, only).find((candidate) => title.test(candidate.title));
  assert.ok(action !== undefined, `no action ${title}; there are ${actions(marked, only).map((one) => one.title)}`);
  const edits = action.edit?.changes?.[uri] ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
      newText,
    })),
  );
}

describe('quick fixes', () => {
  it('removes a removed tool whose replacement is listed', () => {
    const marked = withFrontMatter('tools: Read, Write, Edit, Multi$0Edit, Bash, Grep');
    assert.equal(apply(marked, /^Remove `MultiEdit`$/), withFrontMatter('tools: Read, Write, Edit, Bash, Grep'));
    const [first] = actions(marked);
    assert.equal(first?.isPreferred, true);
    assert.equal(first?.diagnostics?.[0]?.code, 'tool-removed');
  });

  it('are the same for the empty kind as for no kind, because it includes all', () => {
    const marked = withFrontMatter('tools: Read, L$0S');
    assert.ok(actions(marked).length > 0);
    assert.deepEqual(actions(marked, ['']), actions(marked));
  });

  const removals: readonly (readonly [string, string])[] = [
    ['tools: LS$0, Glob', 'tools: Glob'],
    ['tools: Glob, LS$0', 'tools: Glob'],
    ['tools: Glob,LS$0,Read', 'tools: Glob,Read'],
    ['tools: Glob LS$0 Read', 'tools: Glob Read'],
    ['tools: "Glob, LS$0"', 'tools: "Glob"'],
    ['tools: [LS$0, Glob]', 'tools: [Glob]'],
    ['tools: [Glob, LS$0]', 'tools: [Glob]'],
    ['tools: [Glob, LS$0, ]', 'tools: [Glob ]'],
    ['tools: ["Glob", "LS$0", "Read"]', 'tools: ["Glob", "Read"]'],
    ['tools: [Glob,\n  LS$0,\n  Read]', 'tools: [Glob,\n  Read]'],
    ['tools:\n  - LS$0\n  - Glob', 'tools:\n  - Glob'],
    ['tools:\n  - Glob\n  - LS$0', 'tools:\n  - Glob'],
    ['tools:\n- Glob # keep\n- LS$0 # drop\n- Read', 'tools:\n- Glob # keep\n- Read'],
    ['tools:\n  - Glob, LS$0\n  - Read', 'tools:\n  - Glob\n  - Read'],
    ['tools: >\n  Glob,\n  LS$0,\n  Read', 'tools: >\n  Glob,\n  Read'],
  ];
  for (const [before, after] of removals) {
    it(`leaves no stray separators in ${JSON.stringify(before)}`, () => {
      assert.equal(apply(withFrontMatter(before), /^Remove `LS`/), withFrontMatter(after));
    });
  }

  it('offers to remove the last tool only with its field, and never as a safe fix', () => {
    const marked = withFrontMatter('tools: TodoR$0ead\nmodel: opus');
    assert.equal(apply(marked, /^Remove `TodoRead` and the field `tools`$/), withFrontMatter('model: opus'));
    assert.equal(fixAll(agent(marked.replace('$0', ''))), marked.replace('$0', ''));
  });

  it('fixes all tool names of a file with one key', () => {
    const marked = withFrontMatter('tools: rea$0d, LS, MultiEdit, git, Bash, run_shell_command, NotebookRead');
    assert.equal(apply(marked, /^Fix all 6 tool names/), withFrontMatter('tools: Read, Glob, Edit, Bash'));
  });

  it('keeps a pattern when the name before it changes', () => {
    assert.equal(
      apply(withFrontMatter('tools: "bas$0h(git:*)", Read'.replace(', Read', '')), /Replace `bash` with `Bash`/),
      withFrontMatter('tools: "Bash(git:*)"'),
    );
  });
});

describe('the order of quick fixes', () => {
  const severities = (marked: string): readonly (number | undefined)[] =>
    actions(marked).map(({ diagnostics }) => diagnostics?.[0]?.severity);
  const preferred = (marked: string): readonly string[] =>
    actions(marked).flatMap(({ title, isPreferred }) => (isPreferred === true ? [title] : []));
  const several: readonly (readonly [what: string, marked: string])[] = [
    ['an unclosed list', withFrontMatter('tools: [Read, L$0S')],
    ['lines after a description', '---\nname: a\ndescription: Use it.\nContext: $0LS: x\ntools: Read\n---\nHi\n'],
    ['an error and a warning', withFrontMatter('tools: Todo$0Read, TodoRead')],
    ['a hint and a warning', withFrontMatter('tools: [Read, Task$0, Task]')],
    ['one list with one tool', withFrontMatter('tools: LS$0')],
  ];
  for (const [what, marked] of several) {
    it(`puts the fixes of the most severe problem first and prefers one at most: ${what}`, () => {
      const found = severities(marked);
      assert.ok(found.length > 0, 'no action');
      assert.deepEqual(found, found.toSorted());
      const [first] = preferred(marked);
      assert.ok(preferred(marked).length <= 1 && (first === undefined || first === actions(marked)[0]?.title));
    });
  }

  const broken: readonly (readonly [what: string, marked: string, titles: readonly string[]])[] = [
    ['closes a list', withFrontMatter('tools: [Read, L$0S'), ['Close the list with `]`']],
    ['closes a list before a comment', withFrontMatter('tools: [Read, L$0S # x'), ['Close the list with `]`']],
    ['closes a mapping', withFrontMatter('mcpServers: {a: {command: x$0'), ['Close the mapping with `}`']],
    ['removes brackets', withFrontMatter('tools: [Read], MultiEd$0it'), ['Remove the brackets']],
    ['quotes a text', '---\nname: a\ndescription: [dra$0ft\n---\nHi\n', ['Quote the value']],
  ];
  for (const [what, marked, titles] of broken) {
    it(`offers in lines that YAML cannot read only what repairs them: ${what}`, () => {
      assert.deepEqual(
        actions(marked).map(({ title }) => title),
        titles,
      );
      assert.deepEqual(preferred(marked), titles);
    });
  }

  it('closes all brackets of nested mappings', () => {
    assert.equal(
      apply(withFrontMatter('mcpServers: {a: {command: x$0 # y'), /^Close the mapping/),
      withFrontMatter('mcpServers: {a: {command: x}} # y'),
    );
  });
});

describe('source.fixAll', () => {
  it('is offered only on request, and applies only safe fixes', () => {
    const marked = withFrontMatter('tools: Read, Read, edit, LS$0\ncolor: Blue');
    assert.ok(actions(marked).every((action) => action.kind === 'quickfix'));
    assert.equal(
      apply(marked, /Fix all auto-fixable/, ['source.fixAll']),
      withFrontMatter('tools: Read, edit, LS\ncolor: blue'),
    );
    assert.deepEqual(
      actions(marked, [FIX_ALL_KIND]).map((action) => action.kind),
      [FIX_ALL_KIND],
    );
    assert.deepEqual(actions(marked, ['refactor']), []);
  });

  it('offers nothing for a file without safe problems', () => {
    assert.deepEqual(actions(withFrontMatter('tools: Read$0'), ['source.fixAll']), []);
  });

  it('is idempotent', () => {
    const once = fixAll(agent(withFrontMatter('tools: [read, read, Read]')));
    assert.equal(once, withFrontMatter('tools: [Read]'));
    assert.equal(fixAll(agent(once)), once);
  });
});

describe('codeActionsIn', () => {
  it('returns actions of every declared kind, alone when requested, and of no other kind', () => {
    const report = document`
      ## Response format

      \`\`\`yaml
      completion_report:
        agent: "[name]"
      \`\`\`
      `;
    const file = fileOf(
      `---\nname: a\ndescription: b\ntools: Read, Read, MultiEdit\n---\n## Role\n\n${report}\n\n## Steps\n\nDo it.\n`,
    );
    const range = { start: file.source.text.indexOf('tools'), end: file.source.text.length };
    const kindsOf = (only?: readonly string[]): readonly (string | undefined)[] => {
      // Sections are inserted where the range starts.
      const start = only?.includes(INSERT_SECTION_KIND) ? file.body.span.start : range.start;
      const heading = file.source.text.indexOf('## Steps');
      const place = only?.includes(EXTRACT_SKILL_KIND) ? { start: heading, end: heading } : { ...range, start };
      const index = indexOf(indexedOf(uri, file.source.text, unknownWorkspace));
      const workspace = { ...unknownWorkspace, around: index.around };
      const request = { uri, only, invoked: true, automatic: false, creates: true, workspace };
      const actions = codeActionsIn(agentOf(file, format, uri), place, request);
      return [...new Set(actions.map(({ kind }) => kind))];
    };
    for (const kind of codeActionKinds) assert.deepEqual(kindsOf([kind]), [kind]);
    const known: ReadonlySet<string | undefined> = new Set(codeActionKinds);
    assert.ok(kindsOf().every((kind) => known.has(kind)));
    assert.deepEqual(kindsOf(['refactor.rewriteAll', 'quickfix.other']), []);
  });
});
