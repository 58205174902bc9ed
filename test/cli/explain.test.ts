/** `agent-authoring explain`: the verdict as text and as JSON. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROKEN, run, SOUND, WARNED } from './memory';

const path = '/w/.claude/agents/reviewer.md';
const explained = (text: string, ...argv: readonly string[]) => run(['explain', ...argv], { [path]: text });

describe('explain', () => {
  it('shows the name and the tools of an agent', () => {
    const { code, out } = explained(SOUND);
    assert.equal(code, 0);
    assert.match(out, /^\.claude\/agents\/reviewer\.md: loads as `reviewer` · all tools available to agents \(.*\)\n/);
  });

  it('names what is ignored, with the reason', () => {
    const { code, out } = explained(WARNED, path);
    assert.equal(code, 0);
    assert.match(out, /: loads as `reviewer` · 1 tool: Read \(/);
    assert.match(out, /\n {2}- ignores `LS`: .+\n/);
  });

  it('gives the reason when an agent does not load, and exits with 1', () => {
    const { code, out } = explained(BROKEN);
    assert.equal(code, 1);
    assert.match(out, /: does not load \(.*\)\n {2}The agent has no name.*\n/);
  });

  it('writes stable JSON', () => {
    const { code, out } = explained(WARNED, '--as', 'claude-code', '--format', 'json');
    assert.equal(code, 0);
    const [why] = /(?<="why":")[^"]+/.exec(out) ?? [''];
    const tools = `{"inherited":false,"effective":["Read"],"dropped":[{"name":"LS","why":"${why}"}],"withheld":[]}`;
    const reason = `"reason":"\`LS\` is ignored: ${why}."`;
    assert.equal(
      out,
      `{"version":1,"files":[{"path":".claude/agents/reviewer.md","dialect":"claude-code","host":"claude-code","format":"claude-code","verdict":"loads-with-losses","cause":null,${reason},"name":"reviewer","tools":${tools}}]}\n`,
    );
  });

  it('gives the cause in JSON', () => {
    const { code, out } = explained(SOUND.replace('name: reviewer', 'name: 12'), '--format=json');
    assert.equal(code, 1);
    assert.match(out, /"verdict":"does-not-load","cause":"name"/);
  });

  it('says which of two files with one name is loaded', () => {
    const other = SOUND.replace('description: ', 'description: Also ');
    const files = { '/w/.claude/agents/a.md': SOUND, '/w/.claude/agents/b.md': other };
    assert.match(run(['explain'], files).out, /a\.md: not loaded: `reviewer` is loaded from `b\.md` ·/);
    assert.match(run(['explain', '.claude/agents/b.md'], files).out, /b\.md: loads as `reviewer` ·/);
    const json: { files: { lost?: string }[] } = JSON.parse(
      run(['explain', '--as', 'claude-code', '--format', 'json'], files).out,
    );
    assert.deepEqual(
      json.files.map(({ lost }) => lost),
      ['Not loaded: `reviewer` is loaded from `b.md`', undefined],
    );
  });

  it('says so for each host that reads the file', () => {
    const files = { '/w/.claude/agents/a.md': SOUND, '/w/.claude/agents/b.md': SOUND };
    const json: { files: { path: string; host: string; lost?: string }[] } = JSON.parse(
      run(['explain', '--format', 'json'], files).out,
    );
    assert.deepEqual(
      json.files.map(({ path, host, lost }) => `${path.slice(-4)} ${host}: ${lost ?? 'loaded'}`),
      [
        'a.md claude-code: Not loaded: `reviewer` is loaded from `b.md`',
        'a.md vscode: loaded',
        'a.md copilot-cli: loaded',
        'b.md claude-code: loaded',
        'b.md vscode: loaded',
        'b.md copilot-cli: Not loaded: `reviewer` is loaded from `a.md`',
      ],
    );
  });

  it('explains a named file in any folder', () => {
    const { code, out } = run(['explain', 'drafts/x.md'], { '/w/drafts/x.md': SOUND });
    assert.equal(code, 0);
    assert.match(out, /^drafts\/x\.md: loads as `reviewer`/);
  });

  it('says nothing about settings in which it sees no fault, unless they are named', () => {
    const files = { [path]: SOUND, '/w/opencode.json': '{ "agent": {} }', '/w/AGENTS.md': '' };
    const { code, out, err } = run(['explain'], files);
    assert.equal(code, 0, err);
    assert.doesNotMatch(out + err, /opencode|AGENTS/);
    assert.equal(run(['explain', 'opencode.json'], files).code, 2);
  });

  it('exits with 2 when a file cannot be read', () => {
    const { code, err } = explained(SOUND, 'nowhere.md');
    assert.equal(code, 2);
    assert.match(err, /nowhere\.md: no such file/);
  });

  it('shows no control characters of a file', () => {
    const { out } = explained(SOUND.replace('name: reviewer', 'name: "a\\u001b[31m"'));
    assert.ok(!out.includes('\u001b'));
  });
});

describe('explain --format markdown', () => {
  it('writes what editors show, once for each file, with long prompts cut', () => {
    const files = {
      '/w/.claude/agents/a.md': `---\nname: a\ndescription: One.\ntools: Read, LS\n---\n${'word '.repeat(2_000)}\n`,
      '/w/.claude/agents/b.md': '---\nname: b\ndescription: Two.\n---\nHi\n',
    };
    const { code, out } = run(['explain', '--format', 'markdown'], files);
    assert.equal(code, 0);
    assert.equal([...out.matchAll(/^# What Claude Code sees$/gm)].length, 2);
    assert.match(out, /\n- `LS`, line 4, is ignored: /);
    assert.match(out, /\n- and 6001 more characters\n/);
  });
});
