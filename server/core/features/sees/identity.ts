/** The name of an agent, where it counts, and the description as its caller reads it. */
import type { Agent } from '../../agent/agent';
import { entryByRole } from '../../agent/fields';
import { fieldByRole } from '../../hosts/lookup';
import { nounOf } from '../../hosts/nouns';
import { shortPath } from '../../text/paths';
import { quoted, quotedPath } from '../../text/quoted';
import { decoded } from '../../text/uri';
import type { Around } from '../../workspace/around';
import type { Card } from '../../workspace/card';
import type { Ties } from '../../workspace/ties';
import type { Scope } from '../../workspace/tree';
import { lineText, type Part } from './part';

/** How many files of one name are listed. */
const SHOWN = 5;

const scopes: Readonly<Record<Scope, string>> = {
  project: 'Project: sessions see it in',
  user: 'User: every session of the user sees it. It is in',
  plugin: 'Plugin: sessions see it that have the plugin in',
};

/**
 * @param ties Its ties; undefined where they are not known.
 * @param around The files around it; undefined where they are not known.
 */
export function namePart(agent: Agent, ties: Ties | undefined, around: Around | undefined): Part {
  const verdict = agent.verdict();
  const known = verdict?.shown?.name ?? verdict?.name ?? agent.name();
  const first = known === undefined ? 'It has no name.' : `${quoted(known)} ${sourceOf(agent)}`;
  if (ties === undefined) return { title: 'Name and scope', lines: [first] };
  const { scope, home } = ties.card.tree;
  const folder = folderOf(home);
  const place = `${scopes[scope]} ${folder === '' ? 'the folder that its path starts in' : quotedPath(folder)}.`;
  return {
    title: 'Name and scope',
    lines: [first, place, ...(around === undefined ? [] : othersOf(ties.card, around))],
  };
}

/** A folder as a person knows it. On this machine, that is its path. */
const folderOf = (home: string): string => decoded(home).replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, '');

function sourceOf(agent: Agent): string {
  const field = fieldByRole(agent.format, 'identity');
  const entry = entryByRole(agent, 'identity');
  if (agent.format.kind !== undefined) return `is how the ${nounOf(agent.format)} is called.`;
  const name = agent.verdict()?.name;
  if (entry?.value.kind !== 'scalar' || field === undefined || entry.value.text === '')
    return 'comes from the path of the file.';
  const text = entry.value.text;
  const place = lineText(agent, entry.keySpan);
  if (name === undefined || name === null || name === text) return `comes from \`${field.key}\`, ${place}.`;
  return name.endsWith(text)
    ? `comes from the plugin and from \`${field.key}\`, ${place}.`
    : 'comes from the path of the file.';
}

/** The other files with its name, and which of them a call starts. */
function othersOf(card: Card, around: Around): readonly string[] {
  const { name } = card;
  if (name === undefined) return [];
  const others = [...around.rivals().filter(({ path }) => path !== card.path), ...around.namesakes()];
  if (others.length === 0) return [];
  const list = others.slice(0, SHOWN).map(({ path }) => quotedPath(shortPath(path, card.path)));
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  const found = around.agent(name);
  const winner =
    around.sameNames !== 'replaced' || !around.hasWinner || found.kind !== 'one'
      ? ''
      : found.card.path === card.path
        ? ' This file is the one that counts here.'
        : ` Here ${quotedPath(shortPath(found.card.path, card.path))} counts.`;
  return [`Other files with this name: ${list.join(', ')}${more}.${winner}`];
}

/** The description; undefined for a file without one. */
export function purposePart(agent: Agent): Part | undefined {
  const field = fieldByRole(agent.format, 'purpose');
  const entry = entryByRole(agent, 'purpose');
  if (field === undefined) return undefined;
  const title = 'Description';
  if (entry?.value.kind !== 'scalar' || entry.value.text.trim() === '')
    return { title, lines: [`There is no \`${field.key}\`.`] };
  const written = entry.value.text;
  const text = field.field.lineBreaks === true ? written.replaceAll('\\n', '\n') : written;
  const { readers } = agent.format;
  return {
    title,
    lines: [
      ...(readers === undefined ? [] : [readers.purpose.summary]),
      `From \`${field.key}\`, ${lineText(agent, entry.keySpan)}${text === written ? '' : ', with each `\\n` as a line break'}.`,
    ],
    text,
  };
}
