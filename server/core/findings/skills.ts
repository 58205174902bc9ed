/** What rules about skills share: which files they may judge, and how a missing skill is created. */
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Card, SkillCard } from '../workspace/card';
import { inHome, togetherOf } from '../workspace/tree';

/**
 * Whether a file belongs to a project, so that everybody has it with the same files around it. What a user's own agents and those
 * of a plugin find depends on the place where they run.
 */
export const isCommitted = ({ tree }: Card): boolean => tree.scope === 'project';

/** The names of the fields that keep the model from a skill. */
export const skillGatesOf = ({ format }: Card): SkillGates => togetherOf(format)?.skillGates;

type SkillGates = { readonly closed: string; readonly gated: string } | undefined;

/**
 * Why a skill is not loaded for an agent, after its name; undefined when it is.
 * @param so What follows for the agent.
 */
export function closedWhy({ isOpen, isGated }: SkillCard, gates: SkillGates, so: string): string | undefined {
  const field = (name: string | undefined): string => (name === undefined ? '' : ` (\`${name}\`)`);
  if (!isOpen) return `is closed to the model${field(gates?.closed)}, so ${so}`;
  return isGated ? `is known only after a file matches its paths${field(gates?.gated)}. Before that, ${so}` : undefined;
}

/** The names of the skills that an agent can load. */
export const loadableNames = (skills: readonly SkillCard[]): readonly string[] =>
  skills.flatMap(({ isOpen, isGated, names }) => (isOpen && !isGated ? names : []));

/** What a new skill says until its writer says more. */
const NEW_SKILL = {
  description: 'What it does, and when to use it.',
  body: '## Instructions\n',
  lineEnd: '\n',
};

/** The fix that creates a skill in the agent's own project; undefined for a name that no folder can have. */
export function createSkill(card: Card, name: string): Fix | undefined {
  const file = togetherOf(card.format)?.writtenSkill?.({ name, ...NEW_SKILL }, false);
  return (
    file && {
      title: `Create the skill ${quoted(name)}`,
      safe: false,
      edits: [],
      creates: [{ path: inHome(card, file.path), text: file.text }],
    }
  );
}
