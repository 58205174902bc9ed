/** Agents in the configuration files of OpenCode and Kilo: problems, fixes, completion and hover. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/core/text/edits';
import { featuresOf, hoveredAt, named } from './hostFeatures';

const host = featuresOf('opencode-config', 'file:///w/opencode.json');
const { findingsIn } = host;

const withAgent = (fields: string): string => `{ "model": "a/b", "agent": { "tester": { ${fields} } } }`;

describe('agents in the configuration of OpenCode', () => {
  for (const [fields, part] of [
    ['"description": "x", "mode": "subagent", "prompt": "B", "permission": { "edit": "deny" }', undefined],
    ['"description": "x", "temperature": 0.3, "tools": { "bash": false }, "permission": "ask"', undefined],
    ['"foo": 1, "model": "sonnet", "hidden": true, "steps": 5, "color": "#aabbcc", "options": {}', undefined],
    ['"mode": "Subagent"', '"Subagent"'],
    ['"tools": "read"', '"read"'],
    ['"tools": { "bash": "no" }', '"no"'],
    ['"temperature": "0.3"', '"0.3"'],
    ['"description": 5', '5'],
    ['"description": null', 'null'],
    ['"prompt": ["a"]', '["a"]'],
    ['"steps": 0', '0'],
    ['"permission": { "edit": "Deny" }', '"Deny"'],
    ['"color": "red"', '"red"'],
  ] as const)
    it(`with ${fields}`, () => {
      const text = withAgent(fields);
      const found = findingsIn(text);
      assert.deepEqual(named(found), part === undefined ? [] : ['error field-value']);
      for (const { span, message } of found) {
        assert.equal(text.slice(span.start, span.end), part);
        assert.match(
          message,
          /^Invalid `agent`: it is no value for `\w+` of `tester` \(.*\), so OpenCode refuses to start/,
        );
      }
    });

  it('are checked under each key, and only there', () => {
    assert.deepEqual(named(findingsIn('{ "mode": { "a": { "mode": "x" } } }')), ['error field-value']);
    assert.deepEqual(named(findingsIn('{ "agents": [] }')), ['error field-value']);
    assert.deepEqual(named(findingsIn('{ "agent": { "a": 1 } }')), ['error field-value']);
    assert.deepEqual(named(findingsIn('{ "command": { "a": { "mode": "x" } }, "modes": 1, "theme": "x" }')), []);
  });

  it('may stand beside comments, and are left alone where the file cannot be read', () => {
    assert.deepEqual(named(findingsIn('{ // note\n"agent": { "a": { "mode": "x", }, }, }')), ['error field-value']);
    assert.deepEqual(named(findingsIn('{ "agent": { "a": { "mode": "x" }')), []);
  });

  it('have fixes that stay JSON, and none that removes all agents', () => {
    for (const [fields, fixed] of [
      ['"mode": "Subagent"', '"mode": "subagent"'],
      ['"hidden": "true"', '"hidden": true'],
      ['"steps": "5"', '"steps": 5'],
      ['"temperature": "0.5"', '"temperature": 0.5'],
      ['"tools": "read"', undefined],
    ] as const) {
      const text = withAgent(fields);
      const fixes = findingsIn(text)[0]?.fixes ?? [];
      assert.deepEqual(
        fixes.map(({ edits }) => applyEdits(text, edits)),
        fixed === undefined ? [] : [withAgent(fixed)],
      );
    }
  });

  it('are completed and explained', () => {
    assert.ok(host.offered('{ "agent": { "tester": { "$0" } } }').includes('permission'));
    assert.ok(host.offered('{ "agent": { "tester": { "mode": "$0" } } }').includes('subagent'));
    assert.match(hoveredAt(host.atCursor('{ "a$0gent": {} }')), /Agents by their names/);
  });

  it('say above the first line only that the program refuses the file', () => {
    assert.equal(host.lens(withAgent('"mode": "primary"')), undefined);
    assert.match(host.lens(withAgent('"mode": "x"')) ?? '', /^Not loaded: /);
  });
});

describe('agents in the configuration of Kilo', () => {
  it('are read from one key, and values are not judged', () => {
    const kilo = featuresOf('kilo-config', 'file:///w/kilo.json');
    const found = kilo.findingsIn('{ "agents": { "a": { "mode": "x" } }, "model": "a/b" }');
    assert.deepEqual(named(found), ['warning field-misnamed']);
    assert.match(found[0]?.message ?? '', /`agents` defines no agent.*Rename it to `agent`/);
    assert.deepEqual(kilo.findingsIn('{ "agent": { "a": { "mode": "x" } } }'), []);
  });
});
