/** Which files a search finds: through links as Claude Code does, without the copies that git ignores, and what it says of the rest. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';
import { BROKEN, run, SOUND, WARNED } from './memory';

const noLinks = process.platform === 'win32' ? { skip: 'links need a privilege on Windows' } : {};

const AGENT = '.claude/agents/reviewer.md';

/** A duplicate, which `fix` removes. */
const FIXABLE = WARNED.replace('LS', 'Read');

/** A folder with files and links, each link with its target. */
function folderOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-find-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
  return folder;
}

interface Report {
  readonly files: readonly { readonly path: string }[];
  readonly leftOut: readonly { readonly path: string; readonly why: string }[];
}

/** The paths that are checked, and those that are left out. */
function searched(folder: string, ...argv: readonly string[]): readonly [readonly string[], readonly string[]] {
  const argvAll = [programs.cli, 'check', '--format=json', ...argv];
  const { stdout } = spawnSync(process.execPath, argvAll, { cwd: folder, encoding: 'utf8', timeout: NEVER });
  const { files, leftOut } = JSON.parse(stdout) as Report;
  return [files.map(({ path }) => path), leftOut.map(({ path }) => path)];
}

describe('links to folders', noLinks, () => {
  const rows: readonly (readonly [what: string, links: Readonly<Record<string, string>>, found: readonly string[]])[] =
    [
      ['the folder of agents', { '.claude/agents': '../shared' }, ['.claude/agents/a.md', '.claude/agents/deep/b.md']],
      ['a folder among the agents', { '.claude/agents/team': '../../shared/deep' }, ['.claude/agents/team/b.md']],
      ['a link that leads back', { '.claude/agents/loop': '.', '.claude/agents/up': '../..' }, []],
      [
        'two links to one folder',
        { '.claude/agents/x': '../../shared/deep', '.claude/agents/y': 'x' },
        ['.claude/agents/x/b.md'],
      ],
      ['a folder that no host reads', { other: 'shared' }, []],
    ];
  for (const [what, links, found] of rows) {
    it(`are followed as the host does: ${what}`, (t) => {
      const folder = folderOf(t, { 'shared/a.md': SOUND, 'shared/deep/b.md': SOUND }, links);
      assert.deepEqual(searched(folder), [found, []]);
    });
  }

  it('are followed by check, but fix changes nothing outside the current folder', (t) => {
    const outside = folderOf(t, { 'a.md': FIXABLE });
    const folder = folderOf(t, { [AGENT]: SOUND }, { '.claude/agents/team': outside });
    assert.deepEqual(searched(folder), [[AGENT, '.claude/agents/team/a.md'], []]);
    const fixed = spawnSync(process.execPath, [programs.cli, 'fix'], { cwd: folder, encoding: 'utf8', timeout: NEVER });
    assert.equal(fixed.status, 2);
    assert.match(fixed.stderr, /outside the current folder/);
    assert.equal(readFileSync(join(outside, 'a.md'), 'utf8'), FIXABLE);
  });

  it('are followed to the folder around the agents', (t) => {
    const folder = folderOf(t, { 'config/agents/a.md': SOUND }, { '.claude': 'config' });
    assert.deepEqual(searched(folder), [['.claude/agents/a.md'], []]);
  });
});

describe('folders that git ignores', () => {
  const copy = `.claude/worktrees/x/${AGENT}`;

  it('are left out unless they are named, by fix too', (t) => {
    const folder = folderOf(t, {
      '.git/HEAD': '',
      '.gitignore': '.claude/worktrees/\ndist\n',
      [AGENT]: SOUND,
      [copy]: FIXABLE,
      [`dist/${AGENT}`]: WARNED,
    });
    assert.deepEqual(searched(folder), [[AGENT], ['.claude/worktrees']]);
    assert.deepEqual(searched(folder, '.claude/worktrees'), [[copy], []]);
    assert.deepEqual(searched(folder, 'dist', '.'), [[`dist/${AGENT}`, AGENT], ['.claude/worktrees']]);
    const fixed = spawnSync(process.execPath, [programs.cli, 'fix'], { cwd: folder, encoding: 'utf8', timeout: NEVER });
    assert.equal(fixed.status, 0);
    assert.match(
      fixed.stderr,
      /^1 path left out; name a path to include it:\n {2}\.claude\/worktrees: git ignores it\n$/,
    );
    assert.equal(readFileSync(join(folder, copy), 'utf8'), FIXABLE);
  });

  const rows: readonly (readonly [what: string, files: Readonly<Record<string, string>>, found: readonly string[]])[] =
    [
      ['ignored agents, which the host reads', { '.gitignore': '.claude/\n', [AGENT]: SOUND }, [AGENT]],
      ['a pattern of the folder above', { '.gitignore': '/a/b/\n', [`a/b/${AGENT}`]: SOUND }, []],
      [
        'a pattern in a folder',
        { 'a/.gitignore': 'b\n', [`a/b/${AGENT}`]: SOUND, [`b/${AGENT}`]: SOUND },
        [`b/${AGENT}`],
      ],
      [
        'a negated pattern',
        { '.gitignore': 'a*\n!abc\n', [`abc/${AGENT}`]: SOUND, [`abd/${AGENT}`]: SOUND },
        [`abc/${AGENT}`],
      ],
      [
        'a pattern that is taken back below',
        { '.gitignore': 'x\n', 'a/.gitignore': '!x\n', [`a/x/${AGENT}`]: SOUND },
        [`a/x/${AGENT}`],
      ],
      ['the private patterns of a clone', { '.git/info/exclude': 'a\n', [`a/${AGENT}`]: SOUND }, []],
      ['a pattern in another case', { '.gitignore': 'A/\n', [`a/${AGENT}`]: SOUND }, [`a/${AGENT}`]],
      ['a pattern after a byte order mark', { '.gitignore': '\ufeffa/\n', [`a/${AGENT}`]: SOUND }, []],
      ['no patterns', { [`a/${AGENT}`]: SOUND }, [`a/${AGENT}`]],
    ];
  for (const [what, files, found] of rows) {
    it(`are recognized by ${what}`, (t) => {
      const folder = folderOf(t, { '.git/HEAD': '', ...files });
      assert.deepEqual(searched(folder)[0], found);
    });
  }

  it('are not looked for outside a repository', (t) => {
    const folder = folderOf(t, { '.gitignore': 'a\n', [`a/${AGENT}`]: SOUND });
    assert.deepEqual(searched(folder)[0], [`a/${AGENT}`]);
  });

  it('are linked worktrees too, but not submodules', (t) => {
    const folder = folderOf(t, {
      'tree/.git': 'gitdir: /repo/.git/worktrees/tree\n',
      [`tree/${AGENT}`]: SOUND,
      'module/.git': 'gitdir: ../.git/modules/module\n',
      [`module/${AGENT}`]: SOUND,
    });
    assert.deepEqual(searched(folder)[0], [`module/${AGENT}`]);
    assert.deepEqual(searched(folder, 'tree')[0], [`tree/${AGENT}`]);
  });
});

