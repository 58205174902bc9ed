/** Code actions that add or remove the hook that checks the completion report when the agent stops. */

import type { CodeAction } from 'vscode-languageserver-types';
import { type Agent, withText } from '../../agent/agent';
import { addHook, hasReportHook, removeHook } from '../../completionReport/hook';
import { fieldByRole } from '../../hosts/lookup';
import { closerOf } from '../../hosts/reading';
import type { AgentFile } from '../../syntax/tree';
import { applyEdits, type Edit } from '../../text/edits';
import { overlaps, type Span } from '../../text/span';
import { workspaceEditOf } from '../ranges';
import { isRequested } from './kinds';

/** The kind under which editors list these actions. */
export const REPORT_HOOK_KIND = 'refactor.rewrite.reportHook';

export interface ReportHookRequest {
  readonly uri: string;
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
}

/** The action for a range that touches the report template or the field of hooks; none when the file would not load with it. */
export function reportHookActionsIn(
  agent: Agent,
  range: Span,
  { uri, only }: ReportHookRequest,
): readonly CodeAction[] {
  if (isRequested(REPORT_HOOK_KIND, only) === false) return [];
  const { file, format } = agent;
  const hook = format.reportHook;
  const key = fieldByRole(format, 'events')?.key;
  if (key === undefined || hook === undefined || agent.verdict() === undefined) return [];
  const report = agent.report();
  const field = file.frontMatter?.entries.find((entry) => entry.key === key);
  const isHere = [report?.fence.span, field?.span].some((span) => span !== undefined && overlaps(span, range));
  if (!isHere) return [];
  const isThere = hasReportHook(file, key, hook);
  if (!isThere && (report === undefined || report.problems.length > 0)) return [];
  // Lines after the end that the host sees would not be fields.
  if (closerOf(agent.reading())?.start !== file.frontMatter?.closer?.start) return [];
  const edits = isThere ? removeHook(file, key, hook) : addHook(file, key, hook);
  if (edits === undefined || !keepsLoading(agent, edits, (after) => hasReportHook(after, key, hook) === !isThere))
    return [];
  return [
    {
      title: isThere
        ? 'Remove the Stop hook that checks the completion report'
        : 'Add a Stop hook that checks the completion report',
      kind: REPORT_HOOK_KIND,
      edit: workspaceEditOf(uri, file.source, edits),
    },
  ];
}

/** Whether the host loads the file after the edits and sees the change. */
function keepsLoading(agent: Agent, edits: readonly Edit[], isDone: (after: AgentFile) => boolean): boolean {
  const after = withText(applyEdits(agent.file.source.text, edits), agent);
  return (
    after.file.problems.length <= agent.file.problems.length &&
    after.verdict()?.verdict !== 'does-not-load' &&
    isDone(after.file)
  );
}
