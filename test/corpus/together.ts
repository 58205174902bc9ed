/** Each repository of the corpus as one workspace: what the rules about several files report there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/core/rules/index';
import { isAcross } from '../../server/core/rules/rule';
import { absent } from './realFiles';
import { skillWorkspaces, workspaces } from './workspaces';

/** The findings that were read by eye; `docs/accuracy.md` says what was found. */
const expected: Readonly<Record<string, number>> = {
  'skill-unknown': 0,
  'body-skill': 0,
  'server-unknown': 0,
  'report-key-drift': 0,
  'description-alike': 92,
  'descriptions-over-budget': 1,
};

describe('the repositories of the corpus as workspaces', { skip: absent }, () => {
  it('have the findings about several files that were read', () => {
    const counts = new Map<string, number>(Object.keys(expected).map((id) => [id, 0]));
    for (const index of workspaces()) {
      for (const ties of index.agents) {
        const around = index.around(ties.card.path);
        assert.ok(around !== undefined);
        for (const rule of rules.filter(isAcross)) {
          const found = [...rule.across(ties, around)];
          if (counts.has(rule.id)) counts.set(rule.id, (counts.get(rule.id) ?? 0) + found.length);
          for (const { related = [] } of found)
            for (const { in: other, span } of related)
              assert.ok(other === undefined || span.end >= span.start, other?.path);
        }
      }
    }
    assert.deepEqual(Object.fromEntries(counts), expected);
  });

  it('tell the model as many characters of skills and commands as was counted, in each far fewer than the host allows', () => {
    const sums = skillWorkspaces().map((index) => {
      const told = index.skills.flatMap(({ path }) => index.aroundSkill(path)?.listed() ?? []);
      assert.equal(told.length, 1, 'one file is told of the sum');
      return told[0]?.characters ?? 0;
    });
    assert.deepEqual(
      sums.toSorted((a, b) => b - a),
      [13_557, 12_366, 11_826, 10_439, 3_561, 3_023, 1_867, 1_861, 1_749, 1_704, 1_499],
    );
  });
});
