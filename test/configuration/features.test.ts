/** Completion, hover and diagnostics in the configuration file, with and without its schema. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ConfigurationOptions,
  configurationCompletions,
  configurationHover,
  positionIn,
  sourceOf,
} from '../../server/core/index';

const options = (hasSchema: boolean): ConfigurationOptions => ({
  hasSchema,
  files: () => ['src/agents/a.md', 'src/agents/b.md', 'docs/x`y.md'],
  unknown: (kind) => (kind === 'tools' ? ['Deploy'] : []),
});

/** The text without its mark `|`, and the position of the mark. */
function marked(text: string) {
  const at = text.indexOf('|');
  const plain = text.slice(0, at) + text.slice(at + 1);
  return { plain, position: positionIn(sourceOf(plain), at) };
}

const completed = (text: string, hasSchema = false) => {
  const { plain, position } = marked(text);
  return configurationCompletions(plain, position, options(hasSchema));
};

const labels = (text: string, hasSchema = false): readonly string[] =>
  completed(text, hasSchema).map(({ label }) => label);

const hovered = (text: string, hasSchema = false): string => {
  const { plain, position } = marked(text);
  const { contents } = configurationHover(plain, position, options(hasSchema)) ?? { contents: '' };
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
};

it('a hover over the version says what a raise would turn on, also where the client has the schema', () => {
  for (const hasSchema of [true, false])
    assert.match(hovered('{ "version": "0.|1.0" }', hasSchema), /every rule is on/);
  assert.equal(hovered('{ "version": "x|" }', true), '');
});

describe('completion in the configuration file', () => {
  const table: readonly (readonly [text: string, some: readonly string[], none: readonly string[]])[] = [
    ['{ | }', ['rules', 'allow', 'files', 'ignore', 'overrides', 'extends', 'tokens'], ['loadLens']],
    ['{ "rules": {}, "|" }', ['allow'], ['rules']],
    ['{ "rules": { "|" } }', ['name-file', 'tool-unknown'], ['rules']],
    ['{ "rules": { "name-file": "|" } }', ['off', 'hint'], ['name-file']],
    ['{ "rules": { "name-file": | } }', ['off', 'hint'], []],
    ['{ "hosts": ["|"] }', ['claude-code'], []],
    ['{ "files": { "src/agents/**": "|" } }', ['claude-code', 'codex'], ['claude-code-plugin']],
    ['{ "files": { "|" } }', ['src/agents/**/*.md', 'src/agents/a.md'], []],
    ['{ "ignore": ["|"] }', ['src/agents/**/*.md'], []],
    ['{ "overrides": [{ | }] }', ['files', 'rules'], ['extends', 'overrides']],
    ['{ "overrides": [{ "files": ["|"] }] }', ['docs/**/*.md'], []],
    ['{ "overrides": [{ "allow": { "tools": ["|"] } }] }', ['Deploy'], []],
    ['{ "allow": { "tools": ["|"] } }', ['Deploy'], []],
    ['{ "allow": { "servers": ["|"] } }', [], ['Deploy']],
    ['{ "allow": { | } }', ['tools', 'servers'], []],
    ['{ "version": "|" }', ['0.1.0'], ['off']],
    ['{ "sections": { "ordered": | } }', ['true', 'false'], []],
    ['{ /* | */ }', [], ['rules']],
    ['{ // |', [], ['rules']],
    ['[ | ]', [], ['rules']],
  ];
  for (const [text, some, none] of table) {
    it(text, () => {
      const found = labels(text);
      for (const label of some) assert.ok(found.includes(label), `${label} is not in ${found}`);
      for (const label of none) assert.ok(!found.includes(label), label);
    });
  }

  it('says only what no schema can know, where the client has the schema', () => {
    for (const text of ['{ | }', '{ "rules": { "|" } }', '{ "hosts": ["|"] }', '{ "allow": { | } }'])
      assert.deepEqual(labels(text, true), [], text);
    assert.deepEqual(labels('{ "allow": { "tools": ["|"] } }', true), ['Deploy']);
    assert.ok(labels('{ "ignore": ["|"] }', true).includes('src/agents/a.md'));
  });

  it('replaces the whole word with its quotes, and adds a colon where none is', () => {
    const edits = (text: string) =>
      completed(text)
        .filter(({ label }) => label === 'name-file')
        .map(({ textEdit }) => textEdit);
    assert.deepEqual(edits('{ "rules": { "na|me" } }'), [
      { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 19 } }, newText: '"name-file": ' },
    ]);
    assert.deepEqual(edits('{ "rules": { "na|me": "off" } }'), [
      { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 19 } }, newText: '"name-file"' },
    ]);
  });
});

describe('hover in the configuration file', () => {
  it('explains keys, rules, values and patterns', () => {
    assert.match(hovered('{ "igno|re": [] }'), /^Patterns for files that are not checked/);
    assert.match(hovered('{ "rules": { "name-f|ile": "off" } }'), /\*\*.+\.\*\* .+ Default severity: \w+\./);
    assert.match(hovered('{ "rules": { "name-file": "o|ff" } }'), /^Do not report\.$/);
    assert.equal(
      hovered('{ "ignore": ["src/|agents/**"] }'),
      'Matches 2 known files: `src/agents/a.md`, `src/agents/b.md`.\n\nA pattern for files below the folder of the configuration file: `*` any characters of a name, `**` any folders, `?` one character, `{a,b}` alternatives. Without `/` it matches in every folder. A folder stands for everything in it. `!` before a pattern takes files out again.',
    );
    assert.equal(hovered('{ "ignore": |[] }'), '');
  });

  it('leaves to the schema what it says', () => {
    assert.equal(hovered('{ "igno|re": [] }', true), '');
    assert.equal(hovered('{ "rules": { "name-file": "o|ff" } }', true), '');
    assert.match(hovered('{ "rules": { "name-f|ile": "off" } }', true), /Default severity/);
    assert.equal(
      hovered('{ "files": { "no|pe/**": "claude-code" } }', true),
      'Matches no agent file that is known here.',
    );
    assert.equal(hovered('{ "ignore": ["do|cs"] }', true), "Matches 1 known file: `docs/x'y.md`.");
  });
});
