/** The configuration file on the command line: which one applies to a file, and the message about a broken one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, SOUND } from './memory';

const inner = '/w/sub/.claude/agents/a.md';
const outer = '/w/.claude/agents/b.md';
/** One finding with a safe fix, and one about the file's name. */
const doubled = SOUND.replace('---\n\n', 'tools: Read, Read\n---\n\n');
const agents = { [inner]: doubled, [outer]: doubled };
const off = JSON.stringify({ rules: { 'tool-duplicate': 'off', 'name-file': 'off', 'name-hides': 'off' } });
const loud = JSON.stringify({ rules: { 'tool-duplicate': 'error', 'name-file': 'off', 'name-hides': 'off' } });

/** Path and severity of each finding. */
function found(files: Readonly<Record<string, string>>): readonly string[] {
  const { out } = run(['check', '--format', 'json'], { ...agents, ...files });
  const parsed: { files: { path: string; findings: { severity: string }[] }[] } = JSON.parse(out);
  return parsed.files.flatMap(({ path, findings }) => findings.map(({ severity }) => `${path} ${severity}`));
}

describe('.agent-authoring.json', () => {
  it('applies to everything below its folder, and only the nearest one counts', () => {
    assert.deepEqual(found({ '/w/.agent-authoring.json': off }), []);
    assert.deepEqual(found({ '/.agent-authoring.json': off }), []);
    assert.deepEqual(found({ '/w/.agent-authoring.json': off, '/w/sub/.agent-authoring.json': loud }), [
      'sub/.claude/agents/a.md error',
    ]);
    assert.deepEqual(found({ '/w/.agent-authoring.json': loud, '/w/sub/.agent-authoring.json': off }), [
      '.claude/agents/b.md error',
    ]);
  });

  it('decides about the exit code', () => {
    assert.equal(run(['check'], agents).code, 0);
    assert.equal(run(['check'], { ...agents, '/w/.agent-authoring.json': loud }).code, 1);
  });

  it('requires sections', () => {
    const { out } = run(['check'], {
      ...agents,
      '/w/.agent-authoring.json': JSON.stringify({ sections: { require: [{ kind: 'role' }] } }),
    });
    assert.equal(out.match(/section-missing/g)?.length, 2);
  });

  it('sets token budgets for each part', () => {
    const { out, code } = run(['check'], {
      ...agents,
      '/w/.agent-authoring.json': JSON.stringify({
        tokens: { bodyBudget: 1 },
        rules: { 'tokens-over-budget': 'error' },
      }),
    });
    assert.equal(out.match(/tokens-over-budget/g)?.length, 2);
    assert.equal(code, 1);
  });

  it('applies to `fix` too', () => {
    const written = new Map<string, string>();
    run(['fix'], { ...agents, '/w/sub/.agent-authoring.json': off }, { written });
    assert.deepEqual([...written.keys()], [outer]);
  });

  it('that is partly invalid is reported, and the rest of it is used', () => {
    const text = JSON.stringify({
      $schema: 'x',
      rules: { 'name-file': 'off', 'tool-removd': 'off' },
      tokens: { bodyBuget: 1 },
      nope: 1,
    });
    const { code, out, err } = run(['check'], { ...agents, '/w/.agent-authoring.json': text });
    assert.equal(code, 2);
    assert.deepEqual(err.trimEnd().split('\n'), [
      'agent-authoring: /w/.agent-authoring.json:1:43: `rules` names `tool-removd`, which is not a rule',
      'agent-authoring: /w/.agent-authoring.json:1:74: `tokens.bodyBuget` is not a setting of this file',
      'agent-authoring: /w/.agent-authoring.json:1:89: `nope` is not a setting of this file',
    ]);
    assert.doesNotMatch(out, /name-file/);
  });

  it('that is broken is reported once, and the agents are still checked', () => {
    for (const command of ['check', 'fix', 'explain']) {
      const { code, out, err } = run([command], { ...agents, '/w/.agent-authoring.json': '{ "rules": ' });
      assert.equal(code, 2);
      assert.match(
        err,
        /^agent-authoring: \/w\/\.agent-authoring\.json:1:12: The file is not valid JSON: a value is missing\n$/,
      );
      assert.match(out, /b\.md/);
    }
    const unread = run(['check'], { ...agents, '/w/.agent-authoring.json': { broken: 'permission denied' } });
    assert.equal(
      unread.err,
      'agent-authoring: /w/.agent-authoring.json:1:1: The file cannot be read: permission denied\n',
    );
    assert.equal(run(['check'], { ...agents, '/w/.agent-authoring.json': ' '.repeat(70_000) }).code, 2);
  });
});
