/** The code actions that add the hook for the report to frontmatter and remove it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { REPORT_HOOK_KIND, reportHookActionsIn } from '../../server/core/features/actions/reportHook';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { agent, fileOf, format } from '../agent';

const uri = 'file:///a.md';
const body = document`
  ## Response Format
  \`\`\`yaml
  completion_report:
    agent: a
  \`\`\`
  `;
const withHooks = (hooks: string): string => `---\nname: a\ndescription: Does a thing.\n${hooks}---\n${body}`;

interface Offered {
  readonly title: string;
  readonly after: string;
}

/** The action offered on the report, or on `at`, and the text after it. */
function offered(text: string, at = 'completion_report', only?: readonly string[]): Offered | undefined {
  const file = fileOf(text);
  const offset = text.indexOf(at);
  const [action, ...more] = reportHookActionsIn(agentOf(file, format), { start: offset, end: offset }, { uri, only });
  assert.deepEqual(more, []);
  if (action === undefined) return undefined;
  const edits = (action.edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
    span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
    newText,
  }));
  return { title: action.title, after: applyEdits(text, edits) };
}

const check = '    - hooks:\n        - type: command\n          command: agent-authoring report hook\n';
const other = '    - hooks:\n        - type: command\n          command: echo\n';

/** Hooks before and after; the second is made from the first and back again unless `oneWay`. */
const table: readonly (readonly [string, string, string])[] = [
  ['no hooks', '', `hooks:\n  Stop:\n${check}`],
  [
    'hooks before another field',
    `hooks:\n  PreToolUse: []\nmodel: opus\n`,
    `hooks:\n  PreToolUse: []\n  Stop:\n${check}model: opus\n`,
  ],
  ['another event', `hooks:\n  SubagentStart:\n${other}`, `hooks:\n  SubagentStart:\n${other}  Stop:\n${check}`],
  ['another hook of the event', `hooks:\n  Stop:\n${other}`, `hooks:\n  Stop:\n${other}${check}`],
  [
    'dashes at the column of the key',
    document`
      hooks:
          Stop:
          - hooks:
            - type: command
              command: echo
      `,
    `hooks:\n    Stop:\n    - hooks:\n      - type: command\n        command: echo\n${check}`,
  ],
];

describe('Add a Stop hook that checks the completion report', () => {
  for (const [what, before, after] of table) {
    it(`is added and removed with ${what}`, () => {
      const added = offered(withHooks(before));
      assert.deepEqual(added, { title: 'Add a Stop hook that checks the completion report', after: withHooks(after) });
      assert.equal(agent(added?.after ?? '').verdict()?.verdict, 'loads');
      assert.deepEqual(offered(withHooks(after)), {
        title: 'Remove the Stop hook that checks the completion report',
        after: withHooks(before),
      });
    });
  }

  it('fills in what is empty, and keeps CRLF', () => {
    assert.equal(offered(withHooks('hooks:\n'))?.after, withHooks(`hooks:\n  Stop:\n${check}`));
    assert.equal(
      offered(withHooks('hooks:\n  Stop: # nothing\n'))?.after,
      withHooks(`hooks:\n  Stop: # nothing\n${check}`),
    );
    const crlf = withHooks('').replaceAll('\n', '\r\n');
    assert.equal(offered(crlf)?.after, withHooks(`hooks:\n  Stop:\n${check}`).replaceAll('\n', '\r\n'));
  });

  it('removes no more than the hook', () => {
    const two = document`
      hooks:
        SubagentStop:
          - hooks:
              - type: command
                command: echo
              - type: command
                command: npx agent-authoring report hook
      `;
    assert.equal(offered(withHooks(two))?.after, withHooks(`hooks:\n  SubagentStop:\n${other}`));
  });

  it('is offered on the field `hooks` as well, and by kind', () => {
    assert.ok(offered(withHooks('hooks:\n  Stop: []\n'), 'hooks:') === undefined, 'a flow list is not edited');
    assert.ok(offered(withHooks(`hooks:\n  Stop:\n${other}`), 'hooks:') !== undefined);
    for (const only of [['refactor'], [REPORT_HOOK_KIND]])
      assert.ok(offered(withHooks(''), 'agent:', only) !== undefined);
    assert.equal(offered(withHooks(''), 'agent:', ['quickfix']), undefined);
  });

  it('is not offered where it does not help', () => {
    const nowhere: readonly (readonly [string, string, string?])[] = [
      ['away from the report', withHooks(''), 'description'],
      [
        'without a template',
        document`
          ---
          name: a
          description: D
          hooks:
            Start: []
          ---
          Hi
          `,
        'hooks',
      ],
      ['with a broken template', withHooks('').replace('agent: a', 'agent: "a')],
      ['in an agent that does not load', withHooks('').replace('description: Does a thing.\n', '')],
      ['in a broken header', withHooks('color: "red\n')],
      ['with hooks in flow style', withHooks('hooks: {}\n')],
      ['in a header that the host cuts short', withHooks('').replace('a thing.', 'a --- thing.')],
      ['in an unclosed header', withHooks('').replace('---\n## ', '## ')],
      ['without frontmatter', body],
    ];
    for (const [what, text, at] of nowhere) assert.equal(offered(text, at), undefined, what);
  });
});
