/** Code actions: the fixes of the findings under the cursor, and all of a file at once. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { isProvedSafe } from '../../agent/safety';
import { type LintFinding, type LintOptions, lint, SEVERITIES } from '../../lint/lint';
import { append } from '../../text/append';
import type { Edit, Fix } from '../../text/edits';
import { covers, overlaps, type Span } from '../../text/span';
import { diagnosticOf, type Links } from '../diagnostics';
import { workspaceEditOf } from '../ranges';
import { editBetween, fixAllIn } from './fixAll';
import { isRequested } from './kinds';

/** The kind under which editors request all safe fixes, for example on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentAuthoring`;

export interface ActionRequest extends LintOptions, Links {
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
}

/** The code actions for a range of the file. */
export function actionsIn(agent: Agent, range: Span, request: ActionRequest): readonly CodeAction[] {
  const wantsQuickFixes = isRequested(CodeActionKind.QuickFix, request.only) !== false;
  // Offered only when requested by name: an editor shows it in its "source action" menu and runs it on save.
  const wantsFixAll = isRequested(FIX_ALL_KIND, request.only) === true;
  if (!wantsQuickFixes && !wantsFixAll) return [];
  const { findings } = lint(agent, request);
  const actions: CodeAction[] = [];
  if (wantsQuickFixes) {
    const here = findings.filter(({ span, broken = span }) => overlaps(broken, range)).toSorted(bySeverity);
    const [worst] = here.filter(({ fixes = [] }) => fixes.length > 0);
    for (const finding of here) append(actions, quickFixes(agent, finding, request, finding === worst));
    append(actions, fixFamily(agent, here, findings, request));
  }
  if (wantsFixAll) {
    const edits = wholeEdits(agent, fixAllIn(agent, findings, request));
    if (edits.length > 0)
      actions.push({
        title: 'Fix all auto-fixable problems',
        kind: FIX_ALL_KIND,
        edit: workspaceEditOf(request.uri, agent.file.source, edits),
      });
  }
  return actions;
}

/** Editors list the fixes in this order; the sort is stable, so findings of one severity stay in the order of the text. */
const bySeverity = (a: LintFinding, b: LintFinding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/** @param isWorst Whether this is the most severe finding with a fix here. Only its first fix can be the preferred one. */
function quickFixes(
  agent: Agent,
  finding: LintFinding,
  request: ActionRequest,
  isWorst: boolean,
): readonly CodeAction[] {
  return (finding.fixes ?? []).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(agent.file, finding, request)],
    ...(isWorst && i === 0 && mayBePreferred(agent, fix) ? { isPreferred: true } : {}),
    edit: workspaceEditOf(request.uri, agent.file.source, fix.edits),
  }));
}

/** Whether an editor may choose the fix by itself. One that is said to be safe must be proved to be. */
const mayBePreferred = (agent: Agent, fix: Fix): boolean =>
  fix.safe ? isProvedSafe(agent, fix.edits) : !removesField(agent, fix);

/** Whether the fix removes a whole field. Its content is lost, so an editor must not choose such a fix by itself. */
const removesField = ({ file }: Agent, { edits }: Fix): boolean =>
  (file.frontMatter?.entries ?? []).some(({ keySpan }) =>
    edits.some(({ span, newText }) => newText === '' && covers(span, keySpan)),
  );

/** One action for all findings about tool names, when the cursor is on one of several. */
function fixFamily(
  agent: Agent,
  here: readonly LintFinding[],
  all: readonly LintFinding[],
  request: ActionRequest,
): readonly CodeAction[] {
  const isTool = (finding: LintFinding): boolean =>
    finding.rule.startsWith('tool-') && (finding.fixes ?? []).length > 0;
  const count = all.filter(isTool).length;
  if (count < 2 || !here.some(isTool)) return [];
  const fixed = fixAllIn(agent, all, request, (finding) => (isTool(finding) ? finding.fixes?.[0] : undefined));
  const edits = wholeEdits(agent, fixed);
  if (edits.length === 0) return [];
  return [
    {
      title: `Fix all ${count} tool names in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: all.filter(isTool).map((finding) => diagnosticOf(agent.file, finding, request)),
      edit: workspaceEditOf(request.uri, agent.file.source, edits),
    },
  ];
}

function wholeEdits({ file: { source } }: Agent, after: string): readonly Edit[] {
  const edit = editBetween(source.text, after);
  return edit === undefined ? [] : [edit];
}
