/** The schema of the configuration file and its parser agree, and each problem is said by one of them in an editor that has both. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { configurationSchema, parseConfiguration, repositoryKeys, settingsList } from '../../server/core/index';

const validate = new Ajv({ strict: false, allErrors: true }).compile(configurationSchema());

/** Values, and whether the schema refuses them; those that it accepts are for the server to tell. */
const table: readonly (readonly [value: object, isRefused: boolean])[] = [
  [{ rules: { nope: 'off' } }, true],
  [{ rules: { 'name-file': 'loud' } }, true],
  [{ rules: [] }, true],
  [{ maxFindings: 0 }, true],
  [{ hosts: ['nope'] }, true],
  [{ nope: 1 }, true],
  [{ loadLens: true }, true],
  [{ tokens: 5 }, true],
  [{ tokens: { x: 1 } }, true],
  [{ report: { keys: ['a b'] } }, true],
  [{ sections: { profil: 'full' } }, true],
  [{ allow: { tool: [] } }, true],
  [{ allow: { tools: [''] } }, true],
  [{ allow: { tools: 'A' } }, true],
  [{ ignore: 'a' }, true],
  [{ ignore: [7] }, true],
  [{ ignore: [''] }, true],
  [{ ignore: ['x'.repeat(300)] }, true],
  [{ ignore: ['[a]'] }, false],
  [{ ignore: ['{a'] }, false],
  [{ ignore: [' '] }, false],
  [{ files: { 'a/**': 'nope' } }, true],
  [{ files: { a: 'claude-code-plugin' } }, true],
  [{ files: { a: [] } }, true],
  [{ files: { '': 'claude-code' } }, true],
  [{ files: { '../a': 'claude-code' } }, false],
  [{ files: { '!a': 'claude-code' } }, false],
  [{ extends: 'secrets.json' }, true],
  [{ extends: 7 }, true],
  [{ extends: '/x.agent-authoring.json' }, false],
  [{ version: 1 }, true],
  [{ version: '1' }, true],
  [{ version: '0.1' }, true],
  [{ version: '0.1.0-beta' }, true],
  [{ version: '0.0.9' }, false],
  [{ overrides: [{ files: ['a'], version: '0.1.0' }] }, true],
  [{ overrides: {} }, true],
  [{ overrides: [{}] }, true],
  [{ overrides: [{ files: [] }] }, true],
  [{ overrides: [{ files: ['a'], extends: 'x' }] }, true],
  [{ overrides: [{ files: ['a'], files2: 1 }] }, true],
  [{ overrides: [{ files: ['[a]'], rules: {} }] }, false],
  [{ overrides: [{ files: ['a'], rules: { nope: 'off' } }] }, true],
];

describe('the schema and the parser of the configuration file', () => {
  for (const [value, isRefused] of table) {
    it(JSON.stringify(value).slice(0, 80), () => {
      const read = parseConfiguration(JSON.stringify(value));
      assert.ok(read.kind === 'settings');
      assert.ok(read.problems.length > 0, 'the parser has a problem');
      assert.equal(!validate(value), isRefused);
      for (const { message, isBeyondSchema } of read.problems)
        assert.equal(isBeyondSchema === true, !isRefused, `${message} is said once`);
    });
  }

  it('accept the defaults and the examples of all settings', () => {
    const shared = settingsList.filter(([name, { scope }]) => scope === 'file' && !name.includes('.'));
    for (const [name, { default: value, shownDefault = value }] of shared)
      assert.ok(validate({ [name]: shownDefault }), name);
    const described = [...settingsList, ...Object.entries(repositoryKeys)];
    const examples = described.flatMap(([name, { description }]) =>
      [...description.matchAll(/For example `([^`]+)`/g)].map(([, text = '']) => [name, text] as const),
    );
    assert.ok(examples.length >= 4);
    for (const [name, text] of examples) {
      const value = { [name]: JSON.parse(text) };
      assert.ok(validate(value), text);
      const read = parseConfiguration(JSON.stringify(value));
      assert.deepEqual(read.kind === 'settings' && read.problems, [], text);
    }
  });
});
