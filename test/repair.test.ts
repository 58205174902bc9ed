/** Repairs of broken headers: how many real files they save, and what no repair may change. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Choose, fixAll, safeFix } from '../server/core/features/fixAll';
import { readAsClaudeCode } from '../server/core/hosts/claudeCode';
import { loadVerdict } from '../server/core/hosts/index';
import { type LintFinding, lint } from '../server/core/lint';
import { fieldMeanings } from '../server/core/rules/readings';
import type { AgentFile } from '../server/core/syntax/tree';
import { applyEdits } from '../server/core/text/edits';
import { agent, dialect } from './agent';
import './seed';

const corpus = join('..', 'shared', 'corpus');
const path = '/w/.claude/agents/a.md';

const isStrict = (file: AgentFile): boolean =>
  file.header !== undefined && file.problems.every(({ code }) => code !== 'yaml' && code !== 'yaml-not-a-map');

const isAboutYaml = ({ rule }: LintFinding): boolean => rule.startsWith('yaml-');

/** The first fix of each finding about YAML, as a person would take it. */
const firstYamlFix: Choose = (finding) => (isAboutYaml(finding) ? finding.fixes?.[0] : undefined);

const keysIn = (file: AgentFile): readonly string[] => (file.header?.entries ?? []).map(({ key }) => key);

function textsOf(wanted: (kind: string) => boolean): readonly { readonly path: string; readonly text: string }[] {
  const manifest: unknown = JSON.parse(readFileSync(join(corpus, 'MANIFEST.json'), 'utf8'));
  const listed = manifest as readonly { readonly path: string; readonly kind: string }[];
  return listed
    .filter(({ kind }) => wanted(kind))
    .map((file) => ({ path: file.path, text: readFileSync(join(corpus, file.path), 'utf8') }));
}

const absent = existsSync(corpus) ? false : 'the corpus is not beside the project';

describe('repairs of real headers', { skip: absent }, () => {
  it('save at least 95 % of the files that a strict reader of YAML rejects', (t) => {
    const broken = textsOf(() => true).filter(({ text }) => !isStrict(agent(text)) && agent(text).header !== undefined);
    assert.ok(broken.length > 40);
    const unsaved = broken.filter(({ text }) => {
      const file = agent(text);
      const fixed = agent(fixAll(text, { dialect, path }, firstYamlFix));
      const known = keysIn(file).filter((key) => Object.hasOwn(dialect.fields, key));
      return (
        !isStrict(fixed) ||
        known.join() !==
          keysIn(fixed)
            .filter((key) => known.includes(key))
            .join()
      );
    });
    const safe = broken.filter(({ text }) => isStrict(agent(fixAll(text, { dialect, path }, safeFix))));
    t.diagnostic(
      `${broken.length - unsaved.length} of ${broken.length} repaired, ${safe.length} of them by safe fixes`,
    );
    assert.deepEqual(unsaved.length <= broken.length * 0.05 ? [] : unsaved.map((file) => file.path), []);
  });

  it('change nothing that the host read, and come to an end', () => {
    for (const { text } of textsOf((kind) => kind === 'agent')) assertKept(text);
  });
});

/** Everything that a run of safe fixes must leave alone. */
function assertKept(text: string): void {
  const yamlOnly: Choose = (finding) => (speaksOfHeader(finding) ? safeFix(finding) : undefined);
  const fixed = fixAll(text, { dialect, path }, yamlOnly);
  if (fixed === text) return;
  const before = agent(text);
  const after = agent(fixed);
  const was = readAsClaudeCode(before);
  const is = readAsClaudeCode(after);
  const where = JSON.stringify([text, fixed]);
  if (was.kind === 'read') {
    assert.ok(is.kind === 'read', where);
    assert.deepEqual(fieldMeanings(is.entries), fieldMeanings(was.entries), where);
    assert.deepEqual(
      loadVerdict(after, dialect)?.tools.effective,
      loadVerdict(before, dialect)?.tools.effective,
      where,
    );
  }
  assert.equal(fixAll(fixed, { dialect, path }, yamlOnly), fixed, where);
  assert.equal(
    text.includes('\r\n') && fixed.replaceAll('\r\n', '').includes('\n') && !text.replaceAll('\r\n', '').includes('\n'),
    false,
    where,
  );
}

