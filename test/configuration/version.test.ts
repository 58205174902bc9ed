/** The key `version`: rules that are newer stay off, unless the settings name them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decisionsAt, type Settings, settingsAt } from '../../server/core/index';
import { lint } from '../../server/core/lint/lint';
import { defaults, parseSettings, settingsOver } from '../../server/core/lint/settings';
import { aboutVersion, isNewerThan, versionsWithRules } from '../../server/core/lint/settings/version';
import { rules } from '../../server/core/rules/index';
import type { Rule } from '../../server/core/rules/rule';
import { agent, withFrontMatter } from '../agent';
import { configurationOf, faultsIn } from './memory';

const removed = rules.find(({ id }) => id === 'tool-removed') ?? assert.fail('there is no such rule');
const newer: Rule = { ...removed, since: '0.10.0' };

const reports = (settings: Settings, rule = newer): boolean =>
  lint(agent(withFrontMatter('tools: Read, LS')), { settings, rules: [rule] }).findings.length > 0;

const of = (version: string, levels = {}): Settings => ({ ...parseSettings({ rules: levels }), version });

describe('a rule that a later version has added', () => {
  it('is off until the version is raised', () => {
    for (const version of ['0.1.0', '0.2.0', '0.9.99']) assert.equal(reports(of(version)), false, version);
    for (const version of ['0.10.0', '0.11.0', '1.0.0']) assert.equal(reports(of(version)), true, version);
  });

  it('is on without a version, and where the settings name it', () => {
    assert.equal(reports(defaults), true);
    assert.equal(reports(of('0.1.0', { 'tool-removed': 'warning' })), true);
    assert.equal(reports(of('1.0.0', { 'tool-removed': 'off' })), false);
  });

  it('leaves the others on', () => assert.equal(reports(of('0.1.0'), removed), true));

  it('stays off when the editor has settings of its own', () => {
    assert.equal(reports(settingsOver(of('0.1.0'), defaults)), false);
    assert.equal(reports(settingsOver(of('0.1.0'), parseSettings({ rules: { 'tool-removed': 'hint' } }))), true);
  });
});

describe('the version of a configuration', () => {
  const path = '/w/.claude/agents/a.md';
  const nearest = '/w/.agent-authoring.json';
  const base = '/w/base.agent-authoring.json';
  const versionIn = (files: Readonly<Record<string, string>>): string | undefined =>
    settingsAt(configurationOf(path, files), path).version;

  it('is that of the nearest file that has one', () => {
    const extending = (more: string): string => `{ "extends": "base.agent-authoring.json"${more} }`;
    assert.equal(versionIn({ [nearest]: '{ "version": "0.2.0" }' }), '0.2.0');
    assert.equal(versionIn({ [nearest]: extending(''), [base]: '{ "version": "0.3.0" }' }), '0.3.0');
    assert.equal(
      versionIn({ [nearest]: extending(', "version": "0.2.0"'), [base]: '{ "version": "0.3.0" }' }),
      '0.2.0',
    );
    assert.equal(versionIn({ [nearest]: '{}' }), undefined);
  });

  it('is ignored, with a problem, when it is no version', () => {
    const files = { [nearest]: '{ "version": "0.0.1" }' };
    assert.equal(versionIn(files), undefined);
    assert.deepEqual(faultsIn(configurationOf(path, files), files), [
      `${nearest} «"0.0.1"» \`version\` must not be before \`0.1.0\`, which has the first rules`,
    ]);
  });

  it('is one of the decisions about a file', () => {
    const { decisions, newer: off } = decisionsAt(configurationOf(path, { [nearest]: '{ "version": "0.1.0" }' }), path);
    assert.deepEqual(
      decisions.map(({ name, value, places }) => [name, value, places.map((place) => place.path)]),
      [['version', '0.1.0', [nearest]]],
    );
    assert.deepEqual(
      off,
      rules.filter((rule) => isNewerThan(rule, '0.1.0')),
    );
  });
});

describe('the text about a version', () => {
  const later: readonly Rule[] = [removed, newer, { ...removed, id: 'other', since: '0.2.0' }];

  it('names the rules that a raise would turn on', () => {
    assert.equal(
      aboutVersion('0.1.0', later),
      'These 2 rules are newer and off: `tool-removed`, `other`. Write `0.10.0` to turn them on.',
    );
    assert.equal(
      aboutVersion('0.2.0', later),
      'This rule is newer and off: `tool-removed`. Write `0.10.0` to turn it on.',
    );
    assert.equal(aboutVersion('0.10.0', later), 'No later version has added a rule, so every rule is on.');
  });

  it('comes from versions in the order of their numbers', () => {
    assert.deepEqual(versionsWithRules(later), ['0.10.0', '0.2.0', '0.1.0']);
  });
});
