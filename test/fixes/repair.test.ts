/** Repairs of broken frontmatter: what a repair must never change. Real files are in `corpus/repairs.ts`. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { agent, fileOf } from '../agent';
import { runs } from '../seed';
import { assertKept, isStrict, path, withYamlRepaired } from './repairs';

const isAboutYaml = ({ rule }: LintFinding): boolean => rule.startsWith('yaml-');

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
const frontMatterText = fc
  .tuple(
    fc.array(fc.oneof(fieldLine, fieldLine, otherLine), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([lines, end]) => ['---', 'name: a', ...lines, '---', 'Hi', ''].join('\n').replaceAll('\n', end));

describe('repairs of frontmatter in which the host quotes other lines', () => {
  // As long as one line is broken, the host reads `experimental` as a string; after the last repair it becomes a mapping.
  const lines = ['description: Use: a', 'experimental: {cacheTtl: 5m}', 'initialPrompt: Say: b'];
  const text = ['---', 'name: a', ...lines, '---', 'Hi', ''].join('\n');

  it('are not made without a request, not even all at once', () => {
    assert.equal(fixAll(agent(text, path)), text);
  });

  it('can be requested', () => {
    assert.ok(isStrict(fileOf(withYamlRepaired(text))));
  });
});

describe('repairs of any frontmatter', () => {
  it('change nothing that the host read, keep line ends and are idempotent', () => {
    fc.assert(fc.property(frontMatterText, assertKept), runs(600));
  });

  it('leave fewer problems, and safe ones cause no new error or warning', () => {
    fc.assert(
      fc.property(frontMatterText, (text) => {
        const file = fileOf(text);
        const before = lint(agent(text, path)).findings;
        for (const finding of before.filter(isAboutYaml)) {
          for (const fix of finding.fixes ?? []) {
            const after = agent(applyEdits(text, fix.edits), path);
            if (finding.rule === 'yaml-version') continue;
            assert.ok(after.file.problems.length < file.problems.length || finding.rule === 'yaml-space', fix.title);
            // Where the host could not read the frontmatter, everything that it now reads is new.
            if (!fix.safe || agent(text, path).reading().kind !== 'read') continue;
            assert.deepEqual(newLoud(before, lint(after).findings), [], JSON.stringify([text, fix]));
          }
        }
      }),
      runs(600),
    );
  });
});

/**
 * Rules about the agent as a whole, which report nothing as long as the host reads nothing of it, and rules about keys that
 * the host does not know, which look like text as long as the frontmatter is broken.
 */
const spokenOnceRead = new Set([
  'block-scalar-spoiled',
  'tools-unresolved',
  'field-foreign',
  'field-misnamed',
  'hook-unreadable',
  'key-duplicate',
  'value-comment',
  // A key inside an unreadable value is not reported as missing before that value is repaired.
  'name-missing',
  'description-missing',
]);

/** Errors and warnings of rules that reported less before. */
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
