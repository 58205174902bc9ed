/** Output formats: each listed one works, and every command refuses all others. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../server/cli/commands/index';
import { checkFormatters } from '../../server/cli/formatters/check/index';
import { convertFormatters } from '../../server/cli/formatters/convert/index';
import { explainFormatters } from '../../server/cli/formatters/explain/index';
import { reportFormatters } from '../../server/cli/formatters/report/index';
import { routeFormatters } from '../../server/cli/formatters/route/index';
import { document } from '../../server/core/text/document';
import { exampleFiles } from './examples';
import { BROKEN, run, WARNED } from './memory';

const path = '/w/.claude/agents/reviewer.md';
const template = document`
  \`\`\`yaml
  completion_report:
    agent: reviewer
    summary: "[what]"
  \`\`\`
  `;
const files = { [path]: WARNED + template };
const reportCheck = ['report', 'check', '-', '--agent', path];
const stdin = 'completion_report:\n  agent: reviewer\n';

/** Each command that writes formats: how it is called, its formats, and a word that every format of it contains. */
const table: Readonly<Record<string, readonly [readonly string[], Readonly<Record<string, unknown>>, RegExp]>> = {
  check: [['check'], checkFormatters, /tool-removed/],
  explain: [['explain'], explainFormatters, /LS/],
  convert: [['convert', path, '--to', 'gemini-cli'], convertFormatters, /read_file/],
  'report check': [reportCheck, reportFormatters, /missing-key/],
  route: [['route', 'reviewer'], routeFormatters, /reviewer/],
};

describe('formats', () => {
  for (const [name, [argv, formatters, contains]] of Object.entries(table)) {
    const outputs = Object.keys(formatters).map((format) => {
      const { out, err } = run([...argv, '--format', format], files, { stdin });
      return { format, out, err };
    });

    for (const { format, out, err } of outputs) {
      it(`${name} writes ${format}`, () => {
        // The new text of a conversion is on its own, so that it can be piped.
        if (name === 'convert' && format === 'text') assert.match(err, /: converted for /);
        else assert.equal(err, '');
        assert.match(out, contains);
      });
    }

    it(`${name} writes something else in each format, and text by default`, () => {
      assert.equal(new Set(outputs.map(({ out }) => out)).size, outputs.length);
      assert.equal(run(argv, files, { stdin }).out, outputs.find(({ format }) => format === 'text')?.out);
    });
  }

  it('are listed for every command that has the option', () => {
    const withFormat = commands.filter(({ options }) => Object.hasOwn(options, 'format')).map(({ name }) => name);
    assert.deepEqual(withFormat, Object.keys(table));
  });

  for (const { name } of commands.filter((command) => command.name !== 'report hook')) {
    for (const format of ['nonsense', 'toString', '__proto__', 'TEXT', '']) {
      it(`${name} refuses '${format}'`, () => {
        const { code, out, err } = run([...name.split(' '), `--format=${format}`, path], files, { stdin });
        assert.deepEqual([code, out], [2, '']);
        const known = table[name] === undefined ? [] : Object.keys(table[name][1]);
        if (known.length === 0) assert.match(err, /unknown option '--format'/);
        for (const one of known) assert.ok(err.includes(one), `${err} lists ${one}`);
      });
    }
  }
});

