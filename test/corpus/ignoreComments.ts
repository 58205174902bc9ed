/** Comments that disable a rule, written into real files: the finding is gone, nothing else is, and the host reads the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent, withText } from '../../server/core/agent/agent';
import { ignoringEdit } from '../../server/core/agent/ignoreComments';
import { formats } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits, type Edit } from '../../server/core/text/edits';
import { absent, realAgents, realFiles } from './realFiles';

/** One of this many files is tried; `STEP=1` tries all of them. */
const STEP = Number(process.env['STEP'] ?? 12);

/** Comments that name a rule may be reported themselves. */
const isAboutComments = ({ rule }: LintFinding): boolean => rule.startsWith('suppression-');

/** A finding as it is after the edit. */
const moved = ({ rule, message, span: { start } }: LintFinding, edit?: Edit): string =>
  `${rule} ${start + (edit !== undefined && edit.span.start <= start ? edit.newText.length : 0)} ${message}`;

/** What is wrong after the edit that disables the rule of a finding. */
function harmsOf(agent: Agent, before: readonly LintFinding[], finding: LintFinding, edit: Edit): readonly string[] {
  const after = withText(applyEdits(agent.file.source.text, [edit]), agent);
  const old = new Set(before.map((one) => moved(one, edit)));
  const now = lint(after).findings.filter((one) => !isAboutComments(one));
  const shown = new Set(now.map((one) => moved(one)));
  const gone = before.filter((one) => one.rule !== finding.rule && !shown.has(moved(one, edit)));
  const harms = [
    ...now.filter((one) => !old.has(moved(one))).map(({ rule }) => `new ${rule}`),
    ...gone.map(({ rule }) => `gone ${rule}`),
  ];
  if (shown.has(moved(finding, edit))) harms.push(`${finding.rule} is still there`);
  const [was, is] = [agent.verdict(), after.verdict()];
  if (was?.verdict !== is?.verdict) harms.push('another verdict');
  assert.deepEqual(is?.tools, was?.tools);
  return harms;
}

interface Tried {
  readonly harms: readonly string[];
  /** Places, and those of them at which a comment can stand. */
  readonly count: number;
  readonly written: number;
}

/** Disables each rule that reports something, once for a line and once for the file. */
function tryAll(agent: Agent, where: string): Tried {
  const before = lint(agent).findings.filter((one) => !isAboutComments(one));
  const harms: string[] = [];
  let [count, written] = [0, 0];
  for (const finding of new Map(before.map((one) => [one.rule, one])).values())
    for (const reach of ['line', 'file'] as const) {
      count++;
      const edit = ignoringEdit(agent, finding.rule, finding.span, reach);
      if (edit === undefined) continue;
      written++;
      harms.push(
        ...harmsOf(agent, before, finding, edit).map((harm) => `${where}, ${reach}, ${finding.rule}: ${harm}`),
      );
    }
  return { harms, count, written };
}

describe('comments that disable a rule in real files', { skip: absent }, () => {
  it('remove its finding and nothing else, and can stand at almost every place', (t) => {
    const tried = realAgents.filter((_, i) => i % STEP === 0).map(({ agent, path }) => tryAll(agent, path));
    const sum = (of: (one: Tried) => number): number => tried.reduce((all, one) => all + of(one), 0);
    t.diagnostic(`${sum(({ written }) => written)} comments for ${sum(({ count }) => count)} places`);
    assert.deepEqual(
      tried.flatMap(({ harms }) => harms),
      [],
    );
    assert.ok(sum(({ written }) => written) > 0.95 * sum(({ count }) => count));
  });

  for (const format of formats.filter(({ notation }) => notation === undefined))
    it(`do the same in files of ${format.id}`, () => {
      const some = realFiles.filter((_, i) => i % (STEP * 12) === 0);
      const harms = some.flatMap(
        ({ text, sourcePath }) => tryAll(readAgent(text, format, sourcePath), sourcePath).harms,
      );
      assert.deepEqual(harms, []);
    });
});
