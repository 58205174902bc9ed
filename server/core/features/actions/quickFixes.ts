/** Code actions: the fixes of the findings under the cursor, and all of a file at once. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { isProvedSafe } from '../../agent/safety';
import { type LintFinding, type LintOptions, lint, SEVERITIES } from '../../lint/lint';
import { append } from '../../text/append';
import { createsFiles, type Fix } from '../../text/edits';
import type { JsonObject } from '../../text/records';
import { covers, overlaps, type Span } from '../../text/span';
import { diagnosticOf, type Links } from '../diagnostics';
import { creatingEditOf } from '../newFiles';
import { textEditOf, workspaceEditOf } from '../ranges';
import { type Choose, editBetween, fixAllIn, safeFix } from './fixAll';
import { isRequested } from './kinds';

/** The kind under which editors request all safe fixes, for example on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentAuthoring`;

export interface ActionRequest extends LintOptions, Links {
  /** The requested kinds; each includes its sub-kinds. All when omitted. */
  readonly only?: readonly string[] | undefined;
  /** Whether the editor can create files. Without it, fixes that need a new file are left out. */
  readonly creates?: boolean;
  /** Names the document in `data` of actions whose edit takes long to find; they then have no edit until they are resolved. */
  readonly later?: JsonObject | undefined;
}

/** Which problems of a file an action fixes together; in `data` of an action without an edit. */
export type WholeFix = 'safe' | 'tool names';

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
    const [worst] = here.filter((finding) => offeredFixes(finding, request).length > 0);
    for (const finding of here) append(actions, quickFixes(agent, finding, request, finding === worst));
    append(actions, fixFamily(agent, here, findings, request));
  }
  if (wantsFixAll)
    append(
      actions,
      wholeFix(agent, { title: 'Fix all auto-fixable problems', kind: FIX_ALL_KIND }, 'safe', findings, request),
    );
  return actions;
}

/** The edit of an action that came without one; undefined when nothing is left to fix. */
export function editOfWhole(agent: Agent, whole: WholeFix, request: ActionRequest): WorkspaceEdit | undefined {
  return wholeEdit(agent, whole, lint(agent, request).findings, request);
}

/** The action with its edit, or with what `editOfWhole` needs later; none when nothing can be fixed. */
function wholeFix(
  agent: Agent,
  action: CodeAction,
  whole: WholeFix,
  findings: readonly LintFinding[],
  request: ActionRequest,
): readonly CodeAction[] {
  if (request.later !== undefined)
    return findings.some((finding) => chosen[whole](finding) !== undefined)
      ? [{ ...action, data: { ...request.later, whole } }]
      : [];
  const edit = wholeEdit(agent, whole, findings, request);
  return edit === undefined ? [] : [{ ...action, edit }];
}

function wholeEdit(
  agent: Agent,
  whole: WholeFix,
  findings: readonly LintFinding[],
  request: ActionRequest,
): WorkspaceEdit | undefined {
  const { source } = agent.file;
  const edit = editBetween(source.text, fixAllIn(agent, findings, request, chosen[whole]));
  return edit && workspaceEditOf(request.uri, source, [edit]);
}

const isToolName = (finding: LintFinding): boolean =>
  finding.reader === undefined &&
  finding.rule.startsWith('tool-') &&
  (finding.fixes ?? []).some((fix) => !createsFiles(fix));

export const isWholeFix = (value: unknown): value is WholeFix => value === 'safe' || value === 'tool names';

/** Which fix of a finding belongs to each. */
const chosen: Readonly<Record<WholeFix, Choose>> = {
  safe: safeFix,
  'tool names': (finding) => (isToolName(finding) ? finding.fixes?.find((fix) => !createsFiles(fix)) : undefined),
};

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
  return offeredFixes(finding, request).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(agent.file.source, finding, request)],
    ...(isWorst && i === 0 && mayBePreferred(agent, fix) ? { isPreferred: true } : {}),
    edit: editOf(agent, fix, request),
  }));
}

const offeredFixes = ({ fixes = [] }: LintFinding, { creates = false }: ActionRequest): readonly Fix[] =>
  fixes.filter((fix) => creates || !createsFiles(fix));

const editOf = ({ file: { source } }: Agent, { edits, creates = [] }: Fix, { uri }: ActionRequest): WorkspaceEdit =>
  creates.length === 0
    ? workspaceEditOf(uri, source, edits)
    : creatingEditOf(
        creates,
        uri,
        edits.map((edit) => textEditOf(source, edit)),
      );

/** Whether an editor may choose the fix by itself. One that is said to be safe must be proved to be. */
const mayBePreferred = (agent: Agent, fix: Fix): boolean =>
  fix.safe ? isProvedSafe(agent, fix.edits) : !removesField(agent, fix) && !createsFiles(fix);

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
  const tools = all.filter(isToolName);
  if (tools.length < 2 || !here.some(isToolName)) return [];
  const action = {
    title: `Fix all ${tools.length} tool names in this file`,
    kind: CodeActionKind.QuickFix,
    diagnostics: tools.map((finding) => diagnosticOf(agent.file.source, finding, request)),
  };
  return wholeFix(agent, action, 'tool names', all, request);
}
