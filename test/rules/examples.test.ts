/** Runs every rule's own examples, and refuses examples that could not fail. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import {
  agentOfExample,
  type Example,
  othersOfExample,
  type Rule,
  workspaceOfExample,
} from '../../server/core/rules/rule';
import { applyEdits } from '../../server/core/text/edits';
import { settingsOf } from '../../server/node/generate/rulePages/example';
import { readMarks } from '../marks';

/** Lints `text` in place of the example's own. */
function run(rule: Rule, example: Example, text: string): readonly LintFinding[] {
  const agent = agentOfExample(example, text);
  const { findings, failures } = lint(agent, {
    rules: [rule],
    others: othersOfExample(example, text, agent),
    settings: settingsOf(example),
    workspace: workspaceOfExample(example, text),
  });
  assert.deepEqual(failures, []);
  return findings;
}

/** The first fix of each finding, one after the other, as a person would apply them. */
function fixedText(rule: Rule, example: Example, text: string): string {
  let now = text;
  for (let i = 0; i < 20; i++) {
    const fix = run(rule, example, now).find((finding) => (finding.fixes ?? []).length > 0)?.fixes?.[0];
    if (fix === undefined) return now;
    now = applyEdits(now, fix.edits);
  }
  return assert.fail('the fixes of this rule never come to an end');
}

const key = ({ path, text, on, sections, reportKeys, tokens, isForEveryHost, manifest, others }: Example): string =>
  JSON.stringify([path, text, on, sections, reportKeys, tokens, isForEveryHost, manifest, others]);

for (const rule of rules) {
  describe(rule.id, () => {
    it('declares enough to be tested', () => {
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(rule.bad.length > 0 && rule.good.length > 0, 'a rule needs bad and good examples');
      const all = [...rule.bad, ...rule.good].map(key);
      assert.equal(new Set(all).size, all.length, 'no two examples are equal');
      assert.match(rule.why, /\.$/);
      assert.doesNotMatch(rule.title, /\.$/);
    });

    rule.bad.forEach((example, i) => {
      it(`reports bad example ${i + 1} exactly at its marks`, () => {
        const { text, expected } = readMarks(example.text);
        assert.ok(expected.length > 0, 'a bad example needs a mark');
        const found = run(rule, example, text).map((finding) => ({ rule: finding.rule, span: finding.span }));
        assert.deepEqual(found, expected);
      });

      it(`fixes bad example ${i + 1} as declared`, () => {
        const { text } = readMarks(example.text);
        const first = run(rule, example, text).flatMap((finding) => finding.fixes?.slice(0, 1) ?? []);
        if (example.fixed === undefined) {
          assert.deepEqual(
            first.filter((fix) => fix.safe),
            [],
            'a safe fix must be declared with `fixed`',
          );
          return;
        }
        assert.equal(fixedText(rule, example, text), example.fixed);
        assert.deepEqual(run(rule, example, example.fixed), [], 'the fixed text must be silent');
      });
    });

    rule.good.forEach((example, i) => {
      it(`is silent on good example ${i + 1}`, () => {
        assert.deepEqual(readMarks(example.text).expected, [], 'a good example has no marks');
        assert.deepEqual(run(rule, example, example.text), []);
      });
    });
  });
}

describe('all rules', () => {
  it('have unique ids', () => {
    assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
  });

  it('are silent on the good examples of every other rule, as errors and warnings', () => {
    for (const rule of rules) {
      for (const example of rule.good) {
        const { findings } = lint(agentOfExample(example, example.text));
        const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          loud.map(({ rule: id, message }) => [id, message]),
          [],
          `good example of ${rule.id}`,
        );
      }
    }
  });
});
