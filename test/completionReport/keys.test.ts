/** Adding a key to a report template: the result is valid, has the key in its place, and nothing else changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addKey } from '../../server/core/completionReport/addKey';
import { reportOf } from '../../server/core/completionReport/template';
import { reportKeyOf, reportKeys } from '../../server/core/sectionKinds/reportKeys';
import { applyEdits } from '../../server/core/text/edits';
import { fileOf } from '../agent';

const order = reportKeys.map(({ key }) => key);
const withFence = (lines: readonly string[], language: string, prefix = '', end = '\n'): string =>
  [
    '---',
    'name: a',
    '---',
    '',
    `${prefix}\`\`\`${language}`,
    ...lines.map((line) => prefix + line),
    `${prefix}\`\`\``,
    '',
  ].join(end);

/** Templates in every layout, each without some of the keys. */
const templates: readonly (readonly [string, string])[] = [
  ['block', withFence(['completion_report:', '  agent: a', '  changes_summary: x'], 'yaml')],
  [
    'block with lists',
    withFence(['completion_report:', '  files_modified:', '    - a', '  error_handling: [b]'], 'yaml'),
  ],
  [
    'block text last',
    withFence(['completion_report:', '    changes_summary: |', '      x', '', '      y', ''], 'yaml'),
  ],
  [
    'comments',
    withFence(['# r', 'completion_report: # s', '  agent: a # t', '', '  # u', '  error_handling: b'], 'yaml'),
  ],
  ['unknown keys', withFence(['completion_report:', '  mine: 1', '  yours:', '    z: 2'], 'yaml')],
  ['flow', withFence(['completion_report: { agent: a, error_handling: [b] }'], 'yaml')],
  ['flow on lines', withFence(['completion_report: {', '  agent: a,', '  error_handling: [b]', '}'], 'yaml')],
  ['JSON on one line', withFence(['{"completion_report": {"error_handling": ["b"]}}'], 'json')],
  [
    'JSON',
    withFence(['{', '  "completion_report": {', '    "agent": "a", // t', '    "mine": {}', '  }', '}'], 'json'),
  ],
  ['a quote', withFence(['completion_report:', '  agent: a', '  error_handling:', '    - b'], 'yaml', '> ')],
  ['an item', withFence(['completion_report:', '  agent: a'], 'yaml', '  ').replace('\n\n  `', '\n\n- x\n\n  `')],
  ['CRLF', withFence(['completion_report:', '  agent: a', '  error_handling:', '    - b'], 'yaml', '', '\r\n')],
];

describe('addKey', () => {
  for (const [layout, text] of templates) {
    it(`adds each key in its place to ${layout}`, () => {
      const file = fileOf(text);
      const report = reportOf(file) ?? assert.fail('no report');
      assert.deepEqual(report.problems, []);
      const present = report.entries.map(({ key }) => key);
      for (const kind of [...reportKeys, reportKeyOf('own_key')].filter(({ key }) => !present.includes(key))) {
        const edit = addKey(file, report, kind, [...order, 'own_key']) ?? assert.fail(kind.key);
        assert.equal(edit.span.start, edit.span.end, 'nothing is replaced');
        const after = reportOf(fileOf(applyEdits(text, [edit])));
        assert.deepEqual(after?.problems, [], kind.key);
        const keys = after?.entries.map(({ key }) => key) ?? [];
        assert.deepEqual(
          keys.filter((key) => key !== kind.key),
          present,
        );
        const ranks = keys.filter((key) => order.includes(key)).map((key) => order.indexOf(key));
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => a - b),
          keys.join(),
        );
        const added = after?.entries.find(({ key }) => key === kind.key)?.value;
        assert.equal(added?.kind, kind.shape === 'list' ? 'sequence' : 'scalar');
        assert.doesNotMatch(applyEdits(text, [edit]).replaceAll('\r\n', ''), layout === 'CRLF' ? /[\r\n]/ : /\r/);
      }
    });
  }

  it('adds nothing where there is no key to follow', () => {
    for (const lines of [['completion_report:'], ['completion_report: {}'], ['completion_report: text']]) {
      const file = fileOf(withFence(lines, 'yaml'));
      const report = reportOf(file) ?? assert.fail('no report');
      assert.equal(addKey(file, report, reportKeyOf('agent'), order), undefined, lines[0]);
    }
  });
});
