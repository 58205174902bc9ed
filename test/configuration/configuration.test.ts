/** Which configuration applies to a file, and what is said about files that cannot be used as they are. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults, formatsAt, settingsAt } from '../../server/core/index';
import { configurationOf, faultsIn } from './memory';

const FILE = '/w/.agent-authoring.json';
const AGENT = '/w/.claude/agents/a.md';
const off = (...rules: readonly string[]): string =>
  JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });

describe('the configuration of a file', () => {
  it('may have comments, and commas after the last value', () => {
    for (const name of [FILE, `${FILE}c`]) {
      const files = { [name]: '// Ours.\n{ "maxFindings": 7, /* few */ }\n' };
      const configuration = configurationOf(AGENT, files);
      assert.deepEqual(faultsIn(configuration, files), []);
      assert.equal(settingsAt(configuration, AGENT).maxFindings, 7);
    }
  });

  it('is `.json` where a folder has both files, and the other one is told so', () => {
    const files = { [FILE]: '{ "maxFindings": 7 }', [`${FILE}c`]: '{ "maxFindings": 8 }' };
    const configuration = configurationOf(AGENT, files);
    assert.equal(settingsAt(configuration, AGENT).maxFindings, 7);
    assert.deepEqual(faultsIn(configuration, files), [
      `${FILE}c «» \`.agent-authoring.json\` is in the same folder, so this file has no effect`,
    ]);
  });

  it('has overrides for some files, of which later ones count, and which join rules and allowed names', () => {
    const text = JSON.stringify({
      rules: { 'name-file': 'off' },
      maxFindings: 5,
      allow: { tools: ['A'] },
      overrides: [
        { files: ['**/legacy/**'], rules: { 'heading-jump': 'off' }, maxFindings: 6, allow: { tools: ['B'] } },
        { files: ['*.md', '!*/keep.md'], maxFindings: 7, tokens: { bodyBudget: 9 } },
      ],
    });
    const configuration = configurationOf('/w/x/a.md', { [FILE]: text });
    const of = (path: string) => {
      const { rules, maxFindings, allow, tokens } = settingsAt(configuration, path);
      return [Object.keys(rules), maxFindings, allow.tools, tokens.bodyBudget];
    };
    assert.deepEqual(of('/w/x/a.toml'), [['name-file'], 5, ['A'], null]);
    assert.deepEqual(of('/w/x/legacy/a.toml'), [['name-file', 'heading-jump'], 6, ['A', 'B'], null]);
    assert.deepEqual(of('/w/x/legacy/a.md'), [['name-file', 'heading-jump'], 7, ['A', 'B'], 9]);
    assert.deepEqual(of('/w/x/keep.md'), [['name-file'], 5, ['A'], null]);
    assert.equal(settingsAt(configuration, '/w/x/a.md'), settingsAt(configuration, '/w/x/b.md'), 'the same object');
  });

  it('ignores files, and reads others in the formats that it gives them', () => {
    const text = JSON.stringify({
      ignore: ['vendor', '!vendor/ours.md'],
      files: { 'src/agents': 'claude-code', 'src/agents/both/*.md': ['copilot-cli', 'claude-code'] },
    });
    const files = { [FILE]: text };
    const configuration = configurationOf('/w/a.md', files);
    assert.deepEqual(faultsIn(configuration, files), []);
    const isIgnored = (path: string): boolean => settingsAt(configuration, path).isIgnored === true;
    assert.deepEqual(['/w/vendor/a.md', '/w/vendor/ours.md', '/w/a.md'].map(isIgnored), [true, false, false]);
    const ids = (path: string) => formatsAt(configuration, path)?.map(({ id }) => id);
    assert.deepEqual(ids('/w/src/agents/a.md'), ['claude-code']);
    assert.deepEqual(ids('/w/src/agents/both/a.md'), ['copilot-cli', 'claude-code']);
    assert.equal(ids('/w/src/agents/logo.png'), undefined, 'an agent is a text');
    assert.equal(ids('/w/src/a.md'), undefined);
  });

  it('reads paths of URIs as they are written', () => {
    const configuration = configurationOf('file:///w/a.md', {
      'file:///w/.agent-authoring.json': JSON.stringify({ ignore: ['my agents/**'] }),
    });
    assert.equal(settingsAt(configuration, 'file:///w/my%20agents/a.md').isIgnored, true);
  });

  it('is the defaults without a file', () => {
    assert.equal(settingsAt(configurationOf(AGENT, {}), AGENT), defaults);
    assert.equal(settingsAt(configurationOf('a.md', {}), 'a.md'), defaults);
  });
});

