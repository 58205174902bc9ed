/**
 * The completion report: its template is understood, good reports pass, and each problem of a bad one is named. Long because it
 * tests each kind of template and of answer.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { type Contract, checkReport, contractOf, type ReportCheck } from '../../server/core/completionReport/check';
import { schemaOf } from '../../server/core/completionReport/schema';
import type { ReportShape } from '../../server/core/completionReport/shape';
import { reportOf } from '../../server/core/completionReport/template';
import { reportKeys } from '../../server/core/sectionKinds/reportKeys';
import { document } from '../../server/core/text/document';
import { fileOf, format } from '../agent';

const seed = '../shared/seed/python-api-expert.md';

const template = document`
  completion_report:
    agent: "tester"
    files_modified: ["src/a.ts", "[path]"]
    changes_summary: "Brief description of the change"
    status: completed
    attempts: 1
    decisions:
      - "Decision and its reason"
    coverage:
      lines: "<percent>"
    notes: [anything]
  `;

const withBody = (body: string): string => `---\nname: tester\ndescription: Tests.\n---\n${body}`;
const withTemplate = (yaml: string): string => withBody(`## Response Format\n\n\`\`\`yaml\n${yaml}\`\`\`\n`);

function contract(text: string): Contract {
  const file = fileOf(text);
  const report = reportOf(file);
  assert.ok(report !== undefined, 'no template is found');
  assert.deepEqual(report.problems, []);
  return contractOf(text, report, agentOf(file, format).name());
}

const check = (answer: string): ReportCheck => checkReport(answer, contract(withTemplate(template)));

const good = document`
  completion_report:
    agent: tester
    files_modified: [src/b.ts]
    changes_summary: Added a check for empty input.
    status: completed
    attempts: 2
    decisions: []
    coverage:
      lines: 90 percent
    notes: none
  `;

const fenced = (yaml: string): string => document`
  All done.

  \`\`\`yaml
  ${yaml}\`\`\`

  Bye.
  `;

/** What is found, as code and place. */
const faults = ({ findings }: ReportCheck): readonly string[] => findings.map(({ code, path }) => `${code} ${path}`);

const kinds = (text: string): readonly (readonly [string, ReportShape['kind']])[] =>
  contract(text).map.keys.map(({ name, shape }) => [name, shape.kind]);