const speaksOfHeader = ({ rule }: LintFinding): boolean => /^(?:yaml|key|value|block)-/.test(rule);

const word = fc.constantFrom(
  'Use',
  'this',
  'when:',
  'a: b',
  '"hi"',
  "it's",
  '#1',
  '# c',
  '\\n',
  '{x}',
  '[y]',
  '[y',
  '*',
  '@z',
  '`c`',
  'é',
  '- d',
  '?',
  '%',
  '|',
  '>',
  '"',
  "'",
  'tools:',
);
const value = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const fieldLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('name', 'description', 'tools', 'color', 'argument-hint', 'hooks', 'initialPrompt'),
      fc.constantFrom(':', ': ', ':  ', ':\t'),
      value,
    )
    .map((parts) => parts.join('')),
  value.map((text) => `description: "${text}"`),
  value.map((text) => `description: '${text}'`),
  value.map((text) => `description: |\n  ${text}`),
);
const otherLine = fc.oneof(
  value,
  value.map((text) => `  ${text}`),
  value.map((text) => `\t${text}`),
  value.map((text) => `user: ${text}`),
  fieldLine.map((line) => ` ${line}`),
  fieldLine.map((line) => `\t${line}`),
  fc.constantFrom('', '<example>', '# note', '- item', '  - item', '   ', 'tools:', '\t- Read'),
);
const headerText = fc
  .tuple(
    fc.array(fc.oneof(fieldLine, fieldLine, otherLine), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([lines, end]) => ['---', 'name: a', ...lines, '---', 'Hi', ''].join('\n').replaceAll('\n', end));

describe('repairs of a header whose other lines the host quotes on the way', () => {
  // As long as one line is broken `experimental` is a text to the host; when the last one is repaired it becomes a map.
  const lines = ['description: Use: a', 'experimental: {cacheTtl: 5m}', 'initialPrompt: Say: b'];
  const text = ['---', 'name: a', ...lines, '---', 'Hi', ''].join('\n');

  it('are not made unasked, not even all at once', () => {
    assert.equal(fixAll(text, { dialect, path }, safeFix), text);
  });

  it('can be asked for', () => {
    assert.ok(isStrict(agent(fixAll(text, { dialect, path }, firstYamlFix))));
  });
});

describe('repairs of any header', () => {
  it('change nothing that the host read, keep line ends and come to an end', () => {
    fc.assert(fc.property(headerText, assertKept), { numRuns: 600 });
  });

  it('leave fewer problems behind, and safe ones no new error or warning', () => {
    fc.assert(
      fc.property(headerText, (text) => {
        const options = { dialect, path };
        const file = agent(text);
        const before = lint(file, options).findings;
        for (const finding of before.filter(isAboutYaml)) {
          for (const fix of finding.fixes ?? []) {
            const after = agent(applyEdits(text, fix.edits));
            if (finding.rule === 'yaml-version') continue;
            assert.ok(after.problems.length < file.problems.length || finding.rule === 'yaml-space', fix.title);
            if (!fix.safe) continue;
            assert.deepEqual(newLoud(before, lint(after, options).findings), [], JSON.stringify([text, fix]));
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});

/**
 * Rules about the agent as a whole, which have nothing to say as long as the host reads nothing of it, and about keys that
 * the host does not know, which are not told from text as long as the header is broken.
 */
const spokenOnceRead = new Set([
  'block-scalar-spoiled',
  'tools-unresolved',
  'field-foreign',
  'value-comment',
  // A key inside a value that could not be read is not missed before that value is repaired.
  'missing-name',
  'missing-description',
]);

/** Errors and warnings of rules that had not spoken as often before. */
function newLoud(before: readonly LintFinding[], after: readonly LintFinding[]): readonly string[] {
  const known = before.map(({ rule }) => rule);
  return after
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => !spokenOnceRead.has(rule))
    .filter(({ rule }) => {
      const at = known.indexOf(rule);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    })
    .map(({ rule, message }) => `${rule}: ${message}`);
}
