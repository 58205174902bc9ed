/** Reads what lies beside the files that are checked, so that a check of one file knows the others that its host knows. */
import {
  type Draft,
  filesBeside,
  type Index,
  type Indexed,
  indexedOf,
  indexOf,
  isIndexed,
  MAX_FILE_BYTES,
  type Tree,
  treeKey,
} from '../core/index';
import type { Environment } from './environment';
import { besides, linked } from './neighbors';

/** Folders above a project's folder that are looked at, at most. */
const MAX_PARENTS = 64;

/**
 * The index of the checked files, and of everything that sessions in their folders read.
 * @param drafts By the absolute path of each file.
 */
export function indexAround(drafts: ReadonlyMap<string, Draft>, environment: Environment): Index {
  const ties = [...drafts.values()].flatMap((draft) => draft.ties ?? []);
  const skills = [...drafts.values()].flatMap((draft) => draft.skill?.card ?? []);
  const checked = eachOnce([
    ...ties.map(({ card }) => ({ tree: card.tree, host: card.format.host.id })),
    // Nothing is said about what lies beside a skill of a plugin.
    ...skills.filter(({ tree }) => tree.scope !== 'plugin'),
  ]);
  const where = {
    user: environment.userFolders,
    repositories: repositoriesAbove(
      checked.map(({ tree }) => tree.home),
      environment,
    ),
  };
  const workspace = { ...linked(environment, besides(environment)), where };
  // What was checked and is neither an agent nor a skill, such as a manifest, is read again for its names.
  const isKnown = ({ ties: own, skill }: Draft): boolean => own !== undefined || skill !== undefined;
  const known = new Set([...drafts].flatMap(([path, draft]) => (isKnown(draft) ? [path] : [])));
  const others: Indexed[] = [];
  for (const place of new Set(checked.flatMap(({ tree, host }) => filesBeside(tree, host, where)))) {
    for (const path of filesAt(place, environment)) {
      const absolute = environment.absolute(path);
      if (known.has(absolute) || !isIndexed(absolute)) continue;
      known.add(absolute);
      const read = environment.read(absolute, MAX_FILE_BYTES);
      if (read.kind === 'text') for (const one of indexedOf(absolute, read.text, workspace)) others.push(one);
    }
  }
  return indexOf(once([...ties, ...skills, ...others], environment), where);
}

/** Where files were checked. */
interface Place {
  readonly tree: Tree;
  /** `Host.id`. */
  readonly host: string;
}

/** Thousands of agents may lie in one tree. */
const eachOnce = (places: readonly Place[]): readonly Place[] => [
  ...new Map(places.map((place) => [`${place.host} ${treeKey(place.tree)}`, place])).values(),
];

/** Without links to files of other folders that are there too: hosts take a file that they find twice for one. */
function once(all: readonly Indexed[], { identityOf }: Environment): readonly Indexed[] {
  if (identityOf === undefined) return all;
  const cards = all.flatMap((one) => (one.kind === 'agent' ? [one.card] : []));
  const homes = new Map<string, Set<string>>();
  for (const { name = '', tree } of cards) homes.set(name, (homes.get(name) ?? new Set()).add(tree.home));
  const known = new Map(cards.map((card) => [card.path, card]));
  return all.filter((one) => {
    // Only a few files have the name of one in another folder.
    if (one.kind !== 'agent' || (homes.get(one.card.name ?? '')?.size ?? 0) < 2) return true;
    const { path, tree } = one.card;
    const other = known.get(identityOf(path));
    return other === undefined || other.path === path || other.tree.home === tree.home;
  });
}

/** The files in a folder, or a single file; none when there is nothing. */
function filesAt(place: string, environment: Environment): readonly string[] {
  const kind = environment.kindOf(place);
  if (kind === 'file') return [place];
  return kind === 'folder' ? environment.list(place, isIndexed, () => true).files : [];
}

/** The roots of the repositories that contain some folders. */
function repositoriesAbove(homes: readonly string[], environment: Environment): readonly string[] {
  const roots = new Set<string>();
  for (const home of new Set(homes)) {
    let folder = home;
    for (let i = 0; i < MAX_PARENTS && folder !== ''; i++) {
      if (environment.kindOf(`${folder}/.git`) !== 'absent') {
        roots.add(folder);
        break;
      }
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    }
  }
  return [...roots];
}
