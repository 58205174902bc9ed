/** Hosts of which only the documentation is known: they get completion and hovers, and nothing that was not documented is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { hoverAt } from '../../server/core/features/hover/hover';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import { detect } from '../../server/core/workspace/detect';
import { unmarked } from '../../server/node/generate/rulePages/example';
import { readMarks } from '../marks';

interface Known {
  readonly id: string;
  readonly path: string;
  readonly field: string;
  readonly wrong: string;
}

const known: readonly Known[] = [
  { id: 'cursor', path: '/w/.cursor/agents/a.md', field: 'readonly', wrong: 'readonly: maybe' },
  { id: 'kiro', path: '/w/.kiro/agents/a.md', field: 'includePowers', wrong: 'tools: read' },
  {
    id: 'auggie',
    path: '/w/.augment/agents/a.md',
    field: 'disable_skills',
    wrong: 'disable_rules: maybe',
  },
];

for (const { id, path, field, wrong } of known) {
  describe(`agents of ${id}`, () => {
    const format = formatById(id);
    assert.ok(format !== undefined);
    const agentIn = (text: string) => readAgent(text, format, path);
    const withFields = (fields: string): string =>
      `---\nname: a\ndescription: Does a thing.\n${fields}\n---\nYou do a thing.\n`;

    it('are recognized, and get no verdict', () => {
      assert.deepEqual(
        detect(path).map((one) => one.id),
        [id],
      );
      for (const text of [withFields('x: 1'), withFields('x: a: b'), 'Hi\n', ''])
        assert.equal(agentIn(text).verdict(), undefined);
    });

    it('have findings, but none that is worse than a warning', () => {
      const found = (text: string) =>
        lint(agentIn(text)).findings.flatMap(({ rule, severity }) => (rule === 'name-file' ? [] : [[rule, severity]]));
      assert.deepEqual(found(withFields(`${field}: true`)), []);
      assert.deepEqual(found(withFields(wrong)), [['field-value', 'warning']]);
      assert.deepEqual(found(withFields('frobnicate: 1')), [['field-unknown', 'information']]);
      assert.deepEqual(found(withFields('x: a: b')), [['yaml-colon', 'warning']]);
      assert.deepEqual(found('Hi\n'), [['frontmatter-missing', 'information']]);
    });

    it('complete their fields, and hovers name the documentation', () => {
      const { text, cursor } = readMarks(withFields('$0'));
      assert.ok(cursor !== undefined);
      assert.ok(completionAt(agentIn(text), cursor).some(({ label }) => label === field));
      const example = withFields(`${field}: true`);
      const contents = hoverAt(agentIn(example), example.indexOf(field) + 2)?.contents;
      assert.match(JSON.stringify(contents), /(?:Documentation|Package) of /);
      assert.doesNotMatch(JSON.stringify(contents), /observed/);
    });
  });
}

describe('hosts of which only the documentation is known', () => {
  it('get no error about what they do, whatever the file', () => {
    // About the text of the file, whoever reads it.
    const aboutTexts = ['merge-conflict', 'secret'];
    for (const { id } of known) {
      const format = formatById(id);
      assert.ok(format !== undefined);
      const errors = rules
        .flatMap(({ bad, good }) => [...bad, ...good])
        .flatMap(({ text }) => lint(readAgent(unmarked(text), format)).findings)
        .filter(({ severity, rule }) => severity === 'error' && !aboutTexts.includes(rule));
      assert.deepEqual(errors, []);
    }
  });
});
