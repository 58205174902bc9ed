/** Settings about sections, the configuration file, and the priority of both. Long because it tests each kind of setting. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../server/core/agent/agent';
import {
  catalogue,
  configurationFolders,
  defaults,
  lint,
  listStyleSettings,
  MAX_CONFIGURATION_LENGTH,
  parseConfiguration,
  parseSettings,
  settingsOver,
} from '../server/core/index';
import { profileReportKeys, profiles } from '../server/core/sectionKinds/profiles';
import { inReportOrder, requiredReportKeys, requiredSections } from '../server/core/sectionKinds/required';
import { document } from '../server/core/text/document';
import { agent, fileOf, format } from './agent';

const sectionsOf = (sections: unknown) => parseSettings({ sections }).sections;

describe('the setting of sections', () => {
  it('requires nothing unless it is set', () => {
    for (const value of [undefined, null, 7, 'full', [], {}, { profile: 'half', require: 'role', ordered: 'yes' }])
      assert.deepEqual(sectionsOf(value), { profile: 'none', require: [], ordered: false });
    assert.deepEqual(requiredSections(defaults.sections), []);
  });

  it('drops unknown kinds, and children that belong elsewhere', () => {
    const require = [
      {
        kind: 'quality-assurance',
        children: ['security-standards', 'forbidden-access', 'toString', 7, 'security-standards'],
      },
      { kind: 'nonsense' },
      'role',
      null,
      { kind: 'role', children: 'all' },
    ];
    assert.deepEqual(sectionsOf({ require }).require, [
      { kind: 'quality-assurance', children: ['security-standards'] },
      { kind: 'role', children: [] },
    ]);
  });

  it('combines required sections with those of the profile, without duplicates', () => {
    const required = requiredSections(
      sectionsOf({
        profile: 'full',
        require: [{ kind: 'response-format', children: ['completion-report'] }, { kind: 'role' }],
      }),
    );
    assert.deepEqual(
      required.map(({ kind }) => kind),
      [...profiles.full.map(({ kind }) => kind), 'role'],
    );
    assert.deepEqual(required.find(({ kind }) => kind === 'response-format')?.children, ['completion-report']);
  });

  it('has profiles of known kinds, in the order of the catalogue', () => {
    for (const [profile, require] of Object.entries(profiles)) {
      assert.deepEqual(sectionsOf({ profile: 'none', require }).require, require, profile);
      const places = require.map(({ kind }) => catalogue.findIndex(({ id }) => id === kind));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        profile,
      );
    }
  });

  it('has fixes of `section-missing` that satisfy the whole profile', () => {
    const settings = parseSettings({ sections: { profile: 'full', ordered: true } });
    let text = document`
      ---
      name: a
      description: Does a thing.
      ---
      You do a thing.
      `;
    const asked = profiles.full.reduce((sum, { children }) => sum + 1 + children.length, 0);
    let fixes = 0;
    for (; fixes < 100; fixes++) {
      const { findings } = lint(agent(text), { settings });
      const [edit] = findings.find(({ rule }) => rule === 'section-missing')?.fixes?.[0]?.edits ?? [];
      if (edit === undefined) break;
      text = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
    }
    assert.equal(fixes, asked);
    const left = lint(agent(text), { settings }).findings.filter(({ rule }) => rule.startsWith('section-'));
    assert.deepEqual(left, []);
  });
});

describe('the setting of report keys', () => {
  const keysOf = (keys: unknown) => parseSettings({ report: { keys } }).report.keys;

  it('requires nothing unless the settings or the profile do', () => {
    for (const value of [undefined, null, 7, 'agent', {}, [], [7, null, {}, [], '', 'a b', 'x'.repeat(65)]])
      assert.deepEqual(keysOf(value), []);
    assert.deepEqual(parseSettings({ report: 7 }).report.keys, []);
    assert.deepEqual(requiredReportKeys(defaults.sections, []), []);
    const full = requiredReportKeys(sectionsOf({ profile: 'full' }), keysOf(['risk', 'agent']));
    assert.deepEqual(
      full.map(({ key }) => key),
      [...profileReportKeys.full.filter((key) => key !== 'agent'), 'risk', 'agent'],
    );
  });

  it('accepts names and descriptions, and knows the usual keys', () => {
    const [files, risk, steps] = keysOf([
      'files_modified',
      { key: 'risk', summary: ' How much may break. ', place: 'low | high', shape: 'tree' },
      { key: 'steps', shape: 'list', place: 'a "step"', summary: 'two\nlines' },
      'risk',
    ]);
    assert.equal(files?.shape, 'list');
    assert.deepEqual(risk, { key: 'risk', shape: 'text', summary: 'How much may break.', place: 'low | high' });
    assert.deepEqual([steps?.shape, steps?.place], ['list', 'steps']);
    const [spaced, nothing] = keysOf(['next_steps_', '_']);
    assert.deepEqual([spaced?.place, nothing?.place], ['next steps', '_']);
    assert.equal(keysOf(Array.from({ length: 1_000 }, (_, i) => `k${i}`)).length, 100);
  });

  it('has the order of the settings, with the usual keys in their usual places', () => {
    const order = inReportOrder(keysOf(['risk', 'changes_summary'])).map(({ key }) => key);
    assert.deepEqual(order.slice(0, 5), ['agent', 'files_modified', 'risk', 'changes_summary', 'technical_decisions']);
    assert.equal(new Set(order).size, order.length);
  });
});

describe('the settings about tokens', () => {
  it('have no budget by default, and accept whole numbers from zero', () => {
    const budgetOf = (bodyBudget: unknown) => parseSettings({ tokens: { bodyBudget } }).tokens.bodyBudget;
    for (const value of [undefined, null, -1, 1.5, Number.NaN, 1e9, '7', [7], true])
      assert.equal(budgetOf(value), null);
    for (const value of [0, 1, 2_000, 1_000_000]) assert.equal(budgetOf(value), value);
    for (const value of [undefined, null, 7, 'all', []])
      assert.deepEqual(parseSettings({ tokens: value }).tokens, defaults.tokens);
    assert.deepEqual(defaults.tokens, {
      inlayHints: 'description',
      descriptionBudget: null,
      bodyBudget: null,
      sectionBudget: null,
    });
  });

  it('say which part is too large, by how much, and who reads it', () => {
    const settings = parseSettings({ tokens: { descriptionBudget: 3, bodyBudget: 4, sectionBudget: 1 } });
    const text = document`
      ---
      name: a
      description: Does a thing.
      ---
      You do it.

      ## Limits
      `;
    const { findings } = lint(agent(text), { settings });
    const ours = findings.filter(({ rule }) => rule === 'tokens-over-budget');
    assert.deepEqual(
      ours.map(({ severity, span }) => [severity, text.slice(span.start, span.end)]),
      [
        ['information', 'description'],
        ['information', '---'],
        ['information', 'Limits'],
      ],
    );
    assert.match(
      ours[0]?.message ?? '',
      /^The description has about 4 tokens; the settings allow 3.*every conversation.*Keep/,
    );
    assert.match(ours[1]?.message ?? '', /^The body has about 7 tokens; the settings allow 4.*prompt.*Shorten/);
    assert.match(ours[2]?.message ?? '', /^The section `Limits` has about 2 tokens; the settings allow 1.*Shorten/);
  });

  it('give one finding about a description that is long by any measure', () => {
    const file = fileOf(document`
      ---
      name: a
      description: ${'Reviews a diff. '.repeat(400)}
      ---
      Hi
      `);
    const found = (tokens: object) =>
      lint(agentOf(file, format), {
        settings: parseSettings({ tokens, rules: { 'name-style': 'off' } }),
      }).findings.map(({ rule }) => rule);
    assert.deepEqual(found({}), ['description-long']);
    assert.deepEqual(found({ descriptionBudget: 0 }), ['description-long']);
    assert.deepEqual(found({ descriptionBudget: 100 }), ['tokens-over-budget']);
    assert.deepEqual(found({ descriptionBudget: 10_000 }), []);
  });
});

describe('the settings of formatting', () => {
  it('keep each valid value', () => {
    const plain = { sortKeys: false, listStyle: 'keep' };
    for (const format of [undefined, null, 7, [], 'block', { sortKeys: 'yes', listStyle: 'Block' }])
      assert.deepEqual(parseSettings({ format }).format, plain);
    for (const listStyle of listStyleSettings)
      assert.deepEqual(parseSettings({ format: { listStyle } }).format, { ...plain, listStyle });
    assert.deepEqual(parseSettings({ format: { sortKeys: true, listStyle: 7 } }).format, { ...plain, sortKeys: true });
  });
});

describe('the configuration file', () => {
  const read = (value: unknown) => parseConfiguration(JSON.stringify(value));

  it('has the keys of the settings with the scope `file`', () => {
    const settings = {
      rules: { 'tool-removed': 'off' },
      maxFindings: 7,
      sections: { profile: 'full' },
      report: { keys: ['risk'] },
      tokens: { bodyBudget: 9 },
    };
    const whole = read({ $schema: 'x', ...settings });
    assert.ok(whole.kind === 'settings');
    assert.deepEqual([whole.settings, whole.problems], [parseSettings(settings), []]);
    const personal = read({ loadLens: false, format: { sortKeys: true }, tokens: { inlayHints: 'all' }, other: 1 });
    assert.ok(personal.kind === 'settings');
    assert.deepEqual(personal.settings, defaults);
    const ofEditor = 'is a setting of the editor and has no effect in this file';
    assert.deepEqual(
      personal.problems.map(({ message }) => message),
      [
        `\`loadLens\` ${ofEditor}`,
        `\`format\` ${ofEditor}`,
        `\`tokens.inlayHints\` ${ofEditor}`,
        '`other` is not a setting of this file',
      ],
    );
    assert.equal(parseConfiguration('\uFEFF{}').kind, 'settings');
  });

  const unusable: readonly (readonly [object, string])[] = [
    [{ rules: [] }, '`rules` must be an object with rule ids as keys'],
    [{ rules: { 'tool-removd': 'off' } }, '`rules` names `tool-removd`, which is not a rule'],
    [{ rules: { 'tool-case': 'off', 'tool-removed': 'loud' } }, '`rules` must set `tool-removed` to `error`, '],
    [{ maxFindings: 0 }, '`maxFindings` must be an integer from 1 to 10000'],
    [{ sections: { profile: 'half' } }, '`sections` contains `profile`, which must be `none` or `full`'],
    [{ sections: { ordered: 1 } }, '`sections` contains `ordered`, which must be `true` or `false`'],
    [
      { sections: { require: [{ kind: 'nonsense' }] } },
      '`sections` contains `require`, which must contain objects such as ',
    ],
    [
      { sections: { require: [{ kind: 'role', children: ['role'] }] } },
      '`sections` contains `require`, which must contain ',
    ],
    [{ report: { keys: ['a b'] } }, '`report.keys` must contain at most 100 keys, '],
    [{ tokens: { bodyBudget: 1.5 } }, '`tokens.bodyBudget` must be an integer from 0 to 1000000'],
  ];
  for (const [value, said] of unusable) {
    it(`names what is wrong in ${JSON.stringify(value)}`, () => {
      const result = read(value);
      assert.ok(result.kind === 'settings');
      assert.equal(result.problems.length, 1);
      assert.ok(result.problems[0]?.message.startsWith(said), result.problems[0]?.message);
    });
  }

  it('uses the valid part of a setting', () => {
    const result = read({ rules: { 'tool-case': 'off', 'tool-removed': 'loud' }, report: { keys: ['risk', 7] } });
    assert.ok(result.kind === 'settings');
    assert.deepEqual(result.settings.rules, { 'tool-case': 'off' });
    assert.deepEqual(
      result.settings.report.keys.map(({ key }) => key),
      ['risk'],
    );
    assert.equal(result.problems.length, 2);
  });

  const broken: readonly (readonly [string, RegExp])[] = [
    ['', /is not a JSON object/],
    ['{ "rules": ', /is not valid JSON/],
    ['rules: {}', /is not valid JSON/],
    ['[]', /is not a JSON object/],
    ['null', /is not a JSON object/],
    ['['.repeat(MAX_CONFIGURATION_LENGTH), /nests deeper than 64 levels/],
    [`{${' '.repeat(MAX_CONFIGURATION_LENGTH)}}`, /is longer than 64 KB/],
  ];
  for (const [text, said] of broken) {
    it(`${JSON.stringify(text.slice(0, 12))} of ${text.length} characters is broken`, () => {
      const result = parseConfiguration(text);
      assert.match(result.kind === 'error' ? result.message : '', said);
    });
  }

  it('may be in any parent folder, the nearest first', () => {
    const places: Readonly<Record<string, readonly string[]>> = {
      '/w/x/a.md': ['/w/x', '/w', ''],
      'C:/w/a.md': ['C:/w', 'C:'],
      'file:///w/a.md': ['file:///w', 'file://'],
      'vscode-vfs://github/o/a.md': ['vscode-vfs://github/o', 'vscode-vfs://github'],
      'untitled:Untitled-1': [],
      'a.md': [],
      '': [],
    };
    for (const [path, expected] of Object.entries(places)) assert.deepEqual(configurationFolders(path), expected, path);
    assert.equal(configurationFolders('/x'.repeat(10_000)).length, 64);
  });

  it('is overridden only by settings that the editor changes', () => {
    const file = parseSettings({
      rules: { 'tool-removed': 'off', 'tool-case': 'hint' },
      maxFindings: 7,
      sections: { profile: 'full', ordered: true },
      report: { keys: ['risk'] },
      tokens: { descriptionBudget: 100, bodyBudget: 2_000 },
    });
    assert.deepEqual(settingsOver(file, defaults), file);
    assert.deepEqual(settingsOver(defaults, file), file);
    const editor = parseSettings({
      rules: { 'tool-case': 'error' },
      maxFindings: 9,
      sections: { require: [{ kind: 'role' }] },
      loadLens: false,
      tokens: { inlayHints: 'off', descriptionBudget: 0, sectionBudget: 300 },
    });
    assert.deepEqual(settingsOver(file, editor), {
      ...defaults,
      rules: { 'tool-removed': 'off', 'tool-case': 'error' },
      maxFindings: 9,
      sections: { profile: 'full', require: [{ kind: 'role', children: [] }], ordered: true },
      report: file.report,
      loadLens: false,
      tokens: { inlayHints: 'off', descriptionBudget: 0, bodyBudget: 2_000, sectionBudget: 300 },
    });
  });
});
