/** What an overview shows below one agent: tools, skills, servers, calls in both directions, and sizes. */
import type { Range } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { presentName } from '../../hosts/effectiveTools';
import { lookup } from '../../hosts/lookup';
import type { ToolEffect } from '../../hosts/tool';
import type { Span } from '../../text/span';
import { asLine, MAX_TITLE } from '../../text/visible';
import type { Index } from '../../workspace/index';
import { isWholeServer } from '../../workspace/outcome';
import type { Ties } from '../../workspace/ties';
import { rangeIn, rangeOf } from '../ranges';
import { delegationsTo } from '../system/delegations';
import { meaningOf } from '../system/meaning';
import { type Named, namesOf } from '../system/nameAt';
import { placeOf } from '../system/places';

/** A place to open. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** A name of a list. Texts are one visible line each. */
interface Part {
  readonly name: string;
  /** What opens when a person chooses it. */
  readonly place: Place;
}

export interface ToolPart extends Part {
  /** What it affects; left out for names that no table has. */
  readonly effect?: ToolEffect | undefined;
  /** Whether the agent gets it, its host ignores it, or the agent gets it in another way. */
  readonly state: 'given' | 'ignored' | 'withheld';
  /** Why it is not given: the end of a sentence that begins with its name. */
  readonly why?: string | undefined;
  /** What it does, as a sentence. */
  readonly summary?: string | undefined;
}

/** A skill, server or agent that the file names. */
export interface NamedPart extends Part {
  /** Where it comes from; `unknown` where nothing has the name. */
  readonly from: 'file' | 'own' | 'built-in' | 'unknown';
}

export interface AgentParts {
  readonly tools: readonly ToolPart[];
  /** Whether no list restricts the tools. */
  readonly inherits: boolean;
  readonly skills: readonly NamedPart[];
  readonly servers: readonly NamedPart[];
  readonly delegates: readonly NamedPart[];
  readonly callers: readonly NamedPart[];
  /** About how many tokens the description and the prompt take. */
  readonly tokens: { readonly description: number; readonly prompt: number };
}

/** Names of one kind that are listed at most. */
const MOST_PARTS = 500;

/**
 * The parts of an agent.
 * @param agent Its text now.
 * @param ties What the index knows of it.
 */
export function agentPartsOf(agent: Agent, ties: Ties, index: Index): AgentParts {
  const names = namesOf(ties).filter(({ at }) => at === 'call');
  const ofKind = (kind: Named['kind']): readonly NamedPart[] =>
    unique(
      names.filter((named) => named.kind === kind && (kind !== 'agent' || named.isAsked)),
      ties,
      index,
    );
  return {
    tools: toolParts(agent, ties).slice(0, MOST_PARTS),
    inherits: ties.outcome.inherits,
    skills: ofKind('skill'),
    servers: serverParts(agent, ties, ofKind('server')),
    delegates: ofKind('agent'),
    callers: callerParts(ties, index),
    tokens: { description: agent.tokens.description(), prompt: agent.tokens.body() },
  };
}

/** The tools that it gets, then those that it does not get although they are listed. */
function toolParts(agent: Agent, { card: { path } }: Ties): readonly ToolPart[] {
  const verdict = agent.verdict();
  if (verdict?.cause !== null) return [];
  const { format, file } = agent;
  const { effective, withheld, dropped } = verdict.tools;
  const spans = new Map<string, Span>();
  for (const { item } of agent.toolLists().flatMap(({ all }) => all))
    for (const name of [item.text, presentName(item.text, format) ?? item.text])
      if (!spans.has(name)) spans.set(name, item.span);
  const start = { start: 0, end: 0 };
  const part = (name: string, state: ToolPart['state'], why?: string): ToolPart => {
    const tool = lookup(format.tools, name);
    return {
      name: asLine(name, MAX_TITLE),
      place: { uri: path, range: rangeOf(file.source, spans.get(name) ?? start) },
      state,
      ...(tool !== undefined && { effect: tool.effect, summary: tool.summary }),
      ...(why !== undefined && { why: asLine(why.replaceAll('`', ''), MAX_TITLE) }),
    };
  };
  return [
    ...effective.filter((name) => !isWholeServer(name, agent)).map((name) => part(name, 'given')),
    ...withheld.map(({ name, how }) => part(name, 'withheld', how)),
    ...dropped.map(({ name, why }) => part(name, 'ignored', why)),
  ];
}

/** The servers that it names, and those that it defines for itself. */
function serverParts(agent: Agent, { card }: Ties, named: readonly NamedPart[]): readonly NamedPart[] {
  const inNames = (server: string): string => agent.format.mcp.inNames?.(server) ?? server;
  const known = new Set(named.map(({ name }) => name));
  const own = card.servers
    .map((server) => asLine(inNames(server), MAX_TITLE))
    .filter((name) => !known.has(name))
    .map((name): NamedPart => ({ name, from: 'own', place: placeOf(card) }));
  return [...named, ...own].slice(0, MOST_PARTS);
}

/** Each name once, with what it means. A word that means nothing is no name. */
function unique(names: readonly Named[], ties: Ties, index: Index): readonly NamedPart[] {
  const parts = new Map<string, NamedPart>();
  for (const named of names) {
    const meaning = meaningOf(named, ties, index);
    if (parts.size >= MOST_PARTS || meaning === undefined || parts.has(meaning.key)) continue;
    const here = { uri: ties.card.path, range: rangeIn(ties.lines, named.span) };
    const add = (name: string, from: NamedPart['from'], place: Place): void => {
      parts.set(meaning.key, { name: asLine(name, MAX_TITLE), from, place });
    };
    switch (meaning.kind) {
      case 'agent':
        if (meaning.card.path !== ties.card.path) add(meaning.card.name ?? named.name, 'file', placeOf(meaning.card));
        break;
      case 'skill':
        add(meaning.card.names[0] ?? named.name, 'file', placeOf(meaning.card));
        break;
      case 'server': {
        const [first] = meaning.cards;
        if (meaning.isOwn) add(named.name, 'own', here);
        else add(named.name, 'file', first === undefined ? here : placeOf(first));
        break;
      }
      case 'built-in':
        add(meaning.name, 'built-in', here);
        break;
      case 'ambiguous':
      case 'none':
        add(named.name, 'unknown', here);
    }
  }
  return [...parts.values()];
}

/** Each agent that delegates to this one, with its first call. */
function callerParts({ card }: Ties, index: Index): readonly NamedPart[] {
  const parts = new Map<string, NamedPart>();
  for (const { ties, named } of delegationsTo(card, index)) {
    const { name = '', path } = ties.card;
    if (!parts.has(path) && parts.size < MOST_PARTS)
      parts.set(path, {
        name: asLine(name, MAX_TITLE),
        from: 'file',
        place: { uri: path, range: rangeIn(ties.lines, named.span) },
      });
  }
  return [...parts.values()];
}
