/** Commands on a file that is too large to be read: each says so, and none takes it for an agent that has nothing in it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Files, run, SOUND } from './memory';

const LONG = `${SOUND}${'Words. '.repeat(200_000)}`;
const files: Files = {
  '/w/.claude/agents/long.md': LONG,
  '/w/.gemini/agents/long.md': LONG,
  '/w/answer.md': 'Done.',
};

describe('a file over one MiB', () => {
  it('has one finding, after what the host does', () => {
    const { code, out } = run(['check', '--format', 'json'], files);
    assert.equal(code, 1);
    const found: unknown = JSON.parse(out);
    assert.deepEqual(JSON.stringify(found).match(/"rule":"[a-z-]+"/g), ['"rule":"file-large"', '"rule":"limit"']);
  });

  it('does not load, or it is not known whether it does', () => {
    const claude = run(['explain', '.claude/agents/long.md'], files);
    assert.equal(claude.code, 1);
    assert.match(claude.out, /does not load/);
    const gemini = run(['explain', '.gemini/agents/long.md'], files);
    assert.equal(gemini.code, 2);
    assert.match(gemini.err, /it is not known how Gemini CLI loads it/);
  });

  it('is never written', () => {
    const written = new Map<string, string>();
    run(['fix'], files, { written });
    assert.equal(written.size, 0);
  });

  it('teaches nothing', () => {
    const { code, err } = run(['profile', 'learn', '.'], files);
    assert.equal(code, 2);
    assert.match(err, /long\.md: it has more than 1,048,576 bytes and is not read/);
    assert.match(err, /no agents to learn from/);
  });

  it('has no contract', () => {
    const { code, err } = run(['report', 'check', 'answer.md', '--agent', '.claude/agents/long.md'], files);
    assert.equal(code, 2);
    assert.match(err, /long\.md: it has more than 1,048,576 bytes and is not read/);
  });
});
