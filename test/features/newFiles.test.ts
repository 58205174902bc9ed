/** Fixes that create a file: how editors get them, and that nothing applies them without being asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import type { Rule } from '../../server/core/rules/rule';
import { insertAt } from '../../server/core/text/edits';
import { span } from '../../server/core/text/span';
import { agent, withFrontMatter } from '../agent';

const uri = 'file:///w/.claude/agents/a.md';
const helper = 'file:///w/.claude/agents/helper.md';

/** Reports the start of every file, with a fix that creates another one, and one that does not. */
const creating = (edits: boolean, safe: boolean): Rule => ({
  id: 'name-missing',
  title: 'A test',
  why: 'A test.',
  severity: 'warning',
  bad: [],
  good: [],
  check: () => [
    {
      span: span(0, 3),
      message: 'No helper.',
      fixes: [
        {
          title: 'Create agent `helper`',
          safe,
          edits: edits ? [insertAt(4, 'color: red\n')] : [],
          creates: [{ path: helper, text: '---\nname: helper\n---\n' }],
        },
        { title: 'Add nothing', safe: false, edits: [insertAt(4, '# x\n')] },
      ],
    },
  ],
});

const text = withFrontMatter('model: opus');

const offered = (creates: boolean, edits = true) =>
  actionsIn(agent(text, uri), span(0, 0), { uri, creates, rules: [creating(edits, false)] });

describe('a fix that creates a file', () => {
  it('creates it, fills it, and then edits the file at hand', () => {
    const [action] = offered(true);
    assert.equal(action?.title, 'Create agent `helper`');
    assert.deepEqual(action?.edit, {
      documentChanges: [
        { kind: 'create', uri: helper, options: { overwrite: false, ignoreIfExists: false } },
        {
          textDocument: { uri: helper, version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: '---\nname: helper\n---\n',
            },
          ],
        },
        {
          textDocument: { uri, version: null },
          edits: [
            { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: 'color: red\n' },
          ],
        },
      ],
    });
    assert.equal(action?.isPreferred, undefined);
  });

  it('leaves the file at hand out where it stays as it is', () => {
    assert.equal(offered(true, false)[0]?.edit?.documentChanges?.length, 2);
  });

  it('is left out for an editor that cannot create files', () => {
    assert.deepEqual(
      offered(false).map(({ title }) => title),
      ['Add nothing'],
    );
  });

  for (const safe of [false, true]) {
    it(`is never applied with all others${safe ? ', not even when its rule says that it is safe' : ''}`, () => {
      assert.equal(fixAll(agent(text, uri), { rules: [creating(true, safe)] }), text);
    });
  }
});
