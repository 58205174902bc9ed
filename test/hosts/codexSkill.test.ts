/** The verdict on Codex skills, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { named } from './hostFeatures';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly kind: string;
  readonly text: string;
}

const found = formatById('codex-skill');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'p-nested-no-name': 'the skill is loaded under the name of its folder, which the run did not look for',
  'g-name-map': 'the skill is loaded under the name that is written, which the run did not look for',
  'p-symlink': 'the file is a symbolic link, which a text does not show',
  'p-readme': 'the run is about the skill beside this file',
};

describe('the frontmatter of Codex skills', () => {
  it('may have the fields of the standard that Codex does not read', () => {
    const text = '---\nname: a\ndescription: Does a thing.\nlicense: MIT\nallowed-tools: Read\n---\nHi\n';
    const { findings } = lint(readAgent(text, format, '/w/.agents/skills/a/SKILL.md'));
    assert.deepEqual(named(findings), ['hint field-foreign']);
  });
});

describeRuns<Case>('Codex skills', 'codex-skill', decidedElsewhere, (cases) => {
  for (const one of cases) {
    const { id, kind, file, text, loaded, name } = one;
    if (kind === 'agentsmd') continue;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      if (decidedElsewhere[id] !== undefined) return;
      const verdict = readAgent(whole(text), format, file).verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
    });
  }
});
