/** Manifests of plugins and marketplaces of Claude Code, compared with recorded runs of the program and its validator. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { detect } from '../../server/core/workspace/detect';
import type { Workspace } from '../../server/core/workspace/workspace';
import { named } from './hostFeatures';
import { describeRuns, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly validate_rc: number;
  readonly warnings: readonly string[];
}

/** Cases that something outside the manifest decides, each with the reason. */
const decidedElsewhere: Reasons = {
  'dependencies-0': 'the plugin that it needs is not installed',
};

/** Cases whose validator complains about another file than the manifest. */
const aboutOthers = ['agent-bad', 'skill-bad', 'hooks-file-broken', 'hooks-file-flat', 'mcp-file-bad'];

/** Faults that the validator does not notice, but a person wants to know. */
const noticed = ['m-source-missing'];

/** The files of a case, with the folders that contain them. */
const workspaceOf = ({ files }: Case): Workspace => {
  const known = new Set(
    Object.keys(files).flatMap((file) => {
      const parts = `/w/${file}`.split('/');
      return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    }),
  );
  return {
    presence: (file) => (known.has(file.replace(/\/$/, '')) ? 'present' : 'absent'),
    manifest: () => undefined,
  };
};

const hooksIn = (text: string): readonly LintFinding[] => {
  const path = '/w/pl/hooks/hooks.json';
  const [format] = detect(path, {
    presence: (file) => (file === '/w/pl/.claude-plugin/plugin.json' ? 'present' : 'absent'),
    manifest: () => '{ "name": "p" }',
  });
  assert.ok(format !== undefined);
  const agent = readAgent(text, format, path);
  const { findings } = lint(agent);
  assert.equal(
    agent.verdict()?.cause !== null,
    findings.some(({ severity }) => severity === 'error'),
  );
  return findings;
};

describe('the hooks of a plugin', () => {
  const one = '{ "type": "command", "command": "./check" }';
  for (const [what, text, ...expected] of [
    ['are fine', `{ "description": "x", "hooks": { "PreToolUse": [{ "matcher": "Bash|Edit", "hooks": [${one}] }] } }`],
    ['may be modules', '{ "modules": ["./a.js"] }'],
    [
      'may have entries of which nothing is known',
      '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "x" }] }], "Stop": 1 } }',
    ],
    [
      'have a matcher for no tool',
      `{ "hooks": { "PreToolUse": [{ "matcher": "bash", "hooks": [${one}] }] } }`,
      'warning hook-matcher',
    ],
    ['have an unknown event', `{ "hooks": { "PreToolUze": [{ "hooks": [${one}] }] } }`, 'warning hook-unreadable'],
    ['have two keys of one name', '{ "hooks": {}, "hooks": {} }'],
    ['are missing', '{ "description": "x" }', 'error field-missing'],
    ['end with a comma', '{ "hooks": {}, }', 'error json-syntax'],
  ] as const)
    it(what, () => assert.deepEqual(named(hooksIn(text)), expected));

  it('stay JSON after a fix', () => {
    const text = '{ "hooks": { "PreToolUse": [{ "matcher": "bash", "hooks": [] }] } }';
    const [fix] = hooksIn(text)[0]?.fixes ?? [];
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('"bash"', '"Bash"'));
  });
});

describeRuns<Case>('Claude Code manifests', 'claude-plugin', decidedElsewhere, (cases) => {
  for (const one of cases) {
    if (one.file.endsWith('hooks.json')) {
      it(`agree with the recorded run ${one.id} about hooks`, () => {
        const said = one.warnings.join('\n');
        const found = named(hooksIn(one.text));
        assert.deepEqual(found.length > 0, said !== '', said);
        assert.equal(
          found.some((finding) => finding.startsWith('error')),
          said.includes('[error]'),
        );
      });
      continue;
    }
    if (!/\.claude-plugin\/(?:plugin|marketplace)\.json$/.test(one.file)) continue;
    const path = `/w/${one.file}`;
    const isPlugin = one.file.endsWith('plugin.json');
    it(`agree with the recorded run ${one.id}`, () => {
      const [format] = detect(path);
      assert.ok(format !== undefined);
      const agent = readAgent(one.text, format, path);
      const verdict = agent.verdict();
      assert.ok(verdict !== undefined);
      const { findings } = lint(agent, { workspace: workspaceOf(one) });
      const isLost = verdict.verdict === 'does-not-load';
      // Only the validator was asked about marketplaces.
      const loads = isPlugin ? one.loaded : one.validate_rc === 0;
      if (decidedElsewhere[one.id] === undefined) assert.equal(!isLost, loads, verdict.reason ?? 'loads');
      if (!isLost && one.loaded) assert.equal(verdict.name, one.name);
      assert.equal(
        findings.some(({ severity }) => severity === 'error'),
        isLost,
        'errors say that it does not load',
      );
      if (aboutOthers.includes(one.id) || noticed.includes(one.id)) return;
      assert.equal(
        findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
        one.validate_rc !== 0,
        findings.map(({ message }) => message).join('\n'),
      );
    });
  }
});
