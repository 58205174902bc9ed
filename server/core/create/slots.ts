/** The placeholders of new agents, as they appear in agent files. */
import { lazy } from '../text/lazy';
import { inBrackets, marked } from './marks';
import { type Allowed, presets } from './presets';

/** What decides about the text of a new agent, in all its cases. */
const cases: readonly Allowed[] = [
  { can: () => true, changes: true },
  { can: () => false, changes: false },
];

/** Placeholders of several words in bodies, with their brackets. */
export const slotsOfNewAgents = lazy(
  (): ReadonlySet<string> =>
    new Set(
      presets.flatMap(({ body }) =>
        cases.flatMap((allowed) =>
          body(allowed).flatMap((line) =>
            typeof line === 'string' ? (inBrackets(marked(line)).match(/\[[^[\] ]+(?: [^[\] ]+){2,}\]/g) ?? []) : [],
          ),
        ),
      ),
    ),
);
