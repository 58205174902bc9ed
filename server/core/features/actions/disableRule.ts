/** Code actions for a finding that stays: disable its rule, or read about it. They come after the fixes, and none is preferred. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { ignoringEdit, type Reach } from '../../agent/ignoreComments';
import type { LintFinding } from '../../lint/lint';
import type { JsonObject } from '../../text/records';
import type { Span } from '../../text/span';
import { diagnosticOf, showRuleCommand } from '../diagnostics';
import { workspaceEditOf } from '../ranges';
import { isRequested } from './kinds';
import { type ActionRequest, findingsAt } from './quickFixes';

/** Rules for which a menu has these actions: with more it would be longer than a screen. The most severe ones come first. */
const MAX_RULES = 2;

/** This finding says that others are left out, so there is nothing to disable. */
const NEVER_DISABLED = 'limit';

const reaches: Readonly<Record<Reach, string>> = { line: 'this line', file: 'this file' };

export interface DisableRequest extends ActionRequest {
  /** Whether the client has the command that shows the page of a rule. */
  readonly showsRules?: boolean;
  /**
   * Names the document in `data` of the actions that change the configuration file, whose text is read when one is chosen; left out
   * where that file cannot be read or created.
   */
  readonly configures?: JsonObject | undefined;
}

/** What the edit of the configuration file does; in `data` of an action without an edit. */
export interface DisabledRule {
  readonly disable: string;
}

/** The actions for the rules that report something at the range. */
export function disableActionsIn(agent: Agent, range: Span, request: DisableRequest): readonly CodeAction[] {
  if (isRequested(CodeActionKind.QuickFix, request.only) === false) return [];
  const byRule = new Map<string, LintFinding>();
  for (const finding of findingsAt(agent, range, request))
    if (!byRule.has(finding.rule)) byRule.set(finding.rule, finding);
  return [...byRule.values()]
    .slice(0, MAX_RULES)
    .flatMap((finding) => [
      ...(finding.rule === NEVER_DISABLED ? [] : disabling(agent, finding, request)),
      ...documentation(agent, finding, request),
    ]);
}

function disabling(agent: Agent, finding: LintFinding, request: DisableRequest): readonly CodeAction[] {
  const { rule, span } = finding;
  const { source } = agent.file;
  const inFile = (['line', 'file'] as const).flatMap((reach) => {
    const edit = ignoringEdit(agent, rule, span, reach, request.others);
    if (edit === undefined) return [];
    const title = `Disable \`${rule}\` for ${reaches[reach]}`;
    return [{ ...action(agent, finding, request, title), edit: workspaceEditOf(request.uri, source, [edit]) }];
  });
  if (request.configures === undefined) return inFile;
  const data = { ...request.configures, disable: rule };
  return [...inFile, { ...action(agent, finding, request, `Disable \`${rule}\` for this repository`), data }];
}

function documentation(agent: Agent, finding: LintFinding, request: DisableRequest): readonly CodeAction[] {
  if (request.showsRules !== true) return [];
  const title = `Show documentation for \`${finding.rule}\``;
  return [{ ...action(agent, finding, request, title), command: showRuleCommand(finding.rule) }];
}

const action = (agent: Agent, finding: LintFinding, request: DisableRequest, title: string): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(agent.file.source, finding, request)],
});
