/** Each option of the command line: what it changes. Wrong values are in the tests of the usage. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commands } from '../../server/cli/commands/index';
import { BROKEN, type Files, run, SOUND, WARNED } from './memory';

const path = '/w/.claude/agents/reviewer.md';
const other = '/w/.claude/agents/other.md';
const both: Files = { [path]: WARNED, [other]: BROKEN };

/** Rules and severities that were reported, in order. */
function reported(argv: readonly string[], files: Files): readonly string[] {
  const { files: found } = JSON.parse(run(['check', '--format', 'json', ...argv], files).out) as Report;
  return found.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
}

interface Report {
  readonly files: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

describe('--quiet', () => {
  it('reports errors only, in every format', () => {
    assert.deepEqual(reported([], both), ['name-missing error', 'tool-removed warning']);
    assert.deepEqual(reported(['--quiet'], both), ['name-missing error']);
    for (const format of ['text', 'github', 'sarif']) {
      const { code, out } = run(['check', '--quiet', '--format', format], both);
      assert.equal(code, 1);
      assert.match(out, /name-missing/);
      assert.doesNotMatch(out, /tool-removed/);
    }
  });

  it('does not change the summary and the exit code', () => {
    const { code, out } = run(['check', '--quiet'], { [path]: WARNED });
    assert.deepEqual([code, out], [0, '1 file checked: 0 errors, 1 warning, 0 information, 0 hints.\n']);
    assert.equal(JSON.parse(run(['check', '--quiet', '--format=json'], both).out).summary.warnings, 1);
  });
});

describe('--max-warnings', () => {
  it('fails when there are more, and says so', () => {
    const warned = { [path]: WARNED };
    assert.equal(run(['check', '--max-warnings', '1'], warned).code, 0);
    const { code, out, err } = run(['check', '--max-warnings=0'], warned);
    assert.equal(code, 1);
    assert.match(out, /tool-removed/);
    assert.equal(err, 'agent-authoring: 1 warning, but --max-warnings allows 0\n');
  });

  it('counts warnings that --quiet hides, and no others', () => {
    assert.equal(run(['check', '--quiet', '--max-warnings', '0'], { [path]: WARNED }).code, 1);
    const hinted = run(['check', '--max-warnings', '0', '--rule', 'tool-removed=hint'], { [path]: WARNED });
    assert.equal(hinted.code, 0);
  });

  it('does not hide errors or failures', () => {
    assert.equal(run(['check', '--max-warnings', '9'], both).code, 1);
    assert.equal(run(['check', '--max-warnings', '0', 'nowhere'], both).code, 2);
  });
});

describe('--rule', () => {
  it('sets the severity of a rule, and may be repeated', () => {
    assert.deepEqual(reported(['--rule', 'tool-removed=error', '--rule=name-missing=hint'], both), [
      'name-missing hint',
      'tool-removed error',
    ]);
    assert.deepEqual(reported(['--rule', 'tool-removed=off', '--rule', 'name-missing=off'], both), []);
  });

  it('uses the last severity of a rule', () => {
    assert.deepEqual(reported(['--rule', 'tool-removed=error', '--rule', 'tool-removed=hint'], { [path]: WARNED }), [
      'tool-removed hint',
    ]);
  });

  it('wins over the configuration file, which keeps its other rules', () => {
    const configured = {
      ...both,
      '/w/.agent-authoring.json': '{ "rules": { "tool-removed": "off", "name-missing": "hint" } }',
    };
    assert.deepEqual(reported(['--rule', 'tool-removed=information'], configured), [
      'name-missing hint',
      'tool-removed information',
    ]);
  });

  it('decides which fixes are applied', () => {
    const written = new Map<string, string>();
    const text = SOUND.replace('---\n\n', 'tools: Read, Read\n---\n\n');
    run(['fix', '--rule', 'tool-duplicate=off'], { [path]: text }, { written });
    assert.equal(written.size, 0);
    run(['fix'], { [path]: text }, { written });
    assert.equal(written.size, 1);
  });
});

describe('--as', () => {
  const draft = { '/w/drafts/a.md': SOUND.replace('name: reviewer\n', '') };
  const readersOf = (command: string, ...argv: readonly string[]): unknown =>
    JSON.parse(run([command, '--format=json', 'drafts/a.md', ...argv], draft).out).files.map(
      ({ host, format }: { host: string; format: string }) => [host, format],
    );

  it('sets the format, which decides whether a missing name is an error', () => {
    for (const option of ['--as', '--dialect']) {
      for (const command of ['check', 'explain']) {
        assert.deepEqual(readersOf(command, option, 'claude-code'), [['claude-code', 'claude-code']]);
        assert.deepEqual(readersOf(command, option, 'claude-code-plugin'), [['claude-code', 'claude-code-plugin']]);
      }
      assert.equal(run(['check', 'drafts', option, 'claude-code'], draft).code, 1);
      assert.equal(run(['check', 'drafts', option, 'claude-code-plugin'], draft).code, 0);
      assert.equal(run(['explain', 'drafts', option, 'claude-code'], draft).code, 1);
      assert.equal(run(['fix', 'drafts', option, 'claude-code-plugin'], draft).code, 0);
      assert.equal(run(['profile', 'learn', 'drafts', option, 'claude-code'], draft).code, 0);
    }
  });

  it('is an option of every command that looks for agents', () => {
    const withOption = commands.filter(({ options }) => Object.hasOwn(options, 'as')).map(({ name }) => name);
    assert.deepEqual(withOption, ['check', 'fix', 'explain', 'convert', 'profile learn', 'route']);
  });
});

describe('--stdin', () => {
  const argv = ['check', '--stdin', '--stdin-filename'];
  const shown = '.claude/agents/reviewer.md';

  it('lints standard input as if it were at the path', () => {
    const { code, out, err } = run([...argv, shown], {}, { stdin: WARNED });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^\.claude\/agents\/reviewer\.md\n {2}4:14 {2}warning .*\n\n1 file checked/);
  });

  it('reads standard input instead of an existing file', () => {
    const { code, out } = run([...argv, path], both, { stdin: SOUND });
    assert.equal(code, 0);
    assert.match(out, /^1 file checked: 0 errors, 0 warnings/);
  });

  it('uses the configuration file and the plugin manifest of the path', () => {
    const configured = { '/w/.agent-authoring.json': '{ "rules": { "tool-removed": "error" } }' };
    assert.equal(run([...argv, shown], configured, { stdin: WARNED }).code, 1);
    assert.equal(run([...argv, `/v/${shown}`], configured, { stdin: WARNED }).code, 0);
    const plugin = { '/w/p/.claude-plugin/plugin.json': '{}' };
    const { out } = run([...argv, 'p/agents/a.md', '--format=json'], plugin, { stdin: WARNED });
    assert.equal(JSON.parse(out).files[0].format, 'claude-code-plugin');
  });

  it('needs --as where no host reads the path', () => {
    const { code, err } = run([...argv, 'drafts/a.md'], {}, { stdin: WARNED });
    assert.equal(code, 2);
    assert.match(err, /drafts\/a\.md: .*--as/);
    assert.equal(run([...argv, 'drafts/a.md', '--as', 'claude-code'], {}, { stdin: WARNED }).code, 0);
  });

  it('fails when standard input cannot be read', () => {
    assert.deepEqual(run([...argv, shown], both), {
      code: 2,
      out: '',
      err: 'agent-authoring: standard input: closed\n',
    });
  });

  it('of fix prints the fixed text and writes nothing', () => {
    const written = new Map<string, string>();
    const fix = ['fix', '--stdin', '--stdin-filename', shown];
    const doubled = SOUND.replace('---\n\n', 'tools: Read, Read\n---\n\n');
    const once = doubled.replace('Read, Read', 'Read');
    assert.deepEqual(run(fix, both, { stdin: doubled, written }), { code: 0, out: once, err: '' });
    assert.deepEqual(run(fix, both, { stdin: SOUND, written }), { code: 0, out: SOUND, err: '' });
    assert.deepEqual(run(fix, both, { stdin: BROKEN, written }), { code: 1, out: BROKEN, err: '' });
    assert.match(run([...fix, '--dry-run'], both, { stdin: doubled, written }).out, /^--- a.*\n\+tools: Read\n/s);
    assert.equal(written.size, 0);
  });
});

describe('rules', () => {
  it('lists every rule with its severity and title', () => {
    const { code, out } = run(['rules'], {});
    assert.equal(code, 0);
    const lines = out.split('\n').slice(0, -1);
    for (const line of lines) assert.match(line, /^[a-z-]+ {2,}(?:error|warning|information|hint) {2,}\S/);
    assert.ok(lines.length > 50);
  });

  it('prints the page of a rule that is in the documentation', () => {
    const { out } = run(['rules', 'tool-removed'], {});
    const file = readFileSync('docs/rules/tool-removed.md', 'utf8');
    assert.equal(file.replace(/^<!--.*-->\n\n/, ''), out);
  });

  it('prints the page of a rule without control characters', () => {
    for (const line of run(['rules'], {}).out.split('\n').slice(0, -1)) {
      const [id = ''] = line.split(' ');
      const { code, out } = run(['rules', id], {});
      assert.equal(code, 0);
      assert.ok(out.startsWith(`# ${id}\n\n`), id);
      assert.match(out, /\n## Why\n/);
      assert.doesNotMatch(out.replaceAll(/[\n\t]/g, ''), /[\p{Cc}\u202a-\u202e]/u, id);
    }
  });
});
