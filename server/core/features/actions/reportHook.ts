/** Code actions that make Claude Code check the report when the agent stops, or stop doing so. */
import type { CodeAction } from 'vscode-languageserver-types';
import { addHook, hasReportHook, removeHook } from '../../completionReport/hook';
import { reportOf } from '../../completionReport/template';
import type { Format } from '../../hosts/host';
import { loadVerdict } from '../../hosts/index';
import { fieldByRole, keysOf } from '../../hosts/lookup';
import { parse } from '../../syntax/parse';
import type { AgentFile } from '../../syntax/tree';
import { applyEdits, type Edit } from '../../text/edits';
import { overlaps, type Span } from '../../text/span';
import { textEditOf } from '../ranges';
import { isRequested } from './kinds';

/** The kind under which editors list these actions. */
export const REPORT_HOOK_KIND = 'refactor.rewrite.reportHook';

export interface ReportHookRequest {
  readonly uri: string;
  readonly format: Format;
  /** Kinds the client wants; each stands for itself and its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
}

/** The action for a range that touches the report template or the field of hooks; none when the file would not load with it. */
export function reportHookActionsIn(
  file: AgentFile,
  range: Span,
  { uri, format, only }: ReportHookRequest,
): readonly CodeAction[] {
  if (isRequested(REPORT_HOOK_KIND, only) === false) return [];
  const key = fieldByRole(format, 'events')?.key;
  if (key === undefined || loadVerdict(file, format) === undefined) return [];
  const report = reportOf(file);
  const field = file.frontMatter?.entries.find((entry) => entry.key === key);
  const isHere = [report?.fence.span, field?.span].some((span) => span !== undefined && overlaps(span, range));
  if (!isHere) return [];
  const isThere = hasReportHook(file, key);
  if (!isThere && (report === undefined || report.problems.length > 0)) return [];
  const edits = isThere ? removeHook(file, key) : addHook(file, key);
  if (edits === undefined || !isSound(file, edits, format, key, !isThere)) return [];
  return [
    {
      title: isThere ? 'Stop checking the report' : 'Check the report when the agent stops',
      kind: REPORT_HOOK_KIND,
      edit: { changes: { [uri]: edits.map((edit) => textEditOf(file.source, edit)) } },
    },
  ];
}

/** Whether the host loads the file after the edits, with the hook there or gone. */
function isSound(file: AgentFile, edits: readonly Edit[], format: Format, key: string, wanted: boolean): boolean {
  const after = parse(applyEdits(file.source.text, edits), keysOf(format));
  return (
    after.problems.length <= file.problems.length &&
    loadVerdict(after, format)?.verdict !== 'does-not-load' &&
    hasReportHook(after, key) === wanted
  );
}
