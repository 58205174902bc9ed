/** What rules report in a file before comments disable any of it, and which of them have said all that they will. */
import type { Raised, RaisedBy } from '../rules/rule';
import type { Workspace } from '../workspace/workspace';
import type { Failure } from './lintFinding';
import type { Selection } from './selection';

/** Before the rules ran. */
export const nothingRaised: RaisedBy = { findings: [], certain: [], later: [], isComplete: false };

/** What decides whether the silence of a rule means anything. */
interface Known {
  readonly failed: readonly Failure[];
  /** Whether a rule was told that something about another file is not known. */
  readonly isUnknown: boolean;
  /** Whether other hosts read the file, and what the project contains says whether they count. */
  readonly hasOthers: boolean;
  /** Whether the settings name hosts. */
  readonly hasHosts: boolean;
}

/**
 * Sorts the rules by what their silence means. An editor learns about other files late, and a comment must not seem to have no effect
 * until then.
 */
export function raisedBy(
  { first, across, acrossSkills, portable }: Selection,
  findings: readonly Raised[],
  { failed, isUnknown, hasOthers, hasHosts }: Known,
): RaisedBy {
  const certain: string[] = [];
  const later = [...across, ...acrossSkills].map(({ rule }) => rule.id);
  for (const { rule } of first) {
    if (failed.some((one) => one.rule === rule.id)) continue;
    const asks = rule.asksAboutFiles === true;
    if (!asks && !(hasOthers && rule.perReader === true)) certain.push(rule.id);
    else if (!(asks && isUnknown)) later.push(rule.id);
  }
  if (hasHosts) for (const { id } of portable) certain.push(id);
  return { findings, certain, later, isComplete: !isUnknown && failed.length === 0 };
}

/** The same workspace, with a note whether an answer was that something is not known. */
export function noting(workspace: Workspace): { readonly workspace: Workspace; readonly isUnknown: () => boolean } {
  let isUnknown = false;
  return {
    workspace: {
      ...workspace,
      presence: (path) => {
        const presence = workspace.presence(path);
        if (presence === 'unknown') isUnknown = true;
        return presence;
      },
    },
    isUnknown: () => isUnknown,
  };
}
