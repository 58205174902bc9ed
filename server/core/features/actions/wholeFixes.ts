/** Fixes of all problems of a file at once, and what they leave for a person to decide. */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Agent, withText } from '../../agent/agent';
import { isProvedSafe } from '../../agent/safety';
import { type LintFinding, lint } from '../../lint/lint';
import { createsFiles } from '../../text/edits';
import { editsBetween } from '../../text/lineEdits';
import { showFixed } from './commands';
import { confirmedEditOf } from './confirmedEdit';
import { type Choose, fixAllIn, safeFix } from './fixAll';
import { type ActionRequest, findingsOf } from './request';

/** Which problems of a file are fixed together; in `data` of an action without an edit. */
export type WholeFix = 'safe' | 'tool names';

export const isWholeFix = (value: unknown): value is WholeFix => value === 'safe' || value === 'tool names';

/** What fixing many problems did. */
export interface WholeOutcome {
  readonly edit: WorkspaceEdit | undefined;
  /** Problems that are gone. */
  readonly fixed: number;
  /** Visible problems that are left and that a person can fix in one way or another. */
  readonly choices: number;
}

/** Fixes what can be fixed; without an edit when that is nothing. */
export function fixWhole(agent: Agent, whole: WholeFix, request: ActionRequest): WholeOutcome {
  const before = findingsOf(agent, request);
  const { source } = agent.file;
  const text = fixAllIn(agent, before, request, chosen[whole]);
  const edits = editsBetween(source.text, text);
  const after = edits.length === 0 ? before : lint(withText(text, agent), request).findings;
  const concerned = whole === 'safe' ? (): boolean => true : isToolName;
  const safe = whole === 'safe' || isProvedSafe(agent, edits);
  const asks = { safe, label: 'Tool names', confirms: request.confirms === true };
  return {
    edit: edits.length === 0 ? undefined : confirmedEditOf(request.uri, source, edits, asks),
    fixed: Math.max(0, before.filter(concerned).length - after.filter(concerned).length),
    choices: after.filter((finding) => concerned(finding) && isChoice(finding)).length,
  };
}

/** Hints are not in the list of problems, so a person would look for them in vain. */
const isChoice = ({ fixes = [], severity }: LintFinding): boolean => fixes.length > 0 && severity !== 'hint';

/** The parts of an action that fixes many problems. */
export const actionPartsOf = (
  { edit, fixed, choices }: WholeOutcome,
  says: boolean,
): Pick<CodeAction, 'edit' | 'command'> => ({
  ...(edit && { edit }),
  ...(edit && says && { command: showFixed(fixed, choices) }),
});

/** The action with its edit, or with what `fixWhole` needs later; none when nothing can be fixed. */
export function wholeFix(
  agent: Agent,
  action: CodeAction,
  whole: WholeFix,
  findings: readonly LintFinding[],
  request: ActionRequest,
): readonly CodeAction[] {
  // A message at every save would be in the way.
  const says = request.hasCommands === true && (whole !== 'safe' || request.invoked === true);
  if (request.later !== undefined)
    return findings.some((finding) => chosen[whole](finding) !== undefined)
      ? [{ ...action, data: { ...request.later, whole, says } }]
      : [];
  const outcome = fixWhole(agent, whole, { ...request, findings: () => findings });
  return outcome.edit === undefined ? [] : [{ ...action, ...actionPartsOf(outcome, says) }];
}

/** Whether a finding is about the name of a tool and can be fixed in the file. */
export const isToolName = (finding: LintFinding): boolean =>
  finding.reader === undefined &&
  finding.rule.startsWith('tool-') &&
  (finding.fixes ?? []).some((fix) => !createsFiles(fix));

/** Which fix of a finding belongs to each. */
const chosen: Readonly<Record<WholeFix, Choose>> = {
  safe: safeFix,
  'tool names': (finding) => (isToolName(finding) ? finding.fixes?.find((fix) => !createsFiles(fix)) : undefined),
};
