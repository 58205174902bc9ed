/** Code actions: the list at a range, and the edits of those whose edit takes long to find. */
import { type CodeAction, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import {
  type ActionRequest,
  actionPartsOf,
  codeActionKinds,
  codeActionsIn,
  configurationActions,
  fixWhole,
  type WholeFix,
  type WholeOutcome,
} from '../core/index';
import { canChangeConfiguration, withConfigurationEdit } from './configurationChange';
import { orConfiguration } from './configurationFeatures';
import { type Feature, type Known, on, spanIn } from './register';
import type { Session } from './session';
import { type Later, readLater } from './wire';

/** `textDocument/codeAction` and `codeAction/resolve`, and a request for the edit that a command applies. */
export const codeActionsFeature = (session: Session): Feature =>
  on({ codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true } }, (connection, guard) => {
    connection.onCodeActionResolve((action, token) => {
      const later = readLater(action.data);
      if (later === undefined) return action;
      const resolve = guard(action, (document) => withEdit(session, document, action, later));
      return resolve({ textDocument: { uri: later.uri } }, token);
    });
    connection.onRequest(
      'agentAuthoring/fixAllToolNames',
      guard(null, (document) => wholeOf(session, document, 'tool names')),
    );
    return connection.onCodeAction(
      orConfiguration(
        session,
        guard([], (document, params: CodeActionParams) => [...actionsIn(session, document, params)], 'range'),
        ({ uri, text }, { range, context }) => [...configurationActions(uri, text(), range, context?.only)],
      ),
    );
  });

const optionsFor = (session: Session, document: Known): ActionRequest => ({
  ...session.lintOptions(document),
  // They were found for the diagnostics.
  findings: () => session.system.findingsOf(document),
  creates: session.client.edits.creates,
  confirms: session.client.edits.confirms,
  hasCommands: session.client.shows.actionCommands,
});

const wholeOf = (session: Session, document: Known, whole: WholeFix): WholeOutcome =>
  fixWhole(document.agent, whole, optionsFor(session, document));

function actionsIn(session: Session, document: Known, { range, context }: CodeActionParams): readonly CodeAction[] {
  const data = { uri: document.uri, version: document.version };
  return codeActionsIn(document.agent, spanIn(document, range), {
    ...optionsFor(session, document),
    later: session.client.resolvesEdits ? data : undefined,
    configures: canChangeConfiguration(session, document) ? data : undefined,
    only: context?.only,
    invoked: context?.triggerKind === CodeActionTriggerKind.Invoked,
    automatic: context?.triggerKind === CodeActionTriggerKind.Automatic,
  });
}

/** The chosen action with its edit; without one when the text has changed, because an edit for another text would destroy this one. */
function withEdit(
  session: Session,
  document: Known,
  action: CodeAction,
  later: Later,
): CodeAction | Promise<CodeAction> {
  if (document.version !== later.version) return action;
  return 'change' in later
    ? withConfigurationEdit(session, document, action, later.change)
    : { ...action, ...actionPartsOf(wholeOf(session, document, later.whole), later.says) };
}
