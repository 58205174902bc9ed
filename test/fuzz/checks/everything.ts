/** Parses a text, runs every rule and every request on it, and asserts what must hold for each answer. */
import assert from 'node:assert/strict';
import { lint } from '../../../server/core/index';
import { applyEdits, disjoint } from '../../../server/core/text/edits';
import type { Checked } from '../area';
import { requests } from '../requests';
import { agentIn, type Subject, settingsOf } from '../subject';
import { assertAnswer } from './answers';
import { assertWithin } from './ranges';
import { Clock } from './timed';
import { assertTree } from './tree';

/** UTF-16 units of a message that a person still reads. */
const MAX_MESSAGE = 2_000;

/** @param offsets Where to send the requests with a cursor. */
export function checkEverything(subject: Subject, offsets: readonly number[]): Checked {
  const { text, format } = subject;
  const settings = settingsOf(subject);
  const clock = new Clock(text);
  const agent = clock.run(
    'parse',
    () => text,
    (one) => agentIn(one, format),
  );
  assertTree(agent);
  const { findings, failures } = lint(agent, { settings });
  for (const { error } of failures) throw error;
  let fixes = 0;
  for (const finding of findings) {
    assertWithin(finding, agent.file.source);
    assert.ok(finding.message.length < MAX_MESSAGE, `the message of ${finding.rule} is too long`);
    for (const { edits } of finding.fixes ?? []) {
      assert.ok(disjoint(edits), `edits of ${finding.rule} overlap`);
      applyEdits(text, edits);
      fixes++;
    }
  }
  let answers = 0;
  for (const { name, atCursor, answer } of requests) {
    for (const offset of atCursor ? offsets : [0]) {
      const got = clock.run(
        name,
        () => agent,
        (one) => answer(one, settings, offset),
      );
      assertAnswer(name, got, agent, offset);
      answers++;
    }
  }
  return { counts: { answers, findings: findings.length, fixes }, slow: clock.slow };
}

/** Some offsets of a text: its ends, the edges of its frontmatter, and others that depend on `where`. */
export function someOffsets({ text, where }: Subject, count: number): readonly number[] {
  const edge = text.indexOf('\n---') + 2;
  const others = Array.from({ length: count }, (_, i) => (where + i * 7_919) % (text.length + 1));
  return [...new Set([0, edge, text.length, ...others])].filter((offset) => offset <= text.length);
}