describe('a configuration file that extends another one', () => {
  const git = { '/w/.git/HEAD': '' };
  const base = '/w/config/base.agent-authoring.json';
  const extending = (path: string): string => JSON.stringify({ extends: path, maxFindings: 7 });

  it('has priority over it, and its patterns are about the folder of the nearest file', () => {
    const files = {
      [FILE]: JSON.stringify({ extends: './config/base.agent-authoring.json', rules: { 'name-file': 'error' } }),
      [base]: JSON.stringify({
        rules: { 'name-file': 'off', 'heading-jump': 'off' },
        maxFindings: 3,
        ignore: ['vendor'],
        overrides: [{ files: ['x/**'], maxFindings: 4 }],
      }),
    };
    const configuration = configurationOf(AGENT, files);
    assert.deepEqual(faultsIn(configuration, files), []);
    assert.deepEqual(configuration.files, [FILE, base]);
    const { rules, maxFindings } = settingsAt(configuration, AGENT);
    assert.deepEqual([rules, maxFindings], [{ 'name-file': 'error', 'heading-jump': 'off' }, 3]);
    assert.equal(settingsAt(configuration, '/w/x/a.md').maxFindings, 4);
    assert.equal(settingsAt(configuration, '/w/vendor/a.md').isIgnored, true);
  });

  it('may extend the one of the folder above, in the same repository', () => {
    const files = {
      ...git,
      '/w/sub/.agent-authoring.json': extending('../.agent-authoring.json'),
      [FILE]: off('name-file'),
    };
    const configuration = configurationOf('/w/sub/a.md', files);
    assert.deepEqual(faultsIn(configuration, files), []);
    assert.deepEqual(settingsAt(configuration, '/w/sub/a.md').rules, { 'name-file': 'off' });
  });

  const refused: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [
      'one that is not there',
      { [FILE]: extending('no.agent-authoring.json') },
      `${FILE} «"no.agent-authoring.json"» \`extends\` names \`no.agent-authoring.json\`, which does not exist`,
    ],
    [
      'itself',
      { [FILE]: extending('.agent-authoring.json') },
      `${FILE} «".agent-authoring.json"» \`extends\` names this file itself`,
    ],
    [
      'in a circle',
      { [FILE]: extending('config/base.agent-authoring.json'), [base]: extending('../.agent-authoring.json'), ...git },
      `${base} «"../.agent-authoring.json"» \`extends\` leads back to this file`,
    ],
    [
      'outside of the repository',
      {
        '/w/.git/HEAD': '',
        [FILE]: extending('../.agent-authoring.json'),
        '/.agent-authoring.json': '{ "maxFindings": 1 }',
      },
      `${FILE} «"../.agent-authoring.json"» \`extends\` leads out of the repository, and is not read`,
    ],
    [
      'above where no repository is known',
      { '/w/sub/.agent-authoring.json': extending('../.agent-authoring.json'), [FILE]: '{}' },
      '/w/sub/.agent-authoring.json «"../.agent-authoring.json"» `extends` leads out of the repository, and is not read',
    ],
    [
      'above the root',
      { [FILE]: extending('../../../.agent-authoring.json') },
      `${FILE} «"../../../.agent-authoring.json"» \`extends\` leads out of the repository, and is not read`,
    ],
    [
      'any other file',
      { [FILE]: extending('/etc/passwd') },
      `${FILE} «"/etc/passwd"» \`extends\` must be a path from the folder of this file, with \`/\` between names`,
    ],
    [
      'a file of another name',
      { [FILE]: extending('secrets.json') },
      `${FILE} «"secrets.json"» \`extends\` must name a file that ends in \`.agent-authoring.json\` or \`.agent-authoring.jsonc\``,
    ],
    [
      'an address',
      { [FILE]: extending('https://example.com/.agent-authoring.json') },
      `${FILE} «"https://example.com/.agent-authoring.json"» \`extends\` must be a path from the folder of this file, with \`/\` between names`,
    ],
  ];
  for (const [title, files, fault] of refused) {
    it(`is told about ${title}, and counts without it`, () => {
      const path = '/w/sub/a.md';
      const configuration = configurationOf(path, files);
      assert.deepEqual(faultsIn(configuration, files), [fault]);
      assert.equal(settingsAt(configuration, path).maxFindings, 7);
    });
  }

  it('may do so only a few times', () => {
    const names = Array.from({ length: 12 }, (_, i) => `/w/${i}.agent-authoring.json`);
    const files = Object.fromEntries([
      [FILE, extending('0.agent-authoring.json')],
      ...names.map((name, i) => [name, extending(`${i + 1}.agent-authoring.json`)]),
    ]);
    const { files: read, faults } = configurationOf(AGENT, files);
    assert.equal(read.length, 8);
    assert.match(faults[0]?.message ?? '', /at most 8 files may extend one another/);
  });
});

