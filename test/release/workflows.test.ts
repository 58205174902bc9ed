/** The workflows of GitHub Actions, and the forms of issues: what they may do, and that each departure is found. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { checkFormatters } from '../../server/cli/formatters/check/index';
import { workflowFaults } from './workflows';

const FOLDER = '.github/workflows';
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const hasBash = spawnSync('bash', ['--version']).status === 0;

describe('the workflows', () => {
  it('are those for every change and for a release', () => {
    assert.deepEqual(workflows.map(({ name }) => name).toSorted(), ['ci.yml', 'release.yml']);
  });

  for (const { name, text } of workflows) {
    it(`${name} can do no more than its task`, () => {
      assert.deepEqual(workflowFaults(parse(text), scripts), []);
    });

    it(`${name} has scripts that a shell can read`, { skip: hasBash ? false : 'needs bash' }, () => {
      const steps = Object.values<{ steps: { run?: string }[] }>(parse(text).jobs).flatMap((job) => job.steps);
      const runs = steps.flatMap(({ run }) => run ?? []);
      assert.ok(runs.length > 1);
      for (const run of runs) assert.equal(spawnSync('bash', ['-n'], { input: run }).status, 0, run);
    });
  }

  it('publishes only what the check of the release has packed', () => {
    const { jobs } = parse(workflows.find(({ name }) => name === 'release.yml')?.text ?? '');
    const needs: Readonly<Record<string, unknown>> = Object.fromEntries(
      Object.entries<{ needs?: unknown }>(jobs).map(([id, job]) => [id, job.needs]),
    );
    assert.deepEqual(needs, { check: undefined, npm: 'check', marketplace: 'check', github: ['npm', 'marketplace'] });
    assert.match(JSON.stringify(jobs.check), /release:check -- --release/);
  });

  const good = `
name: A
on: push
permissions: { contents: read }
jobs:
  a:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v4
        with: { persist-credentials: false }
      - run: npm run lint
`;
  const faults: readonly (readonly [string, string, string, RegExp])[] = [
    ['no name', 'name: A\n', '', /no name/],
    ['an event with too many rights', 'on: push', 'on: { pull_request_target: }', /rights of the repository/],
    ['the default permissions', 'permissions: { contents: read }\n', '', /permits more/],
    ['all permissions', 'contents: read', 'contents: write', /permits more/],
    [
      'a job with a permission for nothing',
      '    timeout',
      '    permissions: { id-token: write }\n    timeout',
      /need id-token/,
    ],
    ['a job with all permissions', '    timeout', '    permissions: write-all\n    timeout', /permits everything/],
    ['no timeout', '    timeout-minutes: 5\n', '', /no timeout/],
    ['a token in the checkout', 'persist-credentials: false', 'fetch-depth: 0', /token in the checkout/],
    ['a branch of an action', 'checkout@v4', 'checkout@main', /not pinned/],
    ['an action of others by a tag', 'actions/checkout@v4', 'other/action@v4', /not pinned/],
    ['an expression in a script', 'npm run lint', `echo "\${{ github.head_ref }}"`, /expression/],
    [
      'a secret for nothing',
      'npm run lint',
      `true\n        env: { A: "\${{ secrets.NPM_TOKEN }}" }`,
      /secret NPM_TOKEN/,
    ],
    ['a script that does not exist', 'npm run lint', 'npm run lints', /script lints/],
    ['packages that are not pinned', 'npm run lint', 'npx cowsay', /lock file/],
  ];
  for (const [what, from, to, says] of faults)
    it(`must not have ${what}`, () => {
      assert.ok(good.includes(from));
      assert.deepEqual(workflowFaults(parse(good), ['lint']), []);
      const found = workflowFaults(parse(good.replace(from, () => to)), ['lint']);
      assert.ok(
        found.some((one) => says.test(one)),
        found.join('\n'),
      );
    });
});

describe('a report of a false alarm', () => {
  const form = parse(readFileSync('.github/ISSUE_TEMPLATE/false-alarm.yml', 'utf8'));
  const guide = readFileSync('.github/CONTRIBUTING.md', 'utf8');

  it('has a form with unique fields and the reproduction first', () => {
    const fields = form.body.filter(({ type }: { type: string }) => type !== 'markdown');
    const ids = fields.map(({ id }: { id: string }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids[0], 'reproduction');
    for (const { attributes } of fields) assert.ok(attributes.label.length > 0);
  });

  it('is explained with commands that exist', () => {
    assert.ok(Object.hasOwn(checkFormatters, 'reproduction'));
    for (const text of [guide, JSON.stringify(form)]) assert.match(text, /check FILE --format reproduction/);
    assert.ok(
      guide.includes(
        `Agent Authoring: ${JSON.parse(readFileSync('package.nls.json', 'utf8'))['commands.copyReproduction.title']}`,
      ),
    );
    for (const [, script = ''] of guide.matchAll(/`npm run ([\w:-]+)/g)) assert.ok(scripts.includes(script), script);
  });

  it('is described in files whose links lead somewhere', () => {
    for (const name of ['CONTRIBUTING.md', 'SECURITY.md']) {
      const text = readFileSync(join('.github', name), 'utf8');
      const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
      assert.ok(links.length > 0);
      for (const link of links) assert.ok(existsSync(join('.github', link)), `${name}: ${link}`);
    }
  });
});
