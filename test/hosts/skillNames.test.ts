/** The words in `skills` that can name no skill: what is reported, and what is written instead. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { agent, withFrontMatter } from '../agent';

/** The findings about skills. */
const found = (text: string) => lint(agent(text)).findings.filter(({ rule }) => rule === 'skill-name');

/** The text after the first fix of each finding; undefined when nothing is reported, the text itself when there is no fix. */
function fixed(text: string): string | undefined {
  const all = found(text);
  if (all.length === 0) return undefined;
  return applyEdits(
    text,
    all.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
  );
}

describe('words in a list of skills', () => {
  const rows: readonly (readonly [before: string, after: string | undefined])[] = [
    ['skills: s1', undefined],
    ['skills: s1 folder-two', undefined],
    ['skills: sub:deep, plug:psk', undefined],
    ['skills: "s1(x)"', undefined],
    ['skills: s1@v1', undefined],
    ['skills: []', undefined],
    ['skills: 5', undefined],
    ['skills: .claude/skills/one/SKILL.md', 'skills: one'],
    ['skills: [./skills/one/SKILL.md, two]', 'skills: [one, two]'],
    ['skills: .claude/skills/one/', 'skills: one'],
    ['skills: /one', 'skills: one'],
    ['skills: group/inner', 'skills: inner'],
    ['skills: one.md', 'skills: one'],
    ['skills: "*"', 'skills: "*"'],
    ['skills: |\n  one\n  two', 'skills: one, two'],
    ['skills:\n  - "one\ttwo"', 'skills:\n  - "one, two"'],
  ];
  for (const [before, after] of rows) {
    it(`${after === undefined ? 'accepts' : 'reports'} ${JSON.stringify(before)}`, () =>
      assert.equal(fixed(withFrontMatter(before)), after === undefined ? undefined : withFrontMatter(after)));
  }
});
