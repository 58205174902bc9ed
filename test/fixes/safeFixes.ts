/** Asserts what a safe fix must never do, for generated and real files. */
import assert from 'node:assert/strict';
import { agentFields } from '../../server/core/agent/fields';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { deniedNames, wordsOf } from '../../server/core/hosts/effectiveTools';
import { classifyTool } from '../../server/core/hosts/toolName';
import type { LoadVerdict } from '../../server/core/hosts/verdict';
import type { LintFinding } from '../../server/core/lint/lint';
import { fieldMeanings } from '../../server/core/syntax/meaning';
import { applyEdits } from '../../server/core/text/edits';
import { agent, format } from '../agent';
import { path } from './repairs';

/** The verdict on a text. */
export const verdictOf = (text: string): LoadVerdict => {
  const verdict = agent(text, path).verdict();
  assert.ok(verdict !== undefined);
  return verdict;
};

/** Fields that start or allow something: hooks, servers and modes. */
const POWERS = ['hooks', 'mcpServers', 'permissionMode', 'memory', 'background', 'isolation', 'skills'];

/** What the host reads in these fields. */
function powersOf(text: string): readonly (string | undefined)[] {
  const reading = agent(text, path).reading();
  const fields = fieldMeanings(reading.kind === 'read' ? reading.entries : []);
  return POWERS.map((key) => fields.get(key));
}

/** The words of the lists that grant and deny. */
const wordsIn = (text: string): readonly string[] => {
  const fields = agentFields(agent(text, path));
  return [...(wordsOf(fields, 'allow', format) ?? []), ...(wordsOf(fields, 'deny', format) ?? [])];
};

/** Whether one of our lists says what a word was, so that nothing that a person wants is lost with it. */
const isExplained = (word: string): boolean => {
  const { kind } = classifyTool(word, format);
  return kind === 'tool' || kind === 'retired' || kind === 'case' || kind === 'wildcard';
};

const deniedIn = (text: string): readonly string[] => deniedNames(agentFields(agent(text, path)), format);

/** Asserts that no safe fix of a text, alone or together, grants more, denies less or stops the agent from loading. */
export function assertSafeFixes(text: string, findings: readonly LintFinding[]): void {
  const safe = findings.flatMap(({ rule, fixes = [] }) =>
    fixes.filter((fix) => fix.safe).map((fix) => ({ rule, fix })),
  );
  if (safe.length === 0) return;
  const was = verdictOf(text);
  const had = new Set(was.tools.effective);
  for (const { rule, fix } of safe) assertNoWorse(rule, applyEdits(text, fix.edits));
  assertNoWorse('all', fixAll(agent(text, path)));

  function assertNoWorse(what: string, after: string): void {
    const is = verdictOf(after);
    const where = JSON.stringify([what, text, after]);
    if (was.cause !== null) {
      // It may start to load, but then its list must have an effect.
      const isRestricted = text.split(/[\r\n]+/).some((line) => line.startsWith('tools:'));
      const reading = agent(after).reading();
      const counts = reading.kind === 'read' && reading.entries.some(({ key }) => key === 'tools');
      assert.ok(is.cause !== null || !isRestricted || counts, where);
      return;
    }
    assert.equal(is.cause, null, where);
    assert.equal(is.name, was.name, where);
    assert.deepEqual(powersOf(after), powersOf(text), where);
    const words = new Set(wordsIn(after));
    assert.deepEqual(
      wordsIn(text).filter((word) => !words.has(word) && !isExplained(word)),
      [],
      where,
    );
    const denied = new Set(deniedIn(after));
    assert.deepEqual(
      deniedIn(text).filter((name) => !denied.has(name)),
      [],
      where,
    );
    if (was.tools.inherited) return;
    assert.equal(is.tools.inherited, false, where);
    const gained = is.tools.effective.filter((name) => !had.has(name));
    assert.deepEqual(gained, [], where);
  }
}
