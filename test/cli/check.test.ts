/** `agent-authoring check`, on a machine in memory: what is checked, what is printed, and the exit code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROKEN, run, SOUND, WARNED } from './memory';

const agent = (name: string): string => `/w/.claude/agents/${name}.md`;
const reviewer = agent('reviewer');
const shownReviewer = '.claude/agents/reviewer.md';

describe('the exit code', () => {
  it('is 0 without errors, warnings or not', () => {
    assert.equal(run(['check'], { [reviewer]: SOUND }).code, 0);
    assert.equal(run(['check'], { [reviewer]: WARNED }).code, 0);
  });

  it('is 1 with an error', () => {
    assert.equal(run(['check'], { [reviewer]: BROKEN, [agent('other')]: SOUND }).code, 1);
  });

  it('is 1 with an error after more problems than are shown', () => {
    const names = Array.from({ length: 260 }, (_, i) => `Foo${i}x`).join(', ');
    const text = SOUND.replace('\n---\n', `\ndisallowedTools: ${names}\nhooks:\n  PreToolUse: nonsense\n---\n`);
    assert.equal(run(['check'], { [reviewer]: text }).code, 1);
    const settings = { '/w/.agent-authoring.json': '{"maxFindings":1}' };
    assert.equal(run(['check'], { [reviewer]: text, ...settings }).code, 1);
  });

  it('is 2 when something cannot be read, whatever else was found', () => {
    const { code, out, err } = run(['check'], { [reviewer]: BROKEN, [agent('x')]: { broken: 'not UTF-8 text' } });
    assert.equal(code, 2);
    assert.match(out, /error/);
    assert.equal(err, 'agent-authoring: .claude/agents/x.md: not UTF-8 text\n');
  });

  it('is 2 for a path that does not exist', () => {
    const { code, out, err } = run(['check', 'nowhere'], { [reviewer]: SOUND });
    assert.equal(code, 2);
    assert.equal(out, 'No agent files found.\n');
    assert.equal(err, 'agent-authoring: nowhere: no such file or folder\n');
  });

  it('is 2 for a named file that no known host reads', () => {
    const { code, err } = run(['check', 'notes.md'], { '/w/notes.md': SOUND });
    assert.equal(code, 2);
    assert.match(err, /notes\.md: no known host loads agents from this path; set the format with --as\n/);
  });
});

describe('problems that are not shown because there are too many', () => {
  const names = Array.from({ length: 260 }, (_, i) => `Foo${i}x`).join(', ');
  const text = SOUND.replace('\n---\n', `\ndisallowedTools: ${names}\nhooks:\n  PreToolUse: nonsense\n---\n`);
  const lines = '\nDo not commit `ghp_q7RkXw2LmZ9vTb4NcYs8HfJd3GpAe6Ku01Vx`.\n';

  for (const [what, settings, shown] of [
    ['by default', {}, 200],
    ['with a small limit', { '/w/.agent-authoring.json': '{"maxFindings":1}' }, 2],
  ] as const) {
    const files = { [reviewer]: text + lines, ...settings };

    it(`count in every format and for the exit code ${what}`, () => {
      const { code, out } = run(['check', '--format', 'json'], files);
      assert.equal(code, 1);
      const { files: checked, summary } = JSON.parse(out);
      assert.deepEqual([summary.errors, summary.warnings, summary.information], [1, 261, 1]);
      const rules: readonly string[] = checked[0].findings.map(({ rule }: { rule: string }) => rule);
      // One more says how many are left out.
      assert.equal(rules.length, shown + 1);
      for (const rule of ['hook-unreadable', 'secret', 'limit']) assert.ok(rules.includes(rule), rule);
      const text = run(['check'], files);
      assert.match(text.out, /1 file checked: 1 error, 261 warnings, 1 information, 0 hints/);
      const results: readonly unknown[] = JSON.parse(run(['check', '--format', 'sarif'], files).out).runs[0].results;
      assert.equal(results.length, shown + 1);
      assert.equal(run(['check', '--format', 'github'], files).out.match(/^::/gm)?.length, shown + 1);
      for (const format of ['text', 'json', 'sarif', 'github']) {
        assert.equal(run(['check', '--format', format], files).code, 1, format);
        assert.equal(run(['check', '--format', format, '--rule', 'hook-unreadable=off'], files).code, 0, format);
        const most = (count: number): number =>
          run(['check', '--format', format, '--rule', 'hook-unreadable=off', '--max-warnings', `${count}`], files).code;
        assert.deepEqual([most(260), most(261)], [1, 0], format);
      }
    });

    it(`count in the summary of fix ${what}`, () => {
      const { code, out } = run(['fix', '--dry-run'], files);
      assert.equal(code, 1);
      assert.match(out, /263 problems left, including 1 error/);
    });
  }

  it('are never errors, as long as a person can read them', () => {
    const broken = Array.from({ length: 150 }, () => '  PreToolUse: nonsense\n').join('');
    const files = {
      [reviewer]: SOUND.replace('\n---\n', `\nhooks:\n${broken}---\n`),
      '/w/.agent-authoring.json': '{"maxFindings":1}',
    };
    const { out } = run(['check'], files);
    const [, errors] = /1 file checked: (\d+) errors/.exec(out) ?? [];
    assert.ok(Number(errors) > 100, out.slice(-200));
    assert.equal(out.match(/ error /g)?.length, Number(errors));
  });
});

describe('what is checked', () => {
  it('is the current folder by default', () => {
    const { out } = run(['check', '--format=json'], {
      [reviewer]: SOUND,
      '/w/notes.md': BROKEN,
      '/v/.claude/agents/b.md': BROKEN,
    });
    assert.deepEqual(pathsIn(out), [shownReviewer]);
  });

  it('says so and succeeds in a folder without agents', () => {
    const { code, out, err } = run(['check'], { '/w/notes.md': SOUND });
    assert.equal(code, 0);
    assert.match(
      out,
      /^No agent files found; programs look for them in \.claude\/agents, \.github\/agents, .* and others\. 'agent-authoring new /,
    );
    assert.equal(err, '');
  });

  it('is empty for explain and fix, which say the same', () => {
    const { out: said } = run(['check'], {});
    const explained = run(['explain'], {});
    assert.deepEqual([explained.code, explained.out, explained.err], [0, '', said]);
    for (const argv of [['fix'], ['fix', '--dry-run']])
      assert.deepEqual(run(argv, {}), { code: 0, out: said, err: '' });
    assert.equal(run(['fix', 'nowhere'], {}).out, '');
    assert.equal(run(['explain', 'nowhere'], {}).err, 'agent-authoring: nowhere: no such file or folder\n');
  });

  it('is each file once, however it is named', () => {
    const spellings = [shownReviewer, `./${shownReviewer}`, reviewer, `.claude/../${shownReviewer}`, '.', '.claude'];
    const { out } = run(['check', '--format=json', ...spellings], { [reviewer]: WARNED });
    assert.deepEqual(pathsIn(out), [shownReviewer]);
  });

  it('is recognized by its whole path, from within the agents folder too', () => {
    for (const argument of ['.', 'reviewer.md', '..', '../agents/reviewer.md']) {
      const argv = ['check', '--format=json', argument];
      const { code, out } = run(argv, { [reviewer]: SOUND }, { folder: '/w/.claude/agents' });
      assert.equal(code, 0);
      assert.equal(pathsIn(out).length, 1, argument);
    }
  });

  it('is any named file with --as, and in a folder each file that starts with dashes', () => {
    const files = {
      '/w/docs/a.md': WARNED,
      '/w/docs/b.md': '# Notes\n',
      '/w/docs/c.md': `\ufeff${SOUND}`,
      '/w/docs/d.txt': SOUND,
    };
    const folder = run(['check', '--dialect', 'claude-code', '--format=json', 'docs'], files);
    assert.deepEqual(pathsIn(folder.out), ['docs/a.md', 'docs/c.md']);
    assert.deepEqual(JSON.parse(folder.out).leftOut, [{ path: 'docs/b.md', why: 'it does not start with `---`' }]);
    const named = run(['check', '--dialect=claude-code', 'docs/b.md'], files);
    assert.equal(named.code, 0);
    assert.match(named.out, /frontmatter-missing/);
  });

  it('may begin with a hyphen after --', () => {
    const { out } = run(['check', '--format=json', '--dialect=claude-code', '--', '-x.md'], { '/w/-x.md': SOUND });
    assert.deepEqual(pathsIn(out), ['-x.md']);
  });
});

describe('an agent that another one calls', () => {
  const agent = (body: string): string => `---\ndescription: Leads.\nmode: primary\n---\n${body}\n`;
  const files = {
    '/w/.opencode/agent/lead.md': agent('Use the `tester` agent. Use the `writer` agent. Use the `reviewer` agent.'),
    '/w/.opencode/agent/tester.md': agent('Test.'),
    '/w/.opencode/agent/writer.md': agent('Write.'),
  };

  it('is found beside the file, above it, and with the user', () => {
    const check = (more: Readonly<Record<string, string>>): string =>
      run(['check', '.opencode/agent/lead.md'], { ...files, ...more }).out;
    assert.match(check({}), /No agent here is named `reviewer`/);
    for (const [path, text] of [
      ['/w/.opencode/agents/reviewer.md', agent('Review.')],
      ['/w/opencode.json', '{ "agent": { "reviewer": {} } }'],
      ['/home/me/.config/opencode/agents/reviewer.md', agent('Review.')],
      ['/home/me/.config/opencode/opencode.json', '{ "agent": { "reviewer": {} } }'],
    ] as const)
      assert.doesNotMatch(check({ [path]: text }), /agent-unknown/, path);
  });
});

describe('the text format', () => {
  it('shows line and column as editors count, the severity, the rule, and a summary', () => {
    const { out } = run(['check'], { [reviewer]: WARNED });
    const [file, finding, gap, sum] = out.split('\n');
    assert.equal(file, shownReviewer);
    assert.match(finding ?? '', /^ {2}4:14 {2}warning {2}.*`LS`.* {2}tool-removed/);
    assert.equal(gap, '');
    assert.match(sum ?? '', /^1 file checked: 0 errors, 1 warning, 0 information, 0 hints/);
  });

  it('says that files without problems were checked', () => {
    const { out } = run(['check'], { [reviewer]: SOUND, [agent('second')]: SOUND.replace('reviewer', 'second') });
    assert.equal(out, '2 files checked: 0 errors, 0 warnings, 0 information, 0 hints.\n');
  });

  it('uses colors only on a terminal that supports them', () => {
    assert.ok(!run(['check'], { [reviewer]: WARNED }).out.includes('\u001b'));
    assert.ok(run(['check'], { [reviewer]: WARNED }, { color: true }).out.includes('\u001b[33mwarning\u001b[0m'));
  });

  it('makes control and bidirectional characters of paths visible', () => {
    const path = agent('a\u001b[2J\u202e\u0007\nb');
    const { out, err } = run(['check', 'x\u001by'], { [path]: WARNED });
    assert.equal(err, 'agent-authoring: x\\u{1b}y: no such file or folder\n');
    assert.ok(!out.includes('\u001b'));
    assert.match(
      run(['check'], { [path]: WARNED }).out,
      /^\.claude\/agents\/a\\u\{1b\}\[2J\\u\{202e\}\\u\{7\}\\u\{a\}b\.md\n/,
    );
  });
});

describe('the JSON format', () => {
  it('has exactly the documented shape', () => {
    const { code, out } = run(['check', '--format', 'json'], { [reviewer]: WARNED });
    assert.equal(code, 0);
    assert.ok(out.endsWith('}\n') && !out.slice(0, -1).includes('\n'), 'one line');
    const report = JSON.parse(out);
    const [finding] = report.files[0].findings;
    const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 15 } };
    assert.match(finding.message, /LS/);
    assert.deepEqual(finding.range, range);
    assert.deepEqual(shapeOf(report), {
      version: 'number',
      files: [
        {
          path: 'string',
          dialect: 'string',
          host: 'string',
          format: 'string',
          findings: [
            {
              rule: 'string',
              severity: 'string',
              message: 'string',
              range: shapeOf(range),
              fixes: [{ title: 'string', safe: 'boolean', edits: [{ range: shapeOf(range), newText: 'string' }] }],
            },
          ],
        },
      ],
      leftOut: [],
      summary: shapeOf({ files: 0, errors: 0, warnings: 0, information: 0, hints: 0, fixable: 0 }),
    });
    assert.equal(report.version, 1);
    const [{ dialect, host, format }] = report.files;
    assert.deepEqual({ dialect, host, format }, { dialect: 'claude-code', host: 'claude-code', format: 'claude-code' });
    assert.deepEqual(
      { ...report.summary, fixable: 0 },
      { files: 1, errors: 0, warnings: 1, information: 0, hints: 0, fixable: 0 },
    );
  });

  it('is complete when nothing was found, and does not contain messages about failures', () => {
    const { code, out, err } = run(['check', '--format=json', 'nowhere'], {});
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      files: [],
      leftOut: [],
      summary: { files: 0, errors: 0, warnings: 0, information: 0, hints: 0, fixable: 0 },
    });
    assert.match(err, /nowhere/);
  });

  it('does not change paths', () => {
    const path = '/w/.claude/agents/a\u001b"\\.md';
    assert.deepEqual(pathsIn(run(['check', '--format=json'], { [path]: SOUND }).out), [path.slice(3)]);
  });
});

const pathsIn = (json: string): readonly unknown[] => JSON.parse(json).files.map(({ path }: { path: unknown }) => path);

/** A value with its leaves replaced by their types and lists cut to their first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
