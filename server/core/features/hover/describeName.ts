/** Markdown about agents, skills and MCP servers of other files, shared by hover and completion. */
import type { Format } from '../../hosts/host';
import { asMarkdown } from '../../text/markdown';
import { shortPath } from '../../text/paths';
import { quoted, quotedList } from '../../text/quoted';
import { asLine } from '../../text/visible';
import type { Card, SkillCard } from '../../workspace/card';
import { isDeclared, isSameAgent } from '../../workspace/declared';
import type { Index } from '../../workspace/index';
import type { AnyCard, Meaning } from '../system/meaning';
import type { Named } from '../system/nameAt';

/** UTF-16 units of a description. Who needs more of it opens the file. */
const MAX_PURPOSE = 500;

/** How many tools, and how many files, a list shows. */
const MOST_TOOLS = 20;
const MOST_FILES = 5;

/** Where and for whom something is described. */
export interface From {
  /** The file from which paths are shown. */
  readonly path: string;
  readonly format: Format;
  readonly index: Index;
}

/** What a name means; undefined where nothing is known, which is no proof that there is nothing. */
export function describeMeaning(named: Named, meaning: Meaning, from: From): string | undefined {
  const host = from.format.host.name;
  switch (meaning.kind) {
    case 'agent':
      return describeAgent(meaning.card, from);
    case 'skill':
      return describeSkill(meaning.card, from);
    case 'server':
      return describeServer(named, meaning, from);
    case 'built-in':
      return `**${quoted(meaning.name)}** (built-in ${named.kind} of ${host})`;
    case 'ambiguous':
      return `**${quoted(named.name)}** could mean ${quotedList(meaning.names)}. ${host} refuses such a call. Write one of the names exactly.`;
    case 'none': {
      const files = filesOf(meaning.elsewhere, from);
      if (files === '') return undefined;
      const full = meaning.elsewhere.flatMap((card) => ('names' in card ? card.names.slice(0, 1) : (card.name ?? [])));
      const others = [...new Set(full)].filter((name) => name !== named.name);
      const hint = others.length === 0 ? '' : ` The full name is ${quotedList(others, MOST_FILES)}.`;
      return `**${quoted(named.name)}**: ${host} finds no ${named.kind} with this name from here. It is in ${files}.${hint}`;
    }
  }
}

/** An agent: what it is for, what it gets, where it is, and what has the same name. */
export function describeAgent(card: Card, from: From): string {
  const tools = card.tools === undefined ? 'every tool' : quotedList(card.tools, MOST_TOOLS);
  return [
    `**${quoted(card.name ?? '')}** (${card.tree.scope} agent)`,
    ...purposeOf(card.purpose),
    [
      ...(hasUnknownTools(card, from) ? [] : [`- tools: ${tools === '' ? 'none' : tools}`]),
      `- file: ${fileOf(card, from)}`,
      ...sharedName(card, from).map((line) => `- ${line}`),
    ].join('\n'),
  ].join('\n\n');
}

/** Whether it is not known how the host loads a declared agent. */
const hasUnknownTools = (card: Card, { index }: From): boolean =>
  isDeclared(card) && index.declared.some((one) => isSameAgent(one.card, card) && one.outcome.verdict === undefined);

/** What the name of an agent has to do with other files, as lines; none where it is the only one. */
export function sharedName(card: Card, from: From): readonly string[] {
  const around = from.index.aroundOf(card);
  const host = card.format.host.name;
  if (around === undefined || card.name === undefined) return [];
  const others = around.rivals().filter((other) => !isSameAgent(other, card));
  // Files of settings are merged. Which of two equal keys of one file counts is not known.
  const rivals = isDeclared(card) ? [] : others;
  const isInPlugin = card.tree.scope === 'plugin';
  const namesakes = [
    ...around.namesakes(),
    ...(isDeclared(card) ? others.filter(({ path }) => path !== card.path) : []),
  ];
  if (around.sameNames === 'listed')
    return [...rivals, ...namesakes].length === 0
      ? []
      : [`also the name of ${filesOf([...rivals, ...namesakes], from)}; ${host} lists each of them`];
  const isMerged = around.sameNames === 'merged';
  const loaded = around.agent(card.name);
  // Which of several agents of a plugin is loaded is not certain.
  if (loaded.kind === 'one' && loaded.card.path !== card.path && !(isInPlugin && rivals.includes(loaded.card))) {
    const other = fileOf(loaded.card, from);
    const winner = rivals.length === 0 ? card : around.lastRival();
    return isMerged && winner?.path === card.path
      ? [`merged with ${other}, which counts where both say something`]
      : [
          `not loaded: ${host} loads ${isMerged && winner !== undefined ? fileOf(winner, from) : other} under this name`,
        ];
  }
  return [
    ...(rivals.length > 0
      ? [`${isInPlugin ? 'beside' : 'loaded instead of'} ${filesOf(rivals, from)}, with the same name`]
      : []),
    ...(namesakes.length > 0 ? [`${isMerged ? 'merged with' : 'shadows'} ${filesOf(namesakes, from)}`] : []),
    ...(around.builtInNamed(card.name) !== undefined
      ? [`${isMerged ? 'changes' : 'replaces'} the built-in agent of ${host}`]
      : []),
  ];
}

/** A skill. */
export const describeSkill = (card: SkillCard, from: From): string =>
  [
    `**${quoted(card.names[0] ?? '')}** (${card.tree.scope} skill)`,
    ...purposeOf(card.description),
    [
      `- file: ${fileOf(card, from)}`,
      ...(card.names.length > 1 ? [`- also called ${quotedList(card.names.slice(1), MOST_FILES)}`] : []),
      ...(card.isOpen ? [] : ['- closed to the model']),
      ...(card.isGated ? ['- available only when a file that it is for is in use'] : []),
    ].join('\n'),
  ].join('\n\n');

function describeServer(
  { name, tool }: Named,
  { cards, isOwn }: Extract<Meaning, { kind: 'server' }>,
  from: From,
): string {
  const title =
    tool === undefined
      ? `**${quoted(name)}** (MCP server)`
      : `**${quoted(tool)}** (tool of the MCP server ${quoted(name)})`;
  const lines = [
    ...(isOwn ? ['- defined by this agent'] : []),
    ...(cards.length > 0 ? [`- ${isOwn ? 'also declared' : 'declared'} in ${filesOf(cards, from)}`] : []),
  ];
  return `${title}\n\n${lines.join('\n')}`;
}

function purposeOf(purpose: string): readonly string[] {
  // Cut first, because a description may be as long as a file.
  const shown = purpose
    .slice(0, 4 * MAX_PURPOSE)
    .trim()
    .replace(/\s+/g, ' ');
  return shown === '' ? [] : [asMarkdown(asLine(shown, MAX_PURPOSE))];
}

function filesOf(cards: readonly AnyCard[], from: From): string {
  const files = [...new Set(cards.map((card) => fileOf(card, from)))];
  const more = files.length - MOST_FILES;
  return files.slice(0, MOST_FILES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** UTF-16 units of a path. */
const MAX_PATH = 58;

/** The path as code, cut at its beginning, because its end says more. */
function fileOf({ path }: AnyCard, from: From): string {
  const short = Array.from(shortPath(path, from.path));
  return quoted(short.length > MAX_PATH ? `…${short.slice(1 - MAX_PATH).join('')}` : short.join(''));
}
