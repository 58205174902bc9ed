/** The key `version`: rules that are newer stay off, unless the settings name them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationActions } from '../../server/core/features/configuration/versionAction';
import { decisionsAt, type Settings, settingsAt } from '../../server/core/index';
import { lint } from '../../server/core/lint/lint';
import { defaults, parseSettings, settingsOver } from '../../server/core/lint/settings';
import { aboutVersion, isNewerThan, raiseOf, versionsWithRules } from '../../server/core/lint/settings/version';
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

describe('the quick fix for a version', () => {
  const later: readonly Rule[] = [removed, newer, { ...removed, id: 'other', since: '0.2.0' }];
  const FILE = 'file:///w/.agent-authoring.json';

  /** The title of what is offered at a character of a line, and the text after it. */
  function offered(text: string, character: number, only?: readonly string[]): readonly string[] {
    const at = { line: 0, character };
    return configurationActions(FILE, text, { start: at, end: at }, only, (version) => raiseOf(version, later)).map(
      ({ title, edit }) => {
        const [change, ...others] = edit?.changes?.[FILE] ?? [];
        assert.ok(change !== undefined && others.length === 0);
        const { start, end } = change.range;
        return `${title}: ${text.slice(0, start.character)}${change.newText}${text.slice(end.character)}`;
      },
    );
  }

  it('raises it to the last version that has added a rule, and says how many rules this turns on', () => {
    const text = '{ "version": "0.1.0", /* ours */ "maxFindings": 5, }';
    const raised = text.replace('0.1.0', '0.10.0');
    for (const at of [2, 8, 13, 20])
      assert.deepEqual(offered(text, at), [`Raise \`version\` to \`0.10.0\` and turn on 2 rules: ${raised}`]);
    for (const at of [0, 1, 21, 40]) assert.deepEqual(offered(text, at), []);
    assert.deepEqual(offered('{ "version": "0.2.0" }', 5), [
      'Raise `version` to `0.10.0` and turn on 1 rule: { "version": "0.10.0" }',
    ]);
  });

  it('replaces what is not a version, because every rule is on then', () => {
    for (const wrong of ['"v1"', '1', 'null', '"0.0.1"'])
      assert.deepEqual(offered(`{ "version": ${wrong} }`, 5), ['Replace it with `0.10.0`: { "version": "0.10.0" }']);
  });

  it('is not offered where every rule is on, in a broken file, and to those who want other actions', () => {
    for (const text of [
      '{ "version": "0.10.0" }',
      '{ "version": "1.0.0" }',
      '{ "version": "0.1.0", ',
      '{ "x": 1 }',
      '',
    ])
      assert.deepEqual(offered(text, 5), [], text);
    assert.deepEqual(offered('{ "version": "0.1.0" }', 5, ['refactor']), []);
    assert.equal(offered('{ "version": "0.1.0" }', 5, ['quickfix']).length, 1);
  });
});
