/** Agents that files of settings declare among other things. */

import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import { lookup } from '../hosts/lookup';
import type { DeclaredAgent } from '../hosts/together';
import { folderOf } from '../text/paths';
import { linesBefore, sourceOf } from '../text/source';
import { inOneSpelling } from '../text/spelling';
import { estimateTokens } from '../text/tokenEstimate';
import type { Card } from './card';
import { matchesGlob } from './glob';
import { type Outcome, outcomeFrom } from './outcome';
import { folderAbove, type Tree, type Where } from './tree';

/** One agent of such a file, which may declare many. Nothing else that the index can be asked about a file is known of it. */
export interface Declared {
  readonly kind: 'declared';
  readonly card: Card;
  /** Whether something besides its key may be its name. */
  readonly hasNameField: boolean;
  readonly outcome: Outcome;
}

/** Whether the agent of a card is one of those that a file of settings declares. */
export const isDeclared = ({ format }: Card): boolean => format.kind === 'settings';

/** Whether two cards are of one agent. A file of settings declares several. */
export const isSameAgent = (one: Card, other: Card): boolean =>
  one.path === other.path && (!isDeclared(one) || one.nameSpan.start === other.nameSpan.start);

/**
 * The agents that the file at `path` declares; none for a file of another kind.
 * @param format In which its host reads the file.
 */
export function declaredIn(path: string, text: string, format: Format | undefined, where: Where): readonly Declared[] {
  if (format?.kind !== 'settings') return [];
  const places = hosts.find(({ id }) => id === format.host.id)?.together?.declared ?? [];
  const place = places.find(({ files }) => files.some((glob) => matchesGlob(path, glob)));
  if (place === undefined) return [];
  const agents = place.read(text);
  const source = sourceOf(text);
  const end = agents.reduce((last, { span, descriptionSpan }) => Math.max(last, span.end, descriptionSpan.end), 0);
  const lines = linesBefore(source, end);
  const tree = treeAt(path, place.depth, where);
  return agents.map((agent) => ({
    kind: 'declared',
    card: { path, tree, lines, format, ...cardOf(agent, format) },
    hasNameField: agent.hasNameField,
    outcome: outcomeFrom(agent.verdict, format, path, agent.model),
  }));
}

function cardOf(agent: DeclaredAgent, format: Format): Omit<Card, 'path' | 'tree' | 'lines' | 'format'> {
  const { name, description, verdict } = agent;
  const loads = verdict?.cause === null;
  return {
    // An agent that is switched off, or that the host refuses, keeps its key, so that it is not taken for missing.
    name: verdict === undefined || loads ? name : undefined,
    nameSpan: agent.span,
    written: { text: name, style: 'double' },
    purpose: description,
    purposeSpan: agent.descriptionSpan,
    isChosen: agent.isChosen,
    purposeTokens: estimateTokens(`${name}: ${description}`),
    tools: loads && !verdict.tools.inherited ? verdict.tools.effective : undefined,
    // What a prompt in JSON asks for is not read.
    calls: [],
    asks: [],
    startsAgents:
      loads && verdict.tools.effective.some((tool) => lookup(format.tools, tool)?.argumentNames === 'agents'),
    reportKeys: [],
    servers: [],
  };
}

/** The tree of a file that is `depth` names below the folder that it is for. */
function treeAt(path: string, depth: number, { user }: Where): Tree {
  const spelled = inOneSpelling(path);
  const own = user.find((one) => spelled.startsWith(`${one}/`));
  if (own !== undefined) return { scope: 'user', home: folderOf(own) };
  return { scope: 'project', home: folderAbove(spelled, depth) };
}
