/** What an agent says about other agents, skills and MCP servers, at exact places. */
import type { Agent } from '../agent/agent';
import { entryByRole, entryOf, isMainSession } from '../agent/fields';
import { skillMentions } from '../agent/skillMentions';
import { fieldByRole, lookup } from '../hosts/lookup';
import { listItems } from '../syntax/lists/items';
import { lazyFor } from '../text/lazy';
import { type Lines, linesBefore } from '../text/source';
import { type Span, span, textAt } from '../text/span';
import { estimateTokens } from '../text/tokenEstimate';
import { type Call, callsOf, type Mention, type Reported, reportedName } from './calls';
import type { Card } from './card';
import { manifestOf } from './detect';
import { type Outcome, outcomeOf } from './outcome';
import { declaredServers, type ServerUse, serverUses } from './servers';
import { type ToolGrants, toolGrantsOf } from './toolGrants';
import { nowhere, togetherOf, treeOf } from './tree';
import { type Unnamed, unnamedIn } from './unnamed';
import type { Workspace } from './workspace';

/** A skill that an agent uses. */
export interface SkillUse extends Mention {
  /** Whether the frontmatter loads it, or the body tells the agent to. */
  readonly in: 'field' | 'body';
}

/** The names that a file uses, and everything about its agent that other files may ask. */
export interface Ties {
  readonly kind: 'agent';
  readonly card: Card;
  readonly calls: readonly Call[];
  readonly skills: readonly SkillUse[];
  readonly servers: readonly ServerUse[];
  /** The report template: where its root key is, and its keys; undefined without a root, or when it cannot be read. */
  readonly report: { readonly root: Span; readonly keys: readonly Mention[] } | undefined;
  /** The agent that the report template names. */
  readonly reported: Reported | undefined;
  /** Where it is told to give work to agents that nothing names; undefined when it is not, or names some. */
  readonly unnamed: Unnamed | undefined;
  /** Whether it is meant to be run as the main session. */
  readonly isMainSession: boolean;
  /** The tools that it gets, with the reasons; undefined when it does not load. */
  readonly tools: ToolGrants | undefined;
  /** What the host makes of it. */
  readonly outcome: Outcome;
  /** All lines of the file. */
  readonly lines: Lines;
}

/**
 * The ties of an agent.
 * @returns undefined for a text without a path, and where it is not known how the files of the host find each other.
 */
export function tiesOf(agent: Agent, workspace: Workspace): Ties | undefined {
  const together = togetherOf(agent.format);
  // Only agents are told of each other; skills and servers have cards of their own.
  if (agent.path === undefined || together === undefined || agent.format.kind !== undefined) return undefined;
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
  const together = togetherOf(format);
  const verdict = agent.verdict();
  const loads = verdict !== undefined && verdict.cause === null;
  const name = entryByRole(agent, 'identity')?.value;
  const purpose = entryByRole(agent, 'purpose')?.value;
  const calls = callsOf(agent);
  const written = name?.kind === 'scalar' && name.text !== '' ? name : undefined;
  const purposeText = purpose?.kind === 'scalar' ? purpose.text : '';
  const report = reportOf(agent);
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
      isChosen: format.starters?.of(agent.entries()) !== 'user',
      purposeTokens: estimateTokens(`${known ?? ''}: ${purposeText}`),
      tools: loads && !verdict.tools.inherited ? verdict.tools.effective : undefined,
      calls: [...new Set(calls.filter(({ isAsked }) => isAsked).map((call) => call.name))],
      asks: [...new Set(calls.filter(({ isAsked, form }) => isAsked && form !== 'list').map((call) => call.name))],
      startsAgents:
        loads && verdict.tools.effective.some((tool) => lookup(format.tools, tool)?.argumentNames === 'agents'),
      reportKeys: [...new Set(report?.keys.map((key) => key.name))],
      servers: declaredServers(agent),
    },
    calls,
    skills: together?.skills === undefined ? [] : [...listedSkills(agent), ...toldSkills(agent)],
    servers: together?.servers === undefined ? [] : serverUses(agent),
    report,
    reported: reportedName(agent),
    unnamed: calls.length > 0 ? undefined : unnamedIn(agent),
    isMainSession: isMainSession(agent),
    tools: toolGrantsOf(agent),
    outcome: outcomeOf(agent),
    lines: { lineStarts: source.lineStarts },
  };
});

/** The keys of a template that certainly is a report. */
function reportOf(agent: Agent): Ties['report'] {
  const report = agent.report();
  if (report?.root === undefined || report.problems.length > 0) return undefined;
  return { root: report.root, keys: report.entries.map(({ key, keySpan }) => ({ name: key, span: keySpan })) };
}

function listedSkills(agent: Agent): readonly SkillUse[] {
  const field = fieldByRole(agent.format, 'skills');
  const entry = entryOf(agent, field);
  if (entry === undefined) return [];
  const { text } = agent.file.source;
  const shape = field?.field.shape;
  const faultOf = shape?.kind === 'names' ? shape.faultOfName : undefined;
  return listItems(text, entry.value, agent.format.splitsNamesAt)
    .filter((item) => textAt(text, item.span) === item.text && faultOf?.(item.text) === undefined)
    .map((item) => ({ name: item.text, span: item.span, in: 'field' }));
}

function toldSkills(agent: Agent): readonly SkillUse[] {
  const { skillTool } = agent.format;
  if (skillTool === undefined) return [];
  return skillMentions(agent, agent.instructions(), skillTool).map(({ skill, span: where }) => ({
    name: skill,
    span: where,
    in: 'body',
  }));
}
