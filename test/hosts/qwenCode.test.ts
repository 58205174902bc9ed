/** The verdict on Qwen Code agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lookup } from '../../server/core/hosts/lookup';
import { detect } from '../../server/core/workspace/detect';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly loaded: boolean;
  readonly name: string | null;
  readonly tools: readonly string[] | null;
}

const path = join('..', 'shared', 'facts', 'hosts', 'qwen.json');
const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : [];
const found = formatById('qwen-code');
assert.ok(found !== undefined);
const format = found;

/**
 * Long texts are cut in the record; what is missing is more of the same words, and at the end the frontmatter where it is cut
 * too.
 */
const whole = (text: string): string =>
  /\u2026 \[\d+ characters\]$/.test(text) && !/\n---\n/.test(text) ? `${text}\n---\nHi\n` : text;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  'at-parent': 'the program was started in a folder below, and reads the project of that folder only',
  'executor-0': 'the other program is not there, so the agent does not start',
  'executionBackend-0': 'the session has no container, so the agent does not start',
};

/** Tools of MCP servers without a list of them depend on the servers of the session. */
const isComparable = (name: string): boolean => !name.startsWith('mcp__');

describe('Qwen Code agents', () => {
  if (cases.length === 0) it('agree with the recorded runs', { skip: `${path} is not here` }, () => undefined);

  it('gives a reason for each case that depends on other files', { skip: cases.length === 0 }, () => {
    const ids = new Set(cases.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(decidedElsewhere).filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const { id, file, text, loaded, name, tools } of cases) {
    it(`agrees with the recorded run ${id}`, () => {
      const formats = detect(`/w/${file.replace('~/', 'home/')}`);
      const isRead = formats.some((one) => one.id === format.id);
      if (!isRead) {
        assert.equal(loaded, false, 'the program loads a file that is not recognized');
        return;
      }
      const verdict = readAgent(whole(text), format, file).verdict();
      if (decidedElsewhere[id] !== undefined) {
        assert.notEqual(verdict?.verdict, 'does-not-load', 'nothing in the file is wrong');
        return;
      }
      assert.ok(verdict !== undefined);
      // An agent that cannot be started is listed nevertheless.
      const isListed = verdict.cause === null || verdict.cause === 'body';
      assert.equal(isListed, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
      assert.equal(verdict.cause === null, tools !== null && loaded, 'whether it starts');
      if (tools === null || !loaded) return;
      assert.deepEqual(verdict.tools.effective.filter(isComparable).sort(), tools.filter(isComparable).sort());
    });
  }
});
