/** The words of the view of agents: what its rows say beside a name, in a tooltip, and to a screen reader. */
import { env, l10n } from 'vscode';
import type { AgentRow, AgentState, NamedPart, SkillRow, Told } from './protocol';

/** A number as the language of VS Code writes it. */
export const numberText = (count: number): string => count.toLocaleString(env.language);

/** Parts of a line, without those that say nothing. */
export const joined = (parts: readonly (string | undefined)[], separator = ' · '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator);

/** In a few words; empty for an agent that simply loads. */
export function stateText(state: AgentState): string {
  switch (state) {
    case 'loads':
      return '';
    case 'losses':
      return l10n.t('loads with losses');
    case 'fails':
      return l10n.t('does not load');
    case 'taken':
      return l10n.t('not loaded: name taken');
    case 'unsure':
      return l10n.t('name taken, may not load');
    case 'unknown':
      return l10n.t('loading rules not known');
  }
}

/** Model, tools and servers; what is wrong instead for an agent that does not load. */
export function agentDescription({ state, model, tools, servers }: AgentRow): string {
  const isLost = state === 'fails' || state === 'taken' || state === 'unsure';
  return joined([isLost ? stateText(state) : undefined, model, ...toolTexts(tools, servers)]);
}

function toolsText(tools: AgentRow['tools'], servers: number): string | undefined {
  if (tools === undefined) return undefined;
  if (tools === 'every') return l10n.t('every tool');
  if (tools === 0) return servers > 0 ? undefined : l10n.t('no tools');
  return tools === 1 ? l10n.t('1 tool') : l10n.t('{0} tools', numberText(tools));
}

const toolTexts = (tools: AgentRow['tools'], servers: number): readonly (string | undefined)[] => [
  toolsText(tools, servers),
  servers === 0 ? undefined : servers === 1 ? l10n.t('1 MCP server') : l10n.t('{0} MCP servers', numberText(servers)),
];

/** "2 errors, 1 warning"; empty without any. */
export function problemsText(problems: AgentRow['problems']): string {
  const { errors = 0, warnings = 0 } = problems ?? {};
  return joined(
    [
      errors === 0 ? undefined : errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', numberText(errors)),
      warnings === 0 ? undefined : warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', numberText(warnings)),
    ],
    ', ',
  );
}

/** What a tool affects. */
export function effectText(effect: string | undefined): string | undefined {
  switch (effect) {
    case 'reads':
      return l10n.t('reads');
    case 'writes':
      return l10n.t('writes');
    case 'runs':
      return l10n.t('runs commands');
    case 'network':
      return l10n.t('uses the network');
    case 'delegates':
      return l10n.t('delegates');
    case 'asks':
      return l10n.t('asks the user');
    case 'state':
      return l10n.t('changes the session');
    case 'output':
      return l10n.t('returns the result');
    default:
      return undefined;
  }
}

/** Where a named thing comes from; undefined for a file of the workspace. */
export function sourceText(from: NamedPart['from']): string | undefined {
  switch (from) {
    case 'file':
      return undefined;
    case 'own':
      return l10n.t('defined by the agent');
    case 'built-in':
      return l10n.t('built in');
    case 'unknown':
      return l10n.t('not found');
  }
}

export const agentsText = (count: number): string =>
  count === 1 ? l10n.t('1 agent') : l10n.t('{0} agents', numberText(count));

/** What the descriptions of all agents take of a session; empty when they take nothing. */
export const toldText = ({ tokens }: Told): string => (tokens === 0 ? '' : l10n.t('{0} tokens', numberText(tokens)));

/** The same with the limit where there is one, and more words when it is exceeded. */
export const toldSentence = ({ tokens, limit }: Told): string =>
  limit === undefined
    ? l10n.t('The descriptions take about {0} tokens of every session.', numberText(tokens))
    : tokens <= limit
      ? l10n.t('Descriptions: about {0} of {1} tokens', numberText(tokens), numberText(limit))
      : l10n.t(
          'The descriptions take about {0} tokens of every session. That is more than {1}, and the host warns about it.',
          numberText(tokens),
          numberText(limit),
        );

export const skillsText = (of: SkillRow['kind']): string => (of === 'skill' ? l10n.t('Skills') : l10n.t('Commands'));

/**
 * A text of a file or of the server for a place where VS Code shows backticks as they are. In notifications, dialogs and input boxes
 * it would also turn `[text](link)` into a link that can run commands.
 */
export const plain = (text: string): string => text.replaceAll('](', '] (').replaceAll('`', '"');
