/** Every code action there is, with the kinds under which editors list them. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { lazy } from '../../text/lazy';
import type { Span } from '../../text/span';
import { disableActionsIn } from './disableRule';
import { EXTRACT_SKILL_KIND, type ExtractRequest, extractSkillActionsIn } from './extractSkill';
import { INSERT_SECTION_KIND, type SectionRequest, sectionActionsIn } from './insertSection';
import { LIST_STYLE_KIND, type ListStyleRequest, listStyleActionsIn } from './listStyle';
import { actionsIn, FIX_ALL_KIND } from './quickFixes';
import { REPORT_HOOK_KIND, type ReportHookRequest, reportHookActionsIn } from './reportHook';
import { type ActionRequest, findingsOf } from './request';

export { type ConfigurationChange, configurationParts, readConfigurationChange } from './configurationChange';
export type { ActionRequest } from './request';
export { actionPartsOf, fixWhole, isWholeFix, type WholeFix, type WholeOutcome } from './wholeFixes';

/** What the code actions of a file depend on besides its text. */
export type CodeActionRequest = ActionRequest & SectionRequest & ReportHookRequest & ListStyleRequest & ExtractRequest;

interface CodeActionProvider {
  /** Set for actions on parts that only agents have. */
  readonly isForAgents?: true;
  /** The kinds of its actions, for the client to know beforehand. */
  readonly kinds: readonly string[];
  readonly actionsIn: (agent: Agent, range: Span, request: CodeActionRequest) => readonly CodeAction[];
}

/** In the order in which editors list their actions. */
const codeActions: readonly CodeActionProvider[] = [
  { kinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], actionsIn },
  { kinds: [CodeActionKind.QuickFix], actionsIn: disableActionsIn },
  { kinds: [INSERT_SECTION_KIND], isForAgents: true, actionsIn: sectionActionsIn },
  { kinds: [REPORT_HOOK_KIND], isForAgents: true, actionsIn: reportHookActionsIn },
  { kinds: [EXTRACT_SKILL_KIND], isForAgents: true, actionsIn: extractSkillActionsIn },
  { kinds: [LIST_STYLE_KIND], actionsIn: listStyleActionsIn },
];

/** The kinds of all code actions. */
export const codeActionKinds: readonly string[] = [...new Set(codeActions.flatMap(({ kinds }) => kinds))];

/** All code actions for a range of a file. */
export function codeActionsIn(agent: Agent, range: Span, request: CodeActionRequest): readonly CodeAction[] {
  const shared = { ...request, findings: lazy(() => findingsOf(agent, request)) };
  return codeActions.flatMap((provider) =>
    provider.isForAgents === true && agent.format.kind !== undefined ? [] : provider.actionsIn(agent, range, shared),
  );
}
