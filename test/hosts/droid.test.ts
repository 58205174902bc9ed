/** The verdict on Factory droid agents, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { fieldsOf } from '../../server/core/hosts/reading';
import { detect } from '../../server/core/workspace/detect';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly loaded: boolean;
  readonly name: string | null;
  readonly description: string | null;
}

const path = join('..', 'shared', 'facts', 'hosts', 'droid.json');
const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : [];
const found = formatById('droid');
assert.ok(found !== undefined);
const format = found;

/** Long texts are cut in the record; what is missing is more of the same words. */
const whole = (text: string): string =>
  /\u2026 \[\d+ characters\]$/.test(text) && !/\n---\n/.test(text) ? `${text}\n---\nHi\n` : text;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  'at-pkg_.factory_droids_probe.md':
    'only the folders from the session up are read, and the path alone does not tell which these are',
};

/** Cases about a second file, in which the record is about the other one. */
const aboutTheOther: Readonly<Record<string, string>> = {
  'p-readme': 'the record names the droid beside the note',
  'p-dup-same-folder': 'the record describes the droid of the same name',
};

describe('Factory droid agents', () => {
  if (cases.length === 0) it('agree with the recorded runs', { skip: `${path} is not here` }, () => undefined);

  it('gives a reason only for recorded cases', { skip: cases.length === 0 }, () => {
    const ids = new Set(cases.map(({ id }) => id));
    const reasons = Object.keys({ ...decidedElsewhere, ...aboutTheOther });
    assert.deepEqual(
      reasons.filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const { id, file, text, loaded, name, description } of cases) {
    if (aboutTheOther[id] !== undefined) continue;
    it(`agrees with the recorded run ${id}`, () => {
      const formats = detect(`/w/${file.replace('~/', 'home/')}`);
      if (!formats.some((one) => one.id === format.id)) {
        assert.equal(loaded, false, 'the program loads a file that is not recognized');
        return;
      }
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
