/** Nothing that a release promises is taken away: names may be added, and removed only with a new major version. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { broken, type Promises, promises } from './promises';

const FILE = 'test/snapshots/promises.json';

const recorded = (): Promises => JSON.parse(readFileSync(FILE, 'utf8'));
const now = promises();

describe('what a release promises', () => {
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(FILE, `${JSON.stringify(now, undefined, 2)}\n`);

  it('is still there', () => {
    assert.deepEqual(
      broken(recorded(), now),
      [],
      'these names were promised (docs/releases.md); before the first release, UPDATE_SNAPSHOTS=1 records the present ones',
    );
  });

  // `release:check --release` sets it: in between, whoever adds a name need not record it.
  if (process.env['RELEASE'] === '1')
    it('is recorded in full before a release', () => {
      assert.deepEqual(broken(now, recorded()), [], 'UPDATE_SNAPSHOTS=1 records them');
    });

  it('covers rules, settings, options, output and the interface', () => {
    const some: Readonly<Record<string, string>> = {
      rules: 'tool-removed',
      settings: 'tokens.bodyBudget',
      options: 'check --fail-on',
      'output of check': 'sarif',
      'exit codes': 'check: 2',
      'keys of check --format json': 'files[].findings[].fixes[].edits[].newText',
      'keys of check --format sarif': 'runs[].results[].ruleId',
      'commands of VS Code': 'agentAuthoring.copyReproduction',
      interface: 'check',
    };
    for (const [what, name] of Object.entries(some)) assert.ok(now[what]?.includes(name), `${what}: ${name}`);
  });

  it('is missed when it is gone', () => {
    assert.deepEqual(broken({ rules: ['a', 'b'], gone: ['c'] }, { rules: ['b', 'd'] }), ['rules: a', 'gone: c']);
  });
});
