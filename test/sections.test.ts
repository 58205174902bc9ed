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
  ['Your Communication Style', 'communication-style'],
  ['My Response Format:', 'response-format'],
  ['The Process', 'task-execution-protocol'],
  ['📋 Your Technical Deliverables', 'delivery-standards'],
  ['🚨 Critical Rules You Must Follow', 'constraints'],
  ['ℹ️ Notes', 'reminder'],
  ['3️⃣ Examples', 'examples'],
  ['=Ë Your Technical Deliverables', 'delivery-standards'],
  ['Examples ‚úÖ', 'examples'],
  ['Output Format (always follow)', 'response-format'],
  ['Quality Gates（必须）', 'quality-assurance'],
  ['🔴 Skills Verification (MANDATORY)', 'skill-usage'],
  ['Anti-Slop Guidance (Do NOT Flag)', 'review-exclusions'],
  ['Workflow (short) for reviews', undefined],
  [`Workflow (${'x'.repeat(200)}) for reviews`, undefined],
  ['Example 2', 'examples'],
  ['Example #12', 'examples'],
  ['Standards 27001', undefined],
  ['II. Role', 'role'],
  ['a) Role', 'role'],
  ['6. Coordination & Workflow Integration', 'collaboration'],
  ['4-Level Validation Loop', 'quality-assurance'],
  ['4‑Level Validation Loop', 'quality-assurance'],
  ['Level Validation Loop', undefined],
  ['3D Examples', undefined],
  ['LİMİTATİONS', 'constraints'],
  // A note can turn around what the agent may do.
  ['Never (without approval)', undefined],
  ['Allowed (not in production)', undefined],
  ['Tools (not available)', undefined],
  ['Scope (read only)', undefined],
  ['The Will', undefined],
  ['Review Checklist', 'review-checklist'],
  ['Self-Critique Checklist', 'pre-delivery-checklist'],
  ['Anti-Patterns', 'anti-patterns'],
  ['Critical', undefined],
  ['High', undefined],
  ['Medium', undefined],
  ['İş Akışı', undefined],
  ['Не Tools', undefined],
  ['日本語', undefined],
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

const normal: readonly (readonly [string, string])[] = [
  ['İş Akışı', 'iş akışı'],
  ['ÇIKTI Formatı:', 'çikti formatı'],
  ['Çıktı Formatı', 'çıktı formatı'],
  ['Üç Adım', 'üç adım'],
  ['🔍 Формат ответа', 'формат ответа'],
  ['ОГРАНИЧЕНИЯ', 'ограничения'],
  ['ΡΌΛΟΣ', 'ρόλοσ'],
  ['2. 输出格式', '输出格式'],
  ['出力　形式', '出力 形式'],
  ['한국어 제목 ✅', '한국어 제목'],
  ['𠮷野家', '𠮷野家'],
  ['भूमिका', 'भूमिका'],
  ['Résumé', 'résumé'],
  ['Re\u0301sume\u0301', 're\u0301sume\u0301'.normalize('NFC')],
  ['⚙️ Setup ⚙️', 'setup'],
  ['ℹ️ Setup', 'setup'],
  ['👩‍💻 Setup 👍🏽', 'setup'],
  ['7️⃣ Setup', 'setup'],
  ['\uf8ffüîí Setup', 'setup'],
  ['âœ… Setup', 'setup'],
  ['ðŸ”’ Setup ðŸ”’', 'setup'],
  ['=Ë Setup', 'setup'],
  ['1.2. Setup', 'setup'],
  ['4-Level Loop', '4-level loop'],
  ['3D Models', '3d models'],
  ['5 Steps', 'steps'],
  ['Setup (optional)', 'setup (optional'],
  ['Phase 2: Build', 'phase 2: build'],
  ['12.', ''],
  ['🔒', ''],
];

for (const [title, expected] of normal)
  test(`${JSON.stringify(title)} is compared as ${JSON.stringify(expected)}`, () => {
    assert.equal(normalTitle(title), expected);
    assert.equal(normalTitle(expected), expected);
  });

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
  for (const part of ['âœ… ', '=Ë ', 'é', '1', '1-', 'a-', '(', '😀', '=\u00cb'])
    for (const title of [part.repeat(300_000), `${part.repeat(300_000)}x`, `1-x${part.repeat(300_000)}`])
      assert.equal(sectionKindOf(title), undefined, part);
  assert.equal(normalTitle(`${'1'.repeat(300_000)}${'-x'.repeat(300_000)}`).length, 900_000);
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
