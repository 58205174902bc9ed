/** The verdict on Codex skills, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { detect } from '../../server/core/workspace/detect';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  readonly loaded: boolean;
  readonly name: string | null;
}

const path = join('..', 'shared', 'facts', 'hosts', 'codex-skill.json');
const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : [];
const found = formatById('codex-skill');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  'p-nested-no-name': 'the skill is loaded under the name of its folder, which the run did not look for',
  'g-name-map': 'the skill is loaded under the name that is written, which the run did not look for',
  'p-symlink': 'the file is a symbolic link, which a text does not show',
  'p-readme': 'the run is about the skill beside this file',
  'f-latin1': 'the file is not UTF-8, which a text does not show',
};

/** Long texts are cut in the record; what is missing is more of the same words. */
const whole = (text: string): string =>
  /\u2026 \[\d+ characters\]$/.test(text) && !/\n---\n/.test(text.slice(4)) ? `${text}\n---\nHi\n` : text;

describe('Codex skills', () => {
  it('may have the fields of the standard that Codex does not read', () => {
    const text = '---\nname: a\ndescription: Does a thing.\nlicense: MIT\nallowed-tools: Read\n---\nHi\n';
    const findings = lint(readAgent(text, format, '/w/.agents/skills/a/SKILL.md')).findings;
    assert.deepEqual(
      findings.map(({ severity, rule }) => `${severity} ${rule}`),
      ['hint field-foreign'],
    );
  });

  if (cases.length === 0) it('agree with the recorded runs', { skip: `${path} is not here` }, () => undefined);

  for (const { id, kind, file, text, loaded, name } of cases) {
    if (kind === 'agentsmd') continue;
    it(`agrees with the recorded run ${id}`, () => {
      const isRead = detect(`/w/${file.replace('~/', 'home/')}`).some((one) => one.id === format.id);
      if (!isRead) {
        assert.equal(loaded, false, 'the program loads a file that is not recognized');
        return;
      }
      if (decidedElsewhere[id] !== undefined) return;
      const verdict = readAgent(whole(text), format, file).verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
    });
  }
});