describe('notes beside the agents', () => {
  const files = {
    '/w/.claude/agents/reviewer.md': SOUND,
    '/w/.claude/agents/plan.md': 'What we want to do.\n',
    '/w/.claude/agents/README.md': 'These are our agents.\n',
    '/w/.claude/agents/notes/ideas.md': 'Ideas.\n',
  };

  it('never fail', () => {
    const { code, out } = run(['check', '--format=json'], files);
    assert.equal(code, 0);
    const found = JSON.parse(out).files as readonly {
      readonly path: string;
      readonly findings: readonly { readonly rule: string; readonly severity: string }[];
    }[];
    assert.deepEqual(
      found.map(({ path, findings }) => [path.slice('.claude/agents/'.length), findings[0]?.severity]),
      [
        ['README.md', 'information'],
        ['notes/ideas.md', 'information'],
        ['plan.md', 'warning'],
        ['reviewer.md', undefined],
      ],
    );
    assert.equal(run(['explain'], files).code, 0);
  });

  it('fail when they are named to be explained, as everything that does not load', () => {
    assert.equal(run(['explain', '.claude/agents/plan.md'], files).code, 1);
    assert.equal(run(['explain'], { ...files, '/w/.claude/agents/broken.md': BROKEN }).code, 1);
  });
});

describe('what a search leaves out', () => {
  it('is said of Markdown where the host reads YAML', () => {
    const { out } = run(['check'], { '/w/.cline/agents/a.yaml': SOUND, '/w/.cline/agents/b.md': SOUND });
    assert.match(out, /\n1 path left out; .*\n {2}\.cline\/agents\/b\.md: Cline does not read it as an agent\n/);
    assert.match(out, /^1 file checked/m);
  });

  it('is said with the reason', () => {
    const { out, code } = run(['check'], {
      '/w/.claude/agents/reviewer.md': SOUND,
      '/w/.claude/agents/tester.MD': SOUND,
      '/w/.claude/agents/deep/tester.markdown': SOUND,
      '/w/docs/guide.markdown': SOUND,
    });
    assert.equal(code, 0);
    assert.match(
      out,
      /\n2 paths left out; name a path to include it:\n {2}\.claude\/agents\/tester\.MD: Claude Code does not read it as an agent\n/,
    );
  });

  it('is said for a format too', () => {
    const { out } = run(['check', '--as', 'claude-code', 'docs'], { '/w/docs/a.md': SOUND, '/w/docs/b.md': 'Notes\n' });
    assert.match(
      out,
      /\n1 path left out; name a path to include it:\n {2}docs\/b\.md: it does not start with `---`\n$/,
    );
  });
});

describe('names that are not UTF-8', { skip: process.platform !== 'linux' && 'only Linux has such names' }, () => {
  it('are said to be the reason why a file or a folder cannot be read', (t) => {
    const folder = folderOf(t, { [AGENT]: SOUND });
    const agents = `${join(folder, dirname(AGENT))}/`;
    const named = (name: string): Buffer => Buffer.concat([Buffer.from(agents), Buffer.from(name, 'latin1')]);
    writeFileSync(named('b\xFF.md'), SOUND);
    mkdirSync(named('c\xFF'));
    const { status, stderr } = spawnSync(process.execPath, [programs.cli, 'check'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: NEVER,
    });
    assert.equal(status, 2);
    assert.deepEqual(stderr.trimEnd().split('\n').sort(), [
      'agent-authoring: .claude/agents/b\uFFFD.md: the name is not valid UTF-8',
      'agent-authoring: .claude/agents/c\uFFFD: the name is not valid UTF-8',
    ]);
  });
});
