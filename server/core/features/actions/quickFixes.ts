/** Code actions: the fixes of the findings under the cursor, and all of a file at once. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { isProvedSafe } from '../../agent/safety';
import type { LintFinding } from '../../lint/lint';
import { append } from '../../text/append';
import { createsFiles, type Fix } from '../../text/edits';
import { covers, type Span } from '../../text/span';
import { diagnosticOf } from '../diagnostics';
import { creatingEditOf } from '../newFiles';
import { textEditOf } from '../ranges';
import { confirmedEditOf } from './confirmedEdit';
import { isRequested } from './kinds';
import { type ActionRequest, findingsAt, findingsOf } from './request';
import { isToolName, wholeFix } from './wholeFixes';

/** The kind under which editors request all safe fixes, for example on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentAuthoring`;

/** The code actions for a range of the file. */
export function actionsIn(agent: Agent, range: Span, request: ActionRequest): readonly CodeAction[] {
  const wantsQuickFixes = isRequested(CodeActionKind.QuickFix, request.only) !== false;
  // Offered only when requested by name: an editor shows it in its "source action" menu and runs it on save.
  const wantsFixAll = isRequested(FIX_ALL_KIND, request.only) === true;
  if (!wantsQuickFixes && !wantsFixAll) return [];
  const findings = findingsOf(agent, request);
  const actions: CodeAction[] = [];
  if (wantsQuickFixes) {
    const here = findingsAt(agent, range, request);
    append(actions, quickFixes(agent, here, request));
    append(actions, fixFamily(agent, here, findings, request));
  }
  if (wantsFixAll)
    append(
      actions,
      wholeFix(agent, { title: 'Fix all auto-fixable problems', kind: FIX_ALL_KIND }, 'safe', findings, request),
    );
  return actions;
}

/** A fix, and the findings that it belongs to. */
interface Offer {
  readonly fix: Fix;
  readonly findings: readonly LintFinding[];
}

/**
 * The fixes of the findings, each edit once, because one edit may help several hosts. Of equal edits the shortest title is kept: the
 * others only add for which host the edit is.
 * @param here The most severe finding first.
 */
function offersOf(here: readonly LintFinding[], request: ActionRequest): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const finding of here)
    for (const fix of offeredFixes(finding, request)) {
      const key = JSON.stringify([fix.edits, fix.creates ?? []]);
      const known = offers.get(key);
      offers.set(key, {
        fix: known === undefined || fix.title.length < known.fix.title.length ? fix : known.fix,
        findings: [...(known?.findings ?? []), finding],
      });
    }
  return [...offers.values()];
}

/** The fixes under the cursor. Only the first fix of the most severe finding that has one can be the preferred one. */
const quickFixes = (agent: Agent, here: readonly LintFinding[], request: ActionRequest): readonly CodeAction[] =>
  offersOf(here, request).map(({ fix, findings }, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((finding) => diagnosticOf(agent.file.source, finding, request)),
    ...(i === 0 && mayBePreferred(agent, fix) ? { isPreferred: true } : {}),
    edit: editOf(agent, fix, request),
  }));

const offeredFixes = ({ fixes = [] }: LintFinding, { creates = false }: ActionRequest): readonly Fix[] =>
  fixes.filter((fix) => creates || !createsFiles(fix));

const editOf = (
  { file: { source } }: Agent,
  { edits, creates = [], safe, title }: Fix,
  { uri, confirms = false }: ActionRequest,
): WorkspaceEdit =>
  creates.length === 0
    ? confirmedEditOf(uri, source, edits, { safe, label: title, confirms })
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
