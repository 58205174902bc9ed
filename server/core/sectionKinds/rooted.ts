/** Sections that have their effect only in the agent's own prompt, so that they must not move into another file. */
import { reportSections } from './reportKeys';
import type { SectionKind } from './section';

/** Who the agent is, what it must not do, when it is used, and the form of its answer. */
const rooted: ReadonlySet<string> = new Set([
  ...['role', 'responsibilities', 'when-to-use', 'when-not-to-use'],
  ...[
    'access-restrictions',
    'allowed-access',
    'forbidden-access',
    'tools',
    'constraints',
    'prompt-defense',
    'reminder',
  ],
  ...['output-location', 'communication-style', ...reportSections],
]);

/** Whether a section of this kind belongs to the prompt of the agent. */
export const isRooted = ({ id }: SectionKind): boolean => rooted.has(id);
