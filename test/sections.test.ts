/** Headings are recognized in all their spellings, and the catalogue is consistent. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportOf } from '../server/core/completionReport/template';
import { lint } from '../server/core/lint/lint';
import { sectionRegions } from '../server/core/prose/sectionRegions';
import { catalogue } from '../server/core/sectionKinds/catalogue';
import { normalTitle, sectionKindOf } from '../server/core/sectionKinds/recognize';
import { document } from '../server/core/text/document';
import { agent, fileOf } from './agent';

const seed = '../shared/seed/python-api-expert.md';

test('each kind is found by each of its spellings and by its title', () => {
  for (const kind of catalogue)
    for (const spelling of [...kind.spellings, kind.title, `${kind.emoji ?? ''} ${kind.title.toUpperCase()}:`])
      assert.equal(sectionKindOf(spelling)?.id, kind.id, spelling);
});

test('spellings are normalized and belong to one kind only', () => {
  const all = catalogue.flatMap((kind) => kind.spellings);
  for (const spelling of all) assert.equal(normalTitle(spelling), spelling);
  assert.deepEqual(
    all.filter((spelling, i) => all.indexOf(spelling) !== i),
    [],
  );
});

test('ids are unique; a parent is before its children, one level higher', () => {
  const levels = new Map<string, number>();
  for (const { id, level, parent } of catalogue) {
    assert.ok(!levels.has(id), id);
    assert.equal(level, parent === undefined ? 2 : 1 + (levels.get(parent) ?? 0), id);
    levels.set(id, level);
  }
});

test('a template is text below a heading, with placeholders', () => {
  for (const { id, template, summary, contains } of catalogue) {
    assert.ok(!template.startsWith('#'), id);
    assert.match(template, /^\S/, id);
    assert.ok(template.endsWith('\n') && !template.endsWith('\n\n'), id);
    assert.ok(template.includes('['), id);
    assert.equal(template.split('```').length % 2, 1, `${id}: a fence is left open`);
    for (const sentence of [summary, contains]) assert.match(sentence, /^[A-Z].*\.$/, id);
  }
});

test('an example is finished text without problems', () => {
  for (const { id, title, example } of catalogue) {
    assert.ok(!example.startsWith('#') && example.endsWith('\n') && !example.endsWith('\n\n'), id);
    const text = `---\nname: api-developer\ndescription: Writes API endpoints and their tests. Use when an endpoint is added or changed.\n---\n\n## ${title}\n\n${example}`;
    const found = lint(agent(text, '.claude/agents/api-developer.md')).findings;
    assert.deepEqual(
      found.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      id,
    );
    // Only a report has placeholders, for the agent to fill in.
    const isReport = example.includes('completion_report');
    assert.equal(/\[[a-z][^\]]*\]/.test(example), isReport, id);
    if (isReport) assert.deepEqual(reportOf(fileOf(text))?.problems, [], id);
  }
});

const headings: readonly (readonly [string, string | undefined])[] = [
  ['Role', 'role'],
  ['  when   to use  ', 'when-to-use'],
  ['1. Core Expertise', 'expertise'],
  ['2) Core Expertise', 'expertise'],
  ['1.2. Core Expertise', 'expertise'],
  ['**Response Format**', 'response-format'],
  ['***Response* Format**:', 'response-format'],
  ['The `final` check', 'pre-delivery-checklist'],
  ['🔒 ACCESS RESTRICTIONS', 'access-restrictions'],
  ['üîí ACCESS RESTRICTIONS', 'access-restrictions'],
  ['‚úÖ ALLOWED ACCESS:', 'allowed-access'],
  ['‚ùå FORBIDDEN ACCESS:', 'forbidden-access'],
  ['üóÑÔ∏è Database\u{a0}Patterns', 'database-patterns'],
  ['FORBIDDEN_ACCESS', 'forbidden-access'],
  ['Pre‑Delivery Checklist ✅', 'pre-delivery-checklist'],
  ['Pre Delivery Checklist', 'pre-delivery-checklist'],
  ['Security & Compliance', 'security-standards'],
  ['What I don’t do', 'forbidden-access'],
  ['Phase 2: Implementation', undefined],
  ['Tools we do not have', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['', undefined],
  ['🔒', undefined],
  ['12.', undefined],
];

for (const [title, id] of headings)
  test(`${JSON.stringify(title)} is ${id ?? 'no known section'}`, () => assert.equal(sectionKindOf(title)?.id, id));

test('regions of sections are the outermost ones, so that no two overlap', () => {
  const body = document`
    ## Scope

    ### Allowed

    - x

    **Boundaries:**

    - y

    ## Allowed

    - z
    `;
  const kinds = new Set(['access-restrictions', 'allowed-access']);
  assert.deepEqual(
    sectionRegions(fileOf(body), (kind) => kinds.has(kind)),
    [
      { kind: 'access-restrictions', span: { start: 0, end: body.indexOf('## Allowed\n\n- z') } },
      { kind: 'allowed-access', span: { start: body.indexOf('## Allowed\n\n- z'), end: body.length } },
    ],
  );
});

test('a title of a million marks is read in one pass', () => {
  assert.equal(sectionKindOf('*'.repeat(1_000_000)), undefined);
  assert.equal(sectionKindOf(`${'* '.repeat(500_000)}Role${' *'.repeat(500_000)}`)?.id, 'role');
});

test('the first agent file is recognized', (t) => {
  if (!existsSync(seed)) return t.skip(`no file at ${seed}`);
  const titles = (marks: string): readonly string[] =>
    readFileSync(seed, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(`${marks} `))
      .map((line) => line.slice(marks.length + 1));
  const unknown = (marks: string): readonly string[] =>
    titles(marks).filter((title) => sectionKindOf(title) === undefined);
  assert.equal(titles('##').length, 7);
  assert.deepEqual(unknown('##'), []);
  assert.equal(titles('###').length, 15);
  assert.deepEqual(unknown('###').map(normalTitle), ['fastapi advanced patterns']);
});
