/** The verdict on Cline agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { detect } from '../../server/core/workspace/detect';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly loaded: boolean;
  readonly name: string | null;
  readonly tools: readonly string[] | null;
  /** Of the other files in the folder. */
  readonly files?: Readonly<Record<string, string>>;
}

const path = join('..', 'shared', 'facts', 'hosts', 'cline.json');
const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : [];
const found = formatById('cline');
assert.ok(found !== undefined);
const format = found;

/** Long texts are cut in the record; what is missing is more of the same words. */
const whole = (text: string): string =>
  /\u2026 \[\d+ characters\]$/.test(text) && !/\n---\n/.test(text) ? `${text}\n---\nHi\n` : text;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  'providerId-1': 'the program does not have this provider, so the agent fails when it starts',
};

/** Cases about a second file, in which the record is about the other one. */
const aboutTheOther: Readonly<Record<string, string>> = {
  'p-readme': 'the record names the agent beside the note',
  'p-symlink': 'the file is a link, which the program does not follow',
};

describe('Cline agents', () => {
  if (cases.length === 0) it('agree with the recorded runs', { skip: `${path} is not here` }, () => undefined);

  it('gives a reason only for recorded cases', { skip: cases.length === 0 }, () => {
    const ids = new Set(cases.map(({ id }) => id));
    const reasons = Object.keys({ ...decidedElsewhere, ...aboutTheOther });
    assert.deepEqual(
      reasons.filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const { id, file, text, loaded, name, tools } of cases) {
    if (aboutTheOther[id] !== undefined) continue;
    it(`agrees with the recorded run ${id}`, () => {
      const formats = detect(`/w/${file.replace('~/', 'home/')}`);
      if (!formats.some((one) => one.id === format.id)) {
        assert.equal(loaded, false, 'the program loads a file that is not recognized');
        return;
      }
      const verdict = readAgent(whole(text), format, file).verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (!loaded) return;
      assert.equal(verdict.name, name);
      if (tools !== null && decidedElsewhere[id] === undefined)
        assert.deepEqual([...verdict.tools.effective].sort(), [...tools].sort());
    });
  }
});