describe('a problem of a configuration file', () => {
  const table: readonly (readonly [text: string, faults: readonly string[]])[] = [
    ['{ "rules": { "nope": "off" } }', ['«"nope"» `rules` names `nope`, which is not a rule']],
    [
      '{ "rules": { "name-file": "loud" } }',
      ['«"loud"» `rules` must set `name-file` to `error`, `warning`, `information`, `hint` or `off`'],
    ],
    ['{ "hosts": ["claude-code", "nope"] }', ['«"nope"» `hosts` must contain only']],
    ['{ "loadLens": true }', ['«"loadLens"» `loadLens` is a setting of the editor and has no effect in this file']],
    ['{ "tokens": 5 }', ['«"tokens"» `tokens` must be an object']],
    [
      '{ "tokens": { "bodyBudget": -1, "x": 1 } }',
      ['«-1» `tokens.bodyBudget` must be an integer', '«"x"» `tokens.x` is not a setting of this file'],
    ],
    [
      '{ "maxFindings": 1, "maxFindings": 2 }',
      ['«"maxFindings"» `maxFindings` is set again below, and only the last one counts'],
    ],
    ['{ "ignore": ["a", "[b]"] }', ['«"[b]"» `ignore` must contain patterns without brackets']],
    ['{ "ignore": "a" }', ['«"a"» `ignore` must be an array of patterns for files']],
    ['{ "files": { "a/**": "nope" } }', ['«"nope"» `files` names `nope`, which is not a format']],
    [
      '{ "files": { "../a": "claude-code" } }',
      ['«"../a"» `files` must contain patterns for files below the folder of this file'],
    ],
    [
      '{ "files": { "a": "claude-code-plugin" } }',
      ['«"claude-code-plugin"» `files` names `claude-code-plugin`, which only the files beside a manifest can have'],
    ],
    ['{ "allow": { "tool": [] } }', ['«"tool"» `allow` has no list `tool`']],
    ['{ "allow": { "tools": ["", 7] } }', ['«""» `allow` must have names', '«7» `allow` must have names']],
    ['{ "overrides": [{ "rules": {} }] }', ['«{ "rules": {} }» An override needs `files`']],
    [
      '{ "overrides": [{ "files": ["a", "\\\\"], "rules": { "nope": "off" }, "extends": "x" }] }',
      [
        '«"\\\\"» `files` must contain patterns with `/` between names',
        '«"nope"» `rules` names `nope`',
        '«"extends"» `extends` cannot be set for some files only',
      ],
    ],
    ['{ "overrides": {} }', ['«{}» `overrides` must be an array of objects']],
    [
      '{ "sections": { "profil": "full", "require": [{ "kind": "role", "children": ["x"] }] } }',
      ['«"profil"» `sections` has no key `profil`', '«"x"» `sections` contains `require`, which must contain objects'],
    ],
    [
      '{ "report": { "keys": ["a", "b c", { "key": "" }] } }',
      ['«"b c"» `report.keys` must contain', '«""» `report.keys` must contain'],
    ],
    ['{ "rules": {', ['«» The file is not valid JSON: a closing brace is missing']],
    ['[]', ['«[]» The file is not a JSON object']],
  ];
  for (const [text, faults] of table) {
    it(text, () => {
      const files = { [FILE]: text };
      const found = faultsIn(configurationOf(AGENT, files), files).map((fault) => fault.slice(FILE.length + 1));
      assert.equal(found.length, faults.length, found.join('\n'));
      for (const [i, fault] of faults.entries()) assert.ok(found[i]?.startsWith(fault), `${found[i]} is not ${fault}`);
    });
  }
});