describe('reportOf', () => {
  it('understands the template of the first agent file', (t) => {
    if (!existsSync(seed)) return t.skip('the seed file is not beside the project');
    const lists = reportKeys.map(({ key, shape }) => [key, shape === 'list' ? 'sequence' : shape]);
    assert.equal(lists.length, 12);
    return assert.deepEqual(kinds(readFileSync(seed, 'utf8')), lists);
  });

  it('knows the optional keys', () => {
    const optional = (yaml: string, language = 'yaml'): readonly string[] =>
      contract(
        withBody(document`
          ## Response Format

          \`\`\`${language}
          ${yaml}
          \`\`\`
          `),
      ).map.keys.flatMap(({ name, optional: may }) => (may ? [name] : []));
    const lines = [
      'completion_report:',
      '  a: x # Optional',
      '  b: # if any',
      '    - x',
      '  c: "[optional: what is open]"',
      '  d: ["optional notes"]',
      '  e: [x, y] # optional',
      '  f: # optional',
      '  g: x # not optional',
      '  h: "# optional"',
      '  i: optionally',
      '  j:',
      '    - x # optional',
      '    - y',
      '  k: x',
    ];
    assert.deepEqual(optional(lines.join('\n')), ['a', 'b', 'c', 'd', 'e', 'f']);
    const json = '{ "completion_report": {\n  "a": "x", // optional\n  "b": 1,\n  "c": 2 // if applicable\n} }';
    assert.deepEqual(optional(json, 'json'), ['a', 'c']);
  });

  it('distinguishes strings, lists, mappings and placeholders', () => {
    assert.deepEqual(kinds(withTemplate(template)), [
      ['agent', 'text'],
      ['files_modified', 'sequence'],
      ['changes_summary', 'text'],
      ['status', 'text'],
      ['attempts', 'text'],
      ['decisions', 'sequence'],
      ['coverage', 'mapping'],
      ['notes', 'any'],
    ]);
  });

  const places: Readonly<Record<string, string>> = {
    'outside any section': '```yaml\ncompletion_report:\n  agent: x\n```\n',
    'with a comment, dashes and no language': document`
      # A
      \`\`\`
      # end with this
      ---
      completion_report:
        agent: x
      \`\`\`
      `,
    'in a list item': document`
      - End with

        \`\`\`yml
        completion_report:
          agent: x
        \`\`\`
      `,
    'in a block quote': '> ```yaml\n> completion_report:\n>   agent: x\n> ```\n',
    'as JSON with a comment': '```json\n{ // the report\n\t"completion_report": {"agent": "x"}\n}\n```\n',
    'without its root, in a section about the answer': document`
      ## Output Format
      ### Shape
      \`\`\`json
      {"agent": "x"}
      \`\`\`
      `,
    'in CRLF': '```yaml\r\ncompletion_report:\r\n  agent: x\r\n```\r\n',
  };
  for (const [where, body] of Object.entries(places)) {
    it(`finds it ${where}, with offsets in the file`, () => {
      const text = withBody(body);
      const report = reportOf(fileOf(text));
      assert.deepEqual(report?.problems, []);
      const [entry] = report?.entries ?? [];
      assert.equal(text.slice(entry?.keySpan.start, entry?.keySpan.end).replaceAll('"', ''), 'agent');
    });
  }

  it('prefers the one in a section about the answer', () => {
    const one = (name: string): string => `\`\`\`yaml\ncompletion_report:\n  ${name}: x\n\`\`\`\n`;
    const file = fileOf(withBody(`## Examples\n${one('a')}\n## Response Format\n${one('b')}`));
    assert.deepEqual(
      reportOf(file)?.entries.map(({ key }) => key),
      ['b'],
    );
  });

  it('does not guess', () => {
    const nothing = [
      'Hi\n',
      document`
        ## Response Format
        \`\`\`yaml
        a: 1
        \`\`\`
        \`\`\`yaml
        b: 1
        \`\`\`
        `,
      '## Setup\n```yaml\na: 1\n```\n',
      '## Response Format\n```\na: 1\n```\n',
      '## Response Format\n```ts\ncompletion_report:\n```\n',
    ];
    for (const body of nothing) assert.equal(reportOf(fileOf(withBody(body))), undefined, body);
  });
});

describe('a report with optional keys', () => {
  const own = contract(withTemplate('completion_report:\n  agent: tester\n  notes: "[what is open]" # optional\n'));
  const faultsOf = (yaml: string): readonly string[] => faults(checkReport(`completion_report:\n${yaml}`, own));

  it('may omit them or leave them empty, but not keep their placeholders', () => {
    for (const notes of ['', '  notes: x\n', '  notes:\n', '  notes: ""\n'])
      assert.deepEqual(faultsOf(`  agent: tester\n${notes}`), [], notes);
    assert.deepEqual(faultsOf('  agent: tester\n  notes: "[what is open]"\n'), [
      'placeholder /completion_report/notes',
    ]);
    assert.deepEqual(faultsOf('  agent: tester\n  notes: [x]\n'), ['wrong-shape /completion_report/notes']);
    assert.deepEqual(faultsOf('  notes: x\n'), ['missing-key /completion_report/agent']);
  });

  it('has a schema that does not require them', () => {
    assert.match(JSON.stringify(schemaOf(own)), /"required":\["agent"\]/);
  });

  it('is required by a template without the word', () => {
    const [missing] = checkReport('Done.', own).findings;
    assert.match(missing?.message ?? '', /`notes` \(a string, optional\)/);
  });
});

