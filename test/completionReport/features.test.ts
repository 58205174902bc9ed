/** Completion, hover, outline and folding in the completion report. Long because it tests each feature in YAML and JSON. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, DocumentSymbol } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { checkReport, contractOf } from '../../server/core/completionReport/check';
import { reportOf } from '../../server/core/completionReport/template';
import { completionAt } from '../../server/core/features/completion/completion';
import { hoverAt } from '../../server/core/features/hover/hover';
import { foldingOf } from '../../server/core/features/structure/folding';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { parseSettings } from '../../server/core/lint/settings';
import { type ReportKeyKind, reportKeys } from '../../server/core/sectionKinds/reportKeys';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { agent, atCursor, fileOf, format } from '../agent';

const withBody = (body: string): string => `---\nname: tester\ndescription: Tests.\n---\n${body}`;
const inFence = (yaml: string, language = 'yaml'): string =>
  withBody(document`
    ## Response Format

    \`\`\`${language}
    ${yaml}
    \`\`\`

      potential_issues: prose
    `);

const offered = (
  marked: string,
  snippets = false,
  reportKeys: readonly ReportKeyKind[] = [],
): readonly CompletionItem[] => {
  const { file, offset } = atCursor(marked);
  return completionAt(agentOf(file, format), offset, { snippets, reportKeys });
};

const labels = (marked: string): readonly string[] => offered(marked).map(({ label }) => label);

function accept(marked: string, label: string, snippets = false): string {
  const { file, text } = atCursor(marked);
  const item = offered(marked, snippets).find((one) => one.label === label);
  const edit = item?.textEdit;
  assert.ok(edit !== undefined && 'range' in edit, `${label} is not offered`);
  return applyEdits(
    text,
    [...(item?.additionalTextEdits ?? []), edit].map(({ range: { start, end }, newText }) => ({
      span: { start: offsetAt(file.source, start), end: offsetAt(file.source, end) },
      newText,
    })),
  );
}

const keys = reportKeys.map(({ key }) => key);

describe('completion in the report', () => {
  it('offers the keys that are missing, in their order', () => {
    assert.deepEqual(labels(inFence('completion_report:\n  $0')), keys);
    const some = labels(inFence('completion_report:\n  files_modified: []\n  $0\n  agent: x'));
    assert.deepEqual(
      some,
      keys.filter((key) => key !== 'files_modified' && key !== 'agent'),
    );
    assert.ok(labels(inFence('completion_report:\n  agent: x\n  pote$0')).includes('potential_issues'));
  });

  it('writes a key so that its value can follow', () => {
    const text = inFence('completion_report:\n  fil$0');
    assert.equal(accept(text, 'files_modified'), inFence('completion_report:\n  files_modified: '));
    assert.match(accept(text, 'files_modified', true), /\n {2}files_modified: \["\$\{1:\[path\]\}"\]\n/);
    assert.equal(accept(inFence('completion_report:\n  ag$0: x'), 'agent'), inFence('completion_report:\n  agent: x'));
  });

  it('indents a key that starts at the margin, where editors put the cursor', () => {
    for (const [typed, expected] of [
      ['completion_report:\n$0', 'completion_report:\n  agent: '],
      ['completion_report:\nag$0', 'completion_report:\n  agent: '],
      [
        'completion_report:\n    risk: x\n$0\n    notes: y',
        'completion_report:\n    risk: x\n    agent: \n    notes: y',
      ],
      [
        'completion_report:\n    risk: x\n ag$0',
        'completion_report:\n    risk: x\n     agent: '.replace('     ', '    '),
      ],
    ] as const)
      assert.equal(accept(inFence(typed), 'agent'), inFence(expected), typed);
    assert.deepEqual(
      labels(inFence('completion_report:\n  agent: x\n$0\n  files_modified: []')),
      keys.filter((key) => key !== 'agent' && key !== 'files_modified'),
    );
    for (const elsewhere of ['$0\ncompletion_report:\n  agent: x', 'completion_report:\n  agent: x\nother $0'])
      assert.deepEqual(labels(inFence(elsewhere)), [], elsewhere);
  });

  it("offers the agent's name", () => {
    for (const value of ['$0', '"$0"', 'te$0', '"other$0"'])
      assert.equal(
        accept(inFence(`completion_report:\n  agent: ${value}`), 'tester'),
        inFence('completion_report:\n  agent: "tester"'),
      );
    assert.equal(
      accept(inFence('completion_report:\n  agent:$0'), 'tester'),
      inFence('completion_report:\n  agent: "tester"'),
    );
  });

  it('offers nothing elsewhere in it', () => {
    for (const yaml of [
      'completion_report:\n  notes: $0',
      'completion_report:\n  notes:\n    $0',
      'completion_report:\n  notes:\n    - agent: $0',
      'a: 1\n$0',
    ])
      assert.deepEqual(labels(inFence(yaml)), [], yaml);
  });

  it('offers the keys that the settings require first, and in a new report no others', () => {
    const { keys: asked } = parseSettings({ report: { keys: ['risk', 'agent'] } }).report;
    const found = offered(inFence('completion_report:\n  $0'), false, asked).map(({ label }) => label);
    assert.deepEqual(found.slice(0, 4), ['risk', 'agent', 'files_modified', 'changes_summary']);
    assert.equal(found.length, keys.length + 1);
    const [whole] = offered(withBody('## Response Format\n\n$0\n'), false, asked);
    assert.equal(whole?.textEdit?.newText, '```yaml\ncompletion_report:\n  risk: "[risk]"\n  agent: "tester"\n```');
  });
});

describe('completion in a JSON report', () => {
  const json = (marked: string): string => inFence(marked, 'json');

  it('offers the keys that are missing, with their quotes and commas', () => {
    const text = json('{ "completion_report": {\n  "agent": "tester"\n  $0\n  "potential_issues": "x"\n} }');
    assert.deepEqual(
      labels(text),
      keys.filter((key) => key !== 'agent' && key !== 'potential_issues'),
    );
    assert.equal(
      accept(text, 'files_modified'),
      json(
        '{ "completion_report": {\n  "agent": "tester",\n  "files_modified": ["[path]"],\n  "potential_issues": "x"\n} }',
      ),
    );
  });

  it('replaces what is already typed', () => {
    for (const typed of ['"fil$0"', 'fil$0', '"fil$0'])
      assert.equal(
        accept(json(`{ "completion_report": {\n  ${typed}\n} }`), 'files_modified'),
        json('{ "completion_report": {\n  "files_modified": ["[path]"]\n} }'),
        typed,
      );
    const renamed = accept(json('{ "completion_report": { "fil$0es" : [] } }'), 'files_modified');
    assert.equal(renamed, json('{ "completion_report": { "files_modified" : [] } }'));
    const [first] = offered(json('{ "completion_report": { "$0" } }'));
    assert.equal(first?.filterText, '"agent"');
  });

  it('makes the value a tab stop', () => {
    const text = accept(json('{ "completion_report": { $0 } }'), 'changes_summary', true);
    assert.match(text, /"changes_summary": "\$\{1:\[what was done, in a sentence\]\}" \}/);
  });

  it("offers the agent's name", () => {
    for (const value of ['"$0"', '"ot$0her"', ' $0'])
      assert.match(
        accept(json(`{ "completion_report": { "agent":${value} } }`), 'tester'),
        /"agent": ?"tester" \} \}/,
        value,
      );
  });

  it('offers nothing elsewhere in it', () => {
    for (const marked of [
      '{ "completion_report": {} $0 }',
      '{ $0"completion_report": {} }',
      '{ "completion_report": { "notes": $0 } }',
      '{ "completion_report": { "notes": { $0 } } }',
      '{ "completion_report": { "notes": [{ "agent": $0 }] } }',
      '{ "notes": 1, $0 }',
    ])
      assert.deepEqual(labels(json(marked)), [], marked);
  });
});

describe('completion of the whole report', () => {
  const sound = (text: string): void => {
    const file = fileOf(text);
    const report = reportOf(file);
    assert.deepEqual(report?.problems, []);
    assert.deepEqual(
      report?.entries.map(({ key }) => key),
      keys,
    );
    const name =
      report === undefined
        ? ''
        : file.source.text.slice(report.entries[0]?.value.span.start, report.entries[0]?.value.span.end);
    assert.equal(name, '"tester"');
    // Each value is a placeholder, which a report must not contain.
    assert.ok(report !== undefined);
    const faults = checkReport(text, contractOf(text, report, 'tester')).findings;
    assert.deepEqual(new Set(faults.map(({ code }) => code)), new Set(['placeholder']));
    assert.equal(faults.length, keys.length - 1);
  };

  it('inserts it with a code block in a section about the answer', () => {
    sound(
      accept(
        withBody(document`
          ## Response Format

          $0

          ## Next
          `),
        'completion_report',
      ),
    );
    sound(accept(withBody('## Report\n\ncompl$0'), 'completion_report'));
  });

  it('inserts it into an empty YAML code block, indented like the cursor', () => {
    sound(accept(withBody('```yaml\n$0\n```\n'), 'completion_report'));
    sound(
      accept(
        withBody(document`
          - Report:

            \`\`\`yml
            comp$0
            \`\`\`
          `),
        'completion_report',
      ),
    );
    sound(accept(withBody('```yaml\n$0'), 'completion_report'));
  });

  it('makes each placeholder a tab stop', () => {
    const text = accept(withBody('```yaml\n$0\n```\n'), 'completion_report', true);
    assert.ok(/"\$\{3:\[what was done[^\]]*\]\}"/.test(text) && text.includes('agent: "tester"'), text);
  });

  it('is not offered where it does not belong', () => {
    for (const body of [
      '## Role\n\n$0\n',
      '## Response Format\n\nSome text $0\n',
      '## Response Format\n\nother$0\n',
      document`
        ## Response Format

        $0

        \`\`\`yaml
        completion_report:
          agent: tester
        \`\`\`
        `,
      '```ts\n$0\n```\n',
      '```yaml\nother: 1\n$0\n```\n',
    ])
      assert.equal(labels(withBody(body)).includes('completion_report'), false, body);
  });
});

describe('hover in the report', () => {
  const hover = (marked: string): string => {
    const { file, offset } = atCursor(marked);
    const contents = hoverAt(agentOf(file, format), offset)?.contents;
    return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : '';
  };

  it('explains what belongs under a key', () => {
    for (const { key, summary } of reportKeys)
      assert.ok(hover(inFence(`completion_report:\n  $0${key}: x`)).includes(summary), key);
    assert.match(hover(inFence('compl$0etion_report:\n  agent: x')), /report template/);
  });

  it('shows the shape of unknown keys', () => {
    assert.match(hover(inFence('completion_report:\n  o$0wn: [x, y]')), /\*\*`own`\*\*.*\n\nType: a list/);
    assert.match(hover(inFence('steps:\n  - na$0me: x')), /Type: a string/);
    assert.match(hover(inFence('{ "completion_report": { "co$0unt": 1 } }', 'json')), /Type: a number/);
  });

  it('works in JSON and in a block quote', () => {
    assert.match(hover(inFence('{ "completion_report": { "ag$0ent": "x" } }', 'json')), /name of the agent/);
    assert.match(hover(withBody('> ```yaml\n> completion_report:\n>   ag$0ent: x\n> ```\n')), /name of the agent/);
  });

  it('shows nothing on values', () => {
    assert.equal(hover(inFence('completion_report:\n  agent: te$0ster')), '');
  });
});

describe('outline and folding of the report', () => {
  const text = inFence(
    'completion_report:\n  agent: tester\n  decisions:\n    - a\n    - b\n  coverage:\n    lines: 1',
  );

  it('shows the keys below their section', () => {
    const names = (symbols: readonly DocumentSymbol[]): unknown =>
      symbols.map(({ name, children }) =>
        children === undefined || children.length === 0 ? name : [name, names(children)],
      );
    assert.deepEqual(names(symbolsOf(agent(text))), [
      'name',
      'description',
      ['Response Format', [['completion_report', ['agent', 'decisions', ['coverage', ['lines']]]]]],
    ]);
    const before = symbolsOf(
      agent(
        withBody(document`
          \`\`\`yaml
          completion_report:
            agent: x
          \`\`\`
          # Later
          `),
      ),
    );
    assert.deepEqual(names(before), ['name', 'description', ['completion_report', ['agent']], 'Later']);
  });

  it('folds each key of several lines', () => {
    const ranges = foldingOf(agent(text)).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
    for (const range of ['7-13', '9-11', '12-13']) assert.ok(ranges.includes(range), `${range} in ${ranges.join(' ')}`);
  });
});
