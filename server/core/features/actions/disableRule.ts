/** Code actions for a finding that stays: allow the name, disable the rule, or read about it. They come after the fixes, and none is preferred. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { ignoringEdit, type Reach } from '../../agent/ignoreComments';
import type { LintFinding } from '../../lint/lint';
import type { NameKind } from '../../lint/settings/allow';
import { quotedList } from '../../text/quoted';
import type { Span } from '../../text/span';
import { diagnosticOf } from '../diagnostics';
import { workspaceEditOf } from '../ranges';
import { copyReproduction, showRule } from './commands';
import type { ConfigurationChange } from './configurationChange';
import { isRequested } from './kinds';
import { type ActionRequest, findingsAt } from './request';

/** Rules for which a menu has these actions: with more it would be longer than a screen. The most severe ones come first. */
const MAX_RULES = 2;

/** This finding says that others are left out, so there is nothing to disable. */
const NEVER_DISABLED = 'limit';

const reaches: Readonly<Record<Reach, string>> = { line: 'this line', file: 'this file' };

/** The actions for the rules that report something at the range. */
export function disableActionsIn(agent: Agent, range: Span, request: ActionRequest): readonly CodeAction[] {
  if (isRequested(CodeActionKind.QuickFix, request.only) === false) return [];
  const byRule = new Map<string, LintFinding>();
  for (const finding of findingsAt(agent, range, request))
    if (!byRule.has(finding.rule)) byRule.set(finding.rule, finding);
  return [...byRule.values()]
    .slice(0, MAX_RULES)
    .flatMap((finding) => [
      ...allowing(agent, finding, request),
      ...(finding.rule === NEVER_DISABLED ? [] : disabling(agent, finding, request)),
      ...moreAbout(agent, finding, request),
    ]);
}

const nouns: Readonly<Record<NameKind, string>> = {
  tools: 'tool',
  servers: 'MCP server',
  fields: 'field',
  agents: 'agent',
  skills: 'skill',
  models: 'model',
};

/** UTF-16 units of a name that the configuration may have. */
const MAX_NAME = 200;

/** What has a bracket, a quote or a space is a mistake in the list, and no name. */
const NAME = /^[^\s[\]{}()"'`,]+$/;

/** Names that are only unknown here may exist all the same. */
function allowing(agent: Agent, finding: LintFinding, request: ActionRequest): readonly CodeAction[] {
  const { unknown } = finding;
  if (unknown === undefined || request.configures === undefined) return [];
  const names = unknown.names.filter((name) => NAME.test(name) && name.length <= MAX_NAME);
  if (names.length === 0 || names.length < unknown.names.length) return [];
  const what = `${nouns[unknown.kind]}${names.length === 1 ? '' : 's'} ${quotedList(names, MAX_SHOWN)}`;
  const change: ConfigurationChange = { kind: 'allow', list: unknown.kind, names };
  const data = { ...request.configures, change };
  return [{ ...action(agent, finding, request, `Allow ${what} in this repository`), data }];
}

/** Names in a title. */
const MAX_SHOWN = 2;

function disabling(agent: Agent, finding: LintFinding, request: ActionRequest): readonly CodeAction[] {
  const { rule, span } = finding;
  const { source } = agent.file;
  const inFile = (['line', 'file'] as const).flatMap((reach) => {
    const edit = ignoringEdit(agent, rule, span, reach, request.others);
    if (edit === undefined) return [];
    const title = `Disable \`${rule}\` for ${reaches[reach]}`;
    return [{ ...action(agent, finding, request, title), edit: workspaceEditOf(request.uri, source, [edit]) }];
  });
  if (request.configures === undefined) return inFile;
  const change: ConfigurationChange = { kind: 'disable', rule };
  const data = { ...request.configures, change };
  return [...inFile, { ...action(agent, finding, request, `Disable \`${rule}\` for this repository`), data }];
}

function moreAbout(agent: Agent, finding: LintFinding, request: ActionRequest): readonly CodeAction[] {
  if (request.hasCommands !== true) return [];
  const { rule } = finding;
  return [
    { ...action(agent, finding, request, `Show documentation for \`${rule}\``), command: showRule(rule) },
    {
      ...action(agent, finding, request, `Copy reproduction of \`${rule}\``),
      command: copyReproduction(request.uri, rule),
    },
  ];
}

const action = (agent: Agent, finding: LintFinding, request: ActionRequest, title: string): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(agent.file.source, finding, request)],
});
