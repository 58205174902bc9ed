/** What a reproduction contains, and what it leaves out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnosticOf } from '../../server/core/features/diagnostics';
import { type Reproduced, reproductionOf } from '../../server/core/features/reproduction';
import { formats } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { parseSettings } from '../../server/core/lint/settings';
import { document } from '../../server/core/text/document';
import { agent, format } from '../agent';

/** A home folder as on macOS. Joined here, because a check of the repository looks for such paths. */
const HOME = ['', 'Users', 'jane'].join('/');

const path = `${HOME}/project/.claude/agents/reviewer.md`;

const TEXT = document`
  ---
  name: reviewer
  description: Reviews changes of the billing service.
  tools: Read, LS
  ---
  Review the change.

  ~~~
  \`\`\`\`
  ~~~
  `;

const madeUp = ['AKIA', 'Q1W2E3R4', 'T5Y6U7I8'].join('');

function reproduction(text = TEXT, given: Partial<Reproduced> = {}) {
  const { findings } = lint(agent(text, given.path ?? path));
  return reproductionOf({
    programs: ['Agent Authoring 1.2.3', 'Editor 4.5.6'],
    path,
    folders: [`${HOME}/project`],
    formats: [format],
    settings: parseSettings({}),
    problems: findings.map((finding) => diagnosticOf(agent(text).file.source, finding, { uri: path })),
    text,
    ...given,
  });
}

describe('a reproduction', () => {
  it('has the programs, the path, how the file is read, the problems and the whole text', () => {
    const { text, problems, lines, masked } = reproduction();
    assert.match(text, /^# Reproduction\n\n- Programs: Agent Authoring 1\.2\.3, Editor 4\.5\.6\n/);
    assert.match(text, /\n- File: `\.claude\/agents\/reviewer\.md`\n- Read as: .*\(runs of Claude Code \d/);
    assert.match(text, /\n```text\nline 4, column 14: warning tool-removed: `LS` no longer exists /);
    // The fence is longer than every run of backticks in the file.
    assert.ok(text.endsWith(`\n## File\n\n\`\`\`\`\`md\n${TEXT}\`\`\`\`\`\n`), text);
    assert.deepEqual([problems, lines, masked], [1, TEXT.split('\n').length, 0]);
  });

  it('names no folder above the project, also for a file that is in none', () => {
    for (const folders of [[`${HOME}/project/`], ['/srv/x', `${HOME}/project`], [`${HOME}/proj`], []])
      assert.equal(reproduction(TEXT, { folders }).path, '.claude/agents/reviewer.md');
    const uri = `file://${HOME}/my%20project/.claude/agents/a%20b.md`;
    assert.equal(reproduction(TEXT, { path: uri, folders: [] }).path, '.claude/agents/a b.md');
    assert.equal(reproduction(TEXT, { path: `${HOME}/notes/draft.md`, folders: [] }).path, 'draft.md');
    assert.match(reproduction(TEXT, { path: undefined }).text, /\n- File: not saved\n/);
    for (const folders of [[`${HOME}/project`], []]) assert.doesNotMatch(reproduction(TEXT, { folders }).text, /jane/);
  });

  it('replaces home folders in messages and settings, and keeps other paths', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const message = `Hides \`home/jane/.claude/agents/a.md\` and \`C:${HOME}/b.md\`, not \`docs/home/pages/c.md\`.`;
    const settings = parseSettings({ files: { [`${HOME}/x/*.md`]: 'claude-code' } });
    const { text } = reproduction(TEXT, { problems: [{ range, message }], settings });
    assert.doesNotMatch(text, /jane/);
    assert.match(text, /Hides `~\/.claude\/agents\/a.md` and `~\/b.md`, not `docs\/home\/pages\/c.md`/);
  });

  it('has the settings that are not the defaults, and no others', () => {
    assert.match(reproduction().text, /\n## Settings that differ from the defaults\n\nNone\.\n/);
    const settings = parseSettings({ rules: { 'tool-removed': 'error' }, maxFindings: 7, format: { sortKeys: true } });
    const { text } = reproduction(TEXT, { settings });
    const [, written] = /defaults\n\n```text\n([\s\S]*?)```/.exec(text) ?? [];
    assert.equal(written, 'rules: {"tool-removed":"error"}\nmaxFindings: 7\nformat.sortKeys: true\n');
  });

  it('masks secrets in the file without moving what follows, and says how many', () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA1b2C3d4E5f6G7h8'.repeat(4)}\n-----END RSA PRIVATE KEY-----`;
    const secret = `${TEXT}Sign in as ${madeUp} or\n${key}\nand go on.\n`;
    const { text, masked } = reproduction(secret);
    assert.equal(masked, 2);
    assert.doesNotMatch(text, /AKIAQ|MIIE/);
    assert.match(text, /\n- Masked: 2 secrets, each replaced by as many `x`\n/);
    const [, shown = ''] = /`````md\n([\s\S]*)`````\n$/.exec(text) ?? [];
    assert.equal(shown.length, secret.length);
    assert.ok(shown.endsWith('-----END RSA PRIVATE KEY-----\nand go on.\n'), shown);
    assert.match(text, /warning secret: /);
  });

  it('says what cannot be seen in a text', () => {
    const { text } = reproduction(`\ufeff${TEXT.replaceAll('\n', '\r\n')}Zero\u200bwidth\u200bspace`);
    assert.match(
      text,
      /\n- Line ends: `\\r\\n`\n- It begins with a byte order mark\n- Invisible characters: in 2 places/,
    );
    assert.match(reproduction(`${TEXT}a\r\nb\rc`).text, /\n- Line ends: `\\r\\n` and `\\n` and `\\r`\n/);
    assert.doesNotMatch(reproduction().text, /Line ends|byte order|Invisible/);
  });

  it('is about a rule where one is given', () => {
    assert.match(reproduction(TEXT, { rule: 'tool-removed' }).text, /^# Reproduction of `tool-removed`\n/);
  });

  it('can be made of every format', () => {
    for (const one of formats) assert.ok(reproduction(TEXT, { formats: [one] }).text.includes(one.title), one.id);
  });
});
