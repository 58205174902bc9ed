/** How many headings of real agents are recognized, so that a spelling or a rule of normalization is not lost unnoticed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionKindOf } from '../../server/core/sectionKinds/recognize';
import type { Section } from '../../server/core/syntax/tree';
import { absent, realAgents } from './realFiles';

/** The share of headings of level 2 that must be recognized. */
const FLOOR = 0.62;

describe('the sections of the agents of the corpus', { skip: absent }, () => {
  it(`are recognized by ${100 * FLOOR} % of the headings of level 2`, (t) => {
    const titles = realAgents.flatMap(({ file }) => titlesOfLevel(file.body.root, 2));
    const known = titles.filter((title) => sectionKindOf(title) !== undefined);
    const share = known.length / titles.length;
    t.diagnostic(`${known.length} of ${titles.length} headings, ${(100 * share).toFixed(1)} %`);
    assert.ok(share >= FLOOR);
  });
});

function titlesOfLevel(root: Section, level: number): readonly string[] {
  const found: string[] = [];
  const pending: Section[] = [root];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    if (section.form === 'heading' && section.level === level) found.push(section.title);
    pending.push(...section.children);
  }
  return found;
}
