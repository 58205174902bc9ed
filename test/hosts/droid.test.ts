/** The verdict on Factory droid agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { fieldsOf } from '../../server/core/hosts/reading';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly description: string | null;
}

const found = formatById('droid');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'at-pkg_.factory_droids_probe.md':
    'only the folders from the session up are read, and the path alone does not tell which these are',
};

/** Cases about a second file, in which the record is about the other one. */
const aboutTheOther: Reasons = {
  'p-readme': 'the record names the droid beside the note',
  'p-dup-same-folder': 'the record describes the droid of the same name',
};

describeRuns<Case>('Factory droid agents', 'droid', { ...decidedElsewhere, ...aboutTheOther }, (cases) => {
  for (const one of cases) {
    const { id, file, text, loaded, name, description } = one;
    if (aboutTheOther[id] !== undefined) continue;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      const agent = readAgent(whole(text), format, file);
      const verdict = agent.verdict();
      assert.ok(verdict !== undefined);
      assert.notEqual(verdict.verdict, 'does-not-load');
      if (decidedElsewhere[id] !== undefined) return;
      assert.ok(loaded);
      assert.equal(verdict.name, name);
      // The description shows whether the fields count.
      const isLost = verdict.reason?.includes('none of the fields is read') === true;
      const reading = agent.reading();
      const read =
        reading.kind === 'read' && !isLost ? fieldsOf(text, reading.entries).value('description') : undefined;
      const shown = read?.kind === 'scalar' && read.type === 'string' ? read.text : '';
      if (/^pr\d+x$/.test(description ?? '')) assert.equal(shown, name);
      else if (description?.includes('\u2026') !== true) assert.equal(shown, description);
    });
  }
});
