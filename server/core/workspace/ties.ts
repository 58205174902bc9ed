/** What an agent says about other agents, skills and MCP servers, at exact places. */
import type { Agent } from '../agent/agent';
import { entryByRole } from '../agent/fields';
import { skillMentions } from '../agent/skillMentions';
import { listItems } from '../syntax/lists/items';
import { lazyFor } from '../text/lazy';
import { type Lines, linesBefore } from '../text/source';
import { span, textAt } from '../text/span';
import { estimateTokens } from '../text/tokenEstimate';
import { type Call, callsOf, type Mention, type Reported, reportedName } from './calls';
import type { Card } from './card';
import { manifestOf } from './detect';
import { nowhere, togetherOf, treeOf } from './tree';
import type { Workspace } from './workspace';

/** A skill that an agent uses. */
export interface SkillUse extends Mention {
  /** Whether the frontmatter loads it, or the body tells the agent to. */
  readonly in: 'field' | 'body';
}

/** A server, or a tool of one, that an agent uses. */
export interface ServerUse extends Mention {
  /** The server as the host's names contain it. */
  readonly server: string;
  /** The tool; undefined when the whole server is meant. */
  readonly tool: string | undefined;
  readonly in: 'tools' | 'servers' | 'body';
}

/** The names that a file uses, and everything about its agent that other files may ask. */
export interface Ties {
  readonly kind: 'agent';
  readonly card: Card;
  readonly calls: readonly Call[];
  readonly skills: readonly SkillUse[];
  readonly servers: readonly ServerUse[];
  /** The agent that the report template names. */
  readonly reported: Reported | undefined;
  /** All lines of the file. */
  readonly lines: Lines;
}

/**
 * The ties of an agent.
 * @returns undefined for a text without a path, and where it is not known how the files of the host find each other.
 */
export function tiesOf(agent: Agent, workspace: Workspace): Ties | undefined {
  const together = togetherOf(agent.format);
  if (agent.path === undefined || together === undefined) return undefined;
  const manifest = manifestOf(agent.path, agent.format, workspace);
  const tree = treeOf(agent.path, together, workspace.where ?? nowhere, manifest);
  if (tree === undefined) return undefined;
  const said = sayingsOf(agent);
  return { ...said, card: { ...said.card, path: agent.path, tree } };
}

type Sayings = Omit<Ties, 'card'> & { readonly card: Omit<Card, 'path' | 'tree'> };

/** What follows from the agent alone, computed once. */
const sayingsOf = lazyFor((agent: Agent): Sayings => {
  const { file, format } = agent;
  const { source, frontMatter } = file;
  const verdict = agent.verdict();
  const loads = verdict !== undefined && verdict.cause === null;
  const name = entryByRole(agent, 'identity')?.value;
  const purpose = entryByRole(agent, 'purpose')?.value;
  const calls = callsOf(agent);
  const written = name?.kind === 'scalar' && name.text !== '' ? name : undefined;
  const purposeText = purpose?.kind === 'scalar' ? purpose.text : '';
  const known = loads ? (verdict.name ?? undefined) : undefined;
  return {
    kind: 'agent',
    card: {
      format,
      lines: linesBefore(source, frontMatter?.span.end ?? 0),
      name: known,
      nameSpan: written?.inner ?? span(0, 0),
      written: written && { text: written.text, style: written.style },
      purpose: purposeText,
      purposeSpan: purpose?.kind === 'scalar' ? purpose.inner : span(0, 0),
      purposeTokens: estimateTokens(`${known ?? ''}: ${purposeText}`),
      tools: loads && !verdict.tools.inherited ? verdict.tools.effective : undefined,
      calls: [...new Set(calls.filter(({ isAsked }) => isAsked).map((call) => call.name))],
      reportKeys: agent.report()?.entries.map(({ key }) => key) ?? [],
      servers: ownServers(agent),
    },
    calls,
    skills: [...listedSkills(agent), ...toldSkills(agent)],
    servers: [],
    reported: reportedName(agent),
    lines: { lineStarts: source.lineStarts },
  };
});

function listedSkills(agent: Agent): readonly SkillUse[] {
  const entry = entryByRole(agent, 'skills');
  if (entry === undefined) return [];
  const { text } = agent.file.source;
  return listItems(text, entry.value, agent.format.splitsNamesAt)
    .filter((item) => textAt(text, item.span) === item.text)
    .map((item) => ({ name: item.text, span: item.span, in: 'field' }));
}

function toldSkills(agent: Agent): readonly SkillUse[] {
  const { skillTool } = agent.format;
  if (skillTool === undefined) return [];
  return skillMentions(agent, agent.sentences(), skillTool).map(({ skill, span: where }) => ({
    name: skill,
    span: where,
    in: 'body',
  }));
}

/** The servers that the agent declares for itself: entries with a definition. */
function ownServers(agent: Agent): readonly string[] {
  const value = entryByRole(agent, 'servers')?.value;
  if (value?.kind === 'mapping') return value.entries.map(({ key }) => key);
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => (item.value.kind === 'mapping' ? item.value.entries.map(({ key }) => key) : []));
}
