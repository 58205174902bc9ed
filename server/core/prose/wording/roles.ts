/** What English words mean where instructions are read. Each meaning is a bit, so that a sentence can tell at once which it has. */
import { agentNouns, handingVerbs, showWords, startVerbs } from './delegation';
import { negators, pastWords, runVerbs, serverWords, useVerbs } from './instructions';
import { forbids, makeVerbs, narrowing, readWords } from './readOnly';
import { skillNouns, skillVerbs } from './skills';

/** The bits. Code has none but `code`, whatever is in it. */
export const role = {
  code: 1,
  negates: 1 << 1,
  uses: 1 << 2,
  runs: 1 << 3,
  past: 1 << 4,
  forbids: 1 << 5,
  narrows: 1 << 6,
  makes: 1 << 7,
  skill: 1 << 8,
  usesSkill: 1 << 9,
  reads: 1 << 10,
  server: 1 << 11,
  /** Has a capital letter, a digit, a hyphen or an underscore, as names have. */
  name: 1 << 12,
  agent: 1 << 13,
  /** Gives work to an agent. */
  hands: 1 << 14,
  starts: 1 << 15,
  shows: 1 << 16,
} as const;

const vocabularies: readonly (readonly [number, ReadonlySet<string>])[] = [
  [role.negates, negators],
  [role.uses, useVerbs],
  [role.runs, runVerbs],
  [role.past, pastWords],
  [role.forbids, forbids],
  [role.narrows, narrowing],
  [role.makes, makeVerbs],
  [role.skill, skillNouns],
  [role.usesSkill, skillVerbs],
  [role.reads, readWords],
  [role.server, serverWords],
  [role.agent, agentNouns],
  [role.hands, handingVerbs],
  [role.starts, startVerbs],
  [role.shows, showWords],
];

/**
 * The meanings of a word.
 * @param lower The word in lower case.
 */
export function rolesOf(raw: string, lower: string): number {
  const isName = raw !== lower || /[\d_-]/.test(raw);
  return vocabularies.reduce((roles, [bit, words]) => (words.has(lower) ? roles | bit : roles), isName ? role.name : 0);
}
