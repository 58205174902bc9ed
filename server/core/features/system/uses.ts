/** Every use of an agent, skill or server in the files of a workspace, each understood from the file that it is in. */
import type { Location } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { Format } from '../../hosts/host';
import { lazyFor } from '../../text/lazy';
import { compare } from '../../text/sorted';
import type { Index } from '../../workspace/index';
import type { Ties } from '../../workspace/ties';
import { togetherOf } from '../../workspace/tree';
import { isOwn, type Meaning, meaningOf } from './meaning';
import { type Named, namesIn, namesOf, tiesNow } from './nameAt';
import { placeIn } from './places';

/** A name in a file, not where it is declared. */
export interface Use {
  readonly named: Named;
  /** The file that contains it. */
  readonly ties: Ties;
}

/**
 * The uses of what `named` means, in the order of paths and places.
 * @param meaning Its meaning in the file that it is in.
 * @param open The document that is asked about, which may be newer than what the index knows of it.
 */
export function usesOf(named: Named, meaning: Meaning, format: Format, index: Index, open?: Agent): readonly Use[] {
  const ties = open && tiesNow(open);
  const path = ties !== undefined && index.ties(ties.card.path) !== undefined ? ties.card.path : undefined;
  const wanted = soundsOf(named, meaning, format);
  const uses: Use[] = [];
  const add = (names: readonly Named[], from: Ties): void => {
    // What a name means is asked only where it can mean the same, because thousands of files may be read differently.
    for (const other of names)
      if (meaningOf(other, from, index)?.key === meaning.key) uses.push({ named: other, ties: from });
  };
  for (const other of index.agents) {
    if (other.card.path === path) continue;
    const sounds = namesBySound(other);
    for (const sound of wanted) add(sounds.get(sound) ?? [], other);
  }
  if (ties !== undefined && open !== undefined && path !== undefined)
    add(
      namesIn(open).filter((one) => one.at !== 'own' && wanted.includes(soundOf(one, ties))),
      ties,
    );
  return uses.sort((a, b) => compare(a.ties.card.path, b.ties.card.path) || a.named.span.start - b.named.span.start);
}

/** The location of a use. */
export const placeOfUse = ({ named, ties }: Use): Location => placeIn(ties.card.path, ties.lines, named.span);

/** The names of a file by what they can mean the same as: names with different sounds never do. */
const namesBySound = lazyFor((ties: Ties): ReadonlyMap<string, readonly Named[]> => {
  const groups = new Map<string, Named[]>();
  for (const named of namesOf(ties)) {
    if (named.at === 'own') continue;
    const sound = soundOf(named, ties);
    const group = groups.get(sound);
    if (group === undefined) groups.set(sound, [named]);
    else group.push(named);
  }
  return groups;
});

function soundOf(named: Named, { card }: Ties): string {
  const name = isOwn(named, card) ? (card.name ?? named.name) : named.name;
  return sound(named.kind, name, card.format);
}

/** The sounds of all names by which a thing can be called. */
const soundsOf = (named: Named, meaning: Meaning, format: Format): readonly string[] => [
  ...new Set(callNamesOf(named, meaning).map((name) => sound(named.kind, name, format))),
];

function callNamesOf({ name }: Named, meaning: Meaning): readonly string[] {
  switch (meaning.kind) {
    case 'agent':
      return [meaning.card.name ?? name];
    case 'skill':
      return meaning.card.names;
    case 'built-in':
      return [meaning.name];
    default:
      return [name];
  }
}

function foldedName(name: string, format: Format): string {
  const { foldName, sameName } = togetherOf(format) ?? {};
  return (foldName ?? sameName)?.(name) ?? name;
}

function sound(kind: Named['kind'], name: string, format: Format): string {
  switch (kind) {
    case 'agent':
      return `agent ${foldedName(name, format)}`;
    // A skill of a plugin is also known without the name of the plugin.
    case 'skill':
      return `skill ${name.slice(name.lastIndexOf(':') + 1)}`;
    case 'server':
      return `server ${format.mcp.inNames?.(name) ?? name}`;
  }
}
