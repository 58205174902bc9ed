/** Builds agents with code fences, and says which of their lines are reported, for tests of code fences. */
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { agent, fileOf } from '../agent';

/** A body in which `'''` stands for three backticks. */
export const textOf = (...lines: readonly string[]): string =>
  ['---', 'name: test-runner', 'description: Use this agent when a test runs.', '---', ...lines, '']
    .join('\n')
    .replaceAll("'", '`');

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 4;

export const findingsIn = (text: string): readonly LintFinding[] =>
  lint(agent(text, '.claude/agents/test-runner.md')).findings;

export const reported = (text: string): readonly string[] =>
  findingsIn(text).map(({ rule, span }) => `${rule} ${lineOf(text, span.start)}`);

/** The lines of the opening and closing fences as CommonMark reads them, counted from 1 in the body. */
export const blocksOf = (text: string): readonly string[] =>
  fileOf(text).body.fences.map(
    ({ opener, closer }) => `${lineOf(text, opener.start)}-${closer === undefined ? '' : lineOf(text, closer.start)}`,
  );

/** Applies the first fix of each round until there is none. */
export function fixed(text: string): string {
  const fix = findingsIn(text).flatMap(({ rule, fixes = [] }) => (rule.startsWith('fence-') ? fixes : []))[0];
  return fix === undefined ? text : fixed(applyEdits(text, fix.edits));
}
