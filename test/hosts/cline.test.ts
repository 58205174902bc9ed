/** The verdict on Cline agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly tools: readonly string[] | null;
  /** Of the other files in the folder. */
  readonly files?: Readonly<Record<string, string>>;
}

const found = formatById('cline');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'providerId-1': 'the program does not have this provider, so the agent fails when it starts',
};

/** Cases about a second file, in which the record is about the other one. */
const aboutTheOther: Reasons = {
  'p-readme': 'the record names the agent beside the note',
  'p-symlink': 'the file is a link, which the program does not follow',
};

describeRuns<Case>('Cline agents', 'cline', { ...decidedElsewhere, ...aboutTheOther }, (cases) => {
  for (const one of cases) {
    const { id, file, text, loaded, name, tools } = one;
    if (aboutTheOther[id] !== undefined) continue;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
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
