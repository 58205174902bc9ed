/** Code actions: the fixes of the findings under the cursor, and all of a file at once. */
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { type LintFinding, type LintOptions, lint } from '../lint';
import type { Fix } from '../rules/rule';
import type { AgentFile } from '../syntax/tree';
import { covers, overlaps, type Span } from '../text/span';
import { diagnosticOf, type Links } from './diagnostics';
import { editBetween, fixAllIn } from './fixAll';
import { textEditOf } from './ranges';

/** The kind under which editors ask for all safe fixes, on save for example. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentAuthoring`;

export interface ActionRequest extends LintOptions, Links {
  /** Kinds the client wants; each stands for itself and its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
}

/** The code actions for a range of the file. */
export function actionsIn(file: AgentFile, range: Span, request: ActionRequest): readonly CodeAction[] {
  const wants = (kind: string): boolean =>
    request.only === undefined || request.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const { findings } = lint(file, request);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter((finding) => overlaps(finding.span, range));
    for (const finding of here) actions.push(...quickFixes(file, finding, request));
    actions.push(...fixFamily(file, here, findings, request));
  }
  // Offered only when asked for by name: an editor shows it in its "source action" menu and runs it on save.
  if (request.only !== undefined && wants(FIX_ALL_KIND)) {
    const edits = wholeEdits(file, fixAllIn(file, findings, request));
    if (edits.length > 0)
      actions.push({
        title: 'Fix all safe problems of this agent',
        kind: FIX_ALL_KIND,
        edit: { changes: { [request.uri]: edits } },
      });
  }
  return actions;
}

function quickFixes(file: AgentFile, finding: LintFinding, request: ActionRequest): readonly CodeAction[] {
  return (finding.fixes ?? []).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(file, finding, request)],
    ...(i === 0 && (fix.safe || !removesField(file, fix)) ? { isPreferred: true } : {}),
    edit: { changes: { [request.uri]: fix.edits.map((edit) => textEditOf(file.source, edit)) } },
  }));
}

/** Whether a whole field goes. What somebody wrote there is lost, so an editor must not choose such a fix by itself. */
const removesField = (file: AgentFile, { edits }: Fix): boolean =>
  (file.header?.entries ?? []).some(({ keySpan }) =>
    edits.some(({ span, newText }) => newText === '' && covers(span, keySpan)),
  );

/** One action for all findings about tool names, when the cursor is on one of several. */
function fixFamily(
  file: AgentFile,
  here: readonly LintFinding[],
  all: readonly LintFinding[],
  request: ActionRequest,
): readonly CodeAction[] {
  const isTool = (finding: LintFinding): boolean =>
    finding.rule.startsWith('tool-') && (finding.fixes ?? []).length > 0;
  const count = all.filter(isTool).length;
  if (count < 2 || !here.some(isTool)) return [];
  const fixed = fixAllIn(file, all, request, (finding) => (isTool(finding) ? finding.fixes?.[0] : undefined));
  const edits = wholeEdits(file, fixed);
  if (edits.length === 0) return [];
  return [
    {
      title: `Fix all ${count} tool names in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: all.filter(isTool).map((finding) => diagnosticOf(file, finding, request)),
      edit: { changes: { [request.uri]: edits } },
    },
  ];
}

function wholeEdits(file: AgentFile, after: string): TextEdit[] {
  const edit = editBetween(file.source.text, after);
  return edit === undefined ? [] : [textEditOf(file.source, edit)];
}
