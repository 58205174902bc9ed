/** Code actions: the list at a range, and the edits of those whose edit takes long to find. */
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import {
  type ActionRequest,
  actionPartsOf,
  codeActionKinds,
  codeActionsIn,
  configurationActions,
  fixWhole,
  offsetAt,
  type WholeFix,
  type WholeOutcome,
} from '../core/index';
import { canChangeConfiguration, withConfigurationEdit } from './configurationChange';
import { orConfiguration } from './configurationFeatures';
import { type Feature, type Known, on } from './register';
import type { Session } from './session';
import { readLater } from './wire';

/** `textDocument/codeAction` and `codeAction/resolve`, and a request for the edit that a command applies. */
export const codeActionsFeature = (session: Session): Feature => {
  const optionsFor = (document: Known): ActionRequest => ({
    ...session.lintOptions(document),
    // They were found for the diagnostics.
    findings: () => session.system.findingsOf(document),
    creates: session.client.edits.creates,
    confirms: session.client.edits.confirms,
    hasCommands: session.client.shows.actionCommands,
  });
  const wholeOf = (document: Known, whole: WholeFix): WholeOutcome =>
    fixWhole(document.agent, whole, optionsFor(document));
  return on(
    { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true } },
    (connection, guard) => {
      connection.onCodeActionResolve((action, token) => {
        const later = readLater(action.data);
        if (later === undefined) return action;
        const params = { textDocument: { uri: later.uri } };
        return guard(action, (document): CodeAction | Promise<CodeAction> => {
          // An edit for another text would destroy this one.
          if (document.version !== later.version) return action;
          return 'change' in later
            ? withConfigurationEdit(session, document, action, later.change)
            : { ...action, ...actionPartsOf(wholeOf(document, later.whole), later.says) };
        })(params, token);
      });
      connection.onRequest(
        'agentAuthoring/fixAllToolNames',
        guard(null, (document) => wholeOf(document, 'tool names')),
      );
      return connection.onCodeAction(
        orConfiguration(
          session,
          guard(
            [],
            (document, { range, context }): CodeAction[] => {
              const { source } = document.agent.file;
              const span = { start: offsetAt(source, range.start), end: offsetAt(source, range.end) };
              const data = { uri: document.uri, version: document.version };
              return [
                ...codeActionsIn(document.agent, span, {
                  ...optionsFor(document),
                  later: session.client.resolvesEdits ? data : undefined,
                  configures: canChangeConfiguration(session, document) ? data : undefined,
                  only: context?.only,
                  invoked: context?.triggerKind === CodeActionTriggerKind.Invoked,
                  automatic: context?.triggerKind === CodeActionTriggerKind.Automatic,
                }),
              ];
            },
            'range',
          ),
          ({ uri, text }, { range, context }) => [...configurationActions(uri, text(), range, context?.only)],
        ),
      );
    },
  );
};