describe('the format github', () => {
  const annotated = (text: string, file = path, ...argv: readonly string[]): string =>
    run(['check', '--format', 'github', ...argv], { [file]: text }).out;

  it('writes one annotation for each finding, with lines and columns from one', () => {
    assert.match(
      annotated(WARNED),
      /^::warning file=\.claude\/agents\/reviewer\.md,line=4,col=14,endLine=4,endColumn=16,title=tool-removed::[^\n]*`LS`[^\n]*\n$/,
    );
  });

  it('names errors, warnings and notices', () => {
    assert.match(annotated(BROKEN), /^::error /);
    for (const [severity, command] of [
      ['error', 'error'],
      ['warning', 'warning'],
      ['information', 'notice'],
      ['hint', 'notice'],
    ])
      assert.ok(annotated(WARNED, path, '--rule', `tool-removed=${severity}`).startsWith(`::${command} `), severity);
  });

  it('escapes percent signs, line ends and separators', () => {
    const odd = '/w/.claude/agents/a:b,c%0A.md';
    const lines = annotated(WARNED, odd, '--rule', 'name-file=off').split('\n');
    assert.match(lines[0] ?? '', /^::warning file=\.claude\/agents\/a%3Ab%2Cc%250A\.md,line=/);
    assert.match(annotated(WARNED.replace('LS', 'Bash%0Ax')), /`Bash%250Ax`/);
  });

  it('writes only lines that are commands', () => {
    const lines = run(['check', '--format=github'], exampleFiles).out.split('\n').slice(0, -1);
    for (const line of lines)
      assert.match(line, /^::(?:error|warning|notice) file=[^:,]+,line=\d+,[^:]+,title=[a-z-]+::\S/);
  });

  it('has no columns where a finding has several lines, because the runner drops them', () => {
    assert.match(
      annotated(WARNED.replace('tools: Read, LS', 'effort: "x\n  y"')),
      /^::warning file=[^,]+,line=4,endLine=5,title=field-value::[^\n]*\n$/,
    );
  });

  it('names files by their path from the current folder, however they were named', () => {
    for (const argument of [path, './.claude/agents/reviewer.md', '.claude/../.claude'])
      assert.match(annotated(WARNED, path, argument), /^::warning file=\.claude\/agents\/reviewer\.md,/);
    const outside = '/v/.claude/agents/a.md';
    assert.match(annotated(WARNED, outside, '/v'), /^::\w+ file=\/v\/\.claude\/agents\/a\.md,/);
  });

  it('is empty when nothing is found', () => {
    assert.deepEqual(run(['check', '--format=github'], {}), { code: 0, out: '', err: '' });
  });
});

describe('the format gitlab', () => {
  const issues = (text: string): readonly Record<string, unknown>[] =>
    JSON.parse(run(['check', '--format', 'gitlab'], { [path]: text }).out);

  it('has what GitLab needs of each finding', () => {
    const [issue, ...others] = issues(WARNED);
    assert.deepEqual(others, []);
    assert.equal(issue?.['check_name'], 'tool-removed');
    assert.equal(issue?.['severity'], 'major');
    assert.match(String(issue?.['description']), /^`LS` no longer exists/);
    assert.deepEqual(issue?.['location'], { path: '.claude/agents/reviewer.md', lines: { begin: 4, end: 4 } });
    assert.match(String(issue?.['fingerprint']), /^[0-9a-f]{16}$/);
  });

  it('has fingerprints that differ in a report, and stay when lines move', () => {
    const twice = WARNED.replace('LS', 'Foo, LS, LS');
    const before = issues(twice).map(({ fingerprint }) => fingerprint);
    assert.ok(before.length > 2);
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(
      issues(twice.replace('tools:', 'model: opus\ntools:')).map(({ fingerprint }) => fingerprint),
      before,
    );
  });
});

describe('the format junit', () => {
  const junit = (text: string, file = path): string => run(['check', '--format', 'junit'], { [file]: text }).out;

  it('has a suite for each file, with a failure for each problem', () => {
    const xml = junit(WARNED);
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /);
    assert.match(xml, /<testsuite name="\.claude\/agents\/reviewer\.md" tests="1" failures="1" errors="0">/);
    assert.match(xml, /<failure type="tool-removed" message="`LS` no longer exists/);
  });

  it('has a passing test for a file without problems', () => {
    assert.match(junit(WARNED.replace(', LS', '')), /tests="1" failures="0" errors="0"><testcase name="no problems"/);
  });

  it('escapes what XML does not allow', () => {
    const xml = junit(WARNED.replace('LS', 'a<b>&"\u0001\ud800'), '/w/.claude/agents/a"<b.md');
    assert.match(xml, /name="\.claude\/agents\/a&quot;&lt;b\.md"/);
    assert.doesNotMatch(xml.replaceAll('\n', ''), /\p{Control}|\p{Surrogate}/u);
    assert.doesNotMatch(xml, /<b>/);
  });
});

describe('the format reproduction', () => {
  const readAs = (...argv: readonly string[]): readonly string[] => {
    const { out } = run(['check', '--format', 'reproduction', ...argv], { [path]: WARNED });
    return (/^- Read as: (.*)$/m.exec(out)?.[1] ?? '').split('; ').map((one) => one.replace(/ \(.*\)$/, ''));
  };

  it('names every format that reads the file, the main one first', () => {
    assert.deepEqual(readAs(), ['Claude Code subagent', 'Claude Code agent in VS Code', 'Copilot CLI agent']);
  });

  it('names the format that is forced alone', () => {
    assert.deepEqual(readAs('--as', 'claude-code-plugin'), ['Claude Code plugin agent']);
  });
});