describe('checkReport accepts a filled report', () => {
  const json = JSON.stringify({
    completion_report: {
      agent: 'tester',
      files_modified: [],
      changes_summary: 'x',
      status: 'failed',
      attempts: 3,
      decisions: ['Kept it: simple'],
      coverage: { lines: 90 },
      notes: ['a', 'b'],
    },
  });
  const answers: Readonly<Record<string, string>> = {
    alone: good,
    'in a fence': fenced(good),
    'in a fence without a language': fenced(good).replace('yaml', ''),
    'bare between prose': `All done.\n\n${good}\nBye: that is all.\n`,
    'indented in a list': `- Report:\n\n${good.replaceAll(/^/gm, '    ')}`,
    'as JSON alone': json,
    'as JSON in prose': `Done: {1} ${json} } bye`,
    'as JSON in a fence': `\`\`\`json\n${json}\n\`\`\``,
    'below a first, broken try': `${fenced('completion_report:\n  agent: tester\n')}Oh, more:\n${fenced(good)}`,
  };
  for (const [where, answer] of Object.entries(answers)) {
    it(where, () => {
      assert.deepEqual(check(answer), { found: true, findings: [], ok: true });
    });
  }
});

describe('checkReport names the problem', () => {
  const change = (from: string, to: string): string => {
    assert.ok(good.includes(from), from);
    return fenced(good.replace(from, to));
  };
  const report = '/completion_report';
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['no report', 'All done.\n', ['report-missing ']],
    ['a mention only', 'I wrote the completion_report into the file.\n', ['report-missing ']],
    ['broken YAML', change('agent: tester', 'agent: "tester'), ['report-syntax ']],
    ['a missing key', change('  decisions: []\n', ''), [`missing-key ${report}/decisions`]],
    ['a missing agent', change('  agent: tester\n', ''), [`missing-key ${report}/agent`]],
    [
      'a missing key below',
      change('    lines: 90 percent\n', '    files: 1\n'),
      [`unknown-key ${report}/coverage/files`, `missing-key ${report}/coverage/lines`],
    ],
    [
      'an unknown key',
      change('  notes: none\n', '  notes: none\n  mood/now: fine\n'),
      [`unknown-key ${report}/mood~1now`],
    ],
    ['a key twice', change('  notes: none\n', '  notes: none\n  notes: more\n'), [`duplicate-key ${report}/notes`]],
    ['a string for a list', change('[src/b.ts]', 'src/b.ts, src/c.ts'), [`wrong-shape ${report}/files_modified`]],
    [
      'a list for a string',
      change('Added a check for empty input.', '[a, b]'),
      [`wrong-shape ${report}/changes_summary`],
    ],
    ['a string for a number', change('attempts: 2', 'attempts: two'), [`wrong-shape ${report}/attempts`]],
    [
      'a string for a mapping',
      change('  coverage:\n    lines: 90 percent\n', '  coverage: high\n'),
      [`wrong-shape ${report}/coverage`],
    ],
    ['nothing for a string', change('status: completed', 'status:'), [`empty-value ${report}/status`]],
    ['nothing for a list', change('decisions: []', 'decisions:'), [`empty-value ${report}/decisions`]],
    [
      "the template's sentence",
      change('Added a check for empty input.', 'Brief description of the change'),
      [`placeholder ${report}/changes_summary`],
    ],
    ["the template's path", change('src/b.ts', 'src/b.ts, src/a.ts'), [`placeholder ${report}/files_modified/1`]],
    ['brackets', change('90 percent', '<percent>'), [`placeholder ${report}/coverage/lines`]],
    ['another agent', change('agent: tester', 'agent: builder'), [`wrong-agent ${report}/agent`]],
    ['no root', fenced(good.replace('completion_report:\n', '').replaceAll(/^ {2}/gm, '')), ['missing-key ']],
    ['a root without keys', fenced('completion_report: done\n'), [`wrong-shape ${report}`]],
  ];
  for (const [what, answer, expected] of table) {
    it(what, () => {
      const found = check(answer);
      assert.deepEqual(faults(found), expected);
      for (const { span } of found.findings)
        assert.ok(span === undefined || (span.start >= 0 && span.end <= answer.length));
      const isOnlyWarned = expected.every(
        (fault) => fault.startsWith('unknown-key') || (fault.includes('decisions') && fault.startsWith('empty')),
      );
      assert.equal(found.ok, isOnlyWarned);
    });
  }

  it('names places as people write them', () => {
    const answer = fenced(good.replace('src/b.ts', 'src/b.ts, <path>').replace('90 percent', '[]'));
    assert.deepEqual(
      check(answer).findings.map(({ message }) => message),
      [
        '`files_modified[1]` still contains the placeholder `<path>`.',
        '`coverage.lines` must be a string, not a list.',
      ],
    );
  });

  it('accepts brackets in a sentence', () => {
    assert.equal(
      check(fenced(good.replace('Added a check', '"[WIP] added [a] check"').replace(' for empty input.', ''))).ok,
      true,
    );
    assert.equal(check(fenced(good.replace('Added a check for empty input.', '"[WIP] added [it]"'))).ok, true);
  });

  it('requires no more than the template certainly says', () => {
    const yaml = document`
      completion_report:
        phases:
          <phase>: "What was done"
        steps:
          - name: one step
          - skip: true
      `;
    const answer = fenced(document`
      completion_report:
        phases:
          build: done
        steps:
          - skip: false
      `);
    assert.deepEqual(checkReport(answer, contract(withTemplate(yaml))), { found: true, findings: [], ok: true });
  });

  it('lets a report without a root name any agent', () => {
    const text = withBody('## Output Format\n```json\n{ "agent": "[who did it]" }\n```\n');
    assert.equal(checkReport('{ "agent": "other" }', contract(text)).ok, true);
    assert.deepEqual(faults(checkReport('{ "agent": "[who did it]" }', contract(text))), ['placeholder /agent']);
  });

  it('points into the answer', () => {
    const answer = change('agent: tester', 'agent: builder');
    const [finding] = check(answer).findings;
    assert.equal(answer.slice(finding?.span?.start, finding?.span?.end), 'builder');
  });

  it('says in a sentence what a missing report must contain', () => {
    assert.match(
      check('Done.').findings[0]?.message ?? '',
      /`completion_report`.*`files_modified` \(a list\).*`attempts` \(a number\)/,
    );
  });

  it('never throws and stays linear on hostile answers', () => {
    const answers = [
      '{'.repeat(50_000),
      '```yaml\n'.repeat(5_000),
      'completion_report:\n'.repeat(20_000),
      '"completion_report"{'.repeat(5_000),
      `${'---\n'.repeat(20_000)}`,
    ];
    for (const answer of answers) assert.equal(check(answer).ok, false);
  });
});

describe('schemaOf', () => {
  it('requires what the check requires', () => {
    const schema = schemaOf(contract(withTemplate(template)));
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
    const text = { type: ['string', 'number', 'boolean'], minLength: 1 };
    assert.deepEqual(schema['properties'], {
      completion_report: {
        type: 'object',
        properties: {
          agent: { const: 'tester' },
          files_modified: { type: 'array', items: { ...text, description: 'src/a.ts' } },
          changes_summary: { ...text, description: 'Brief description of the change' },
          status: { ...text, description: 'completed' },
          attempts: { type: 'number', description: '1' },
          decisions: { type: 'array', items: { ...text, description: 'Decision and its reason' } },
          coverage: {
            type: 'object',
            properties: { lines: { ...text, description: 'percent' } },
            required: ['lines'],
            additionalProperties: false,
          },
          notes: { description: 'anything' },
        },
        required: [
          'agent',
          'files_modified',
          'changes_summary',
          'status',
          'attempts',
          'decisions',
          'coverage',
          'notes',
        ],
        additionalProperties: false,
      },
    });
  });
});
