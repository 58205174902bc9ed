/** Which tree of files a file belongs to: one project folder, the user's folder, or one plugin. */

import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import type { Together } from '../hosts/together';
import { lazyFor } from '../text/lazy';
import { folderOf, lastNameOf } from '../text/paths';
import { inOneSpelling } from '../text/spelling';

/** From the one whose names win to the one whose names lose. */
export const scopes = ['project', 'user', 'plugin'] as const;
export type Scope = (typeof scopes)[number];

/** Files in which the host expects each name once. */
export interface Tree {
  readonly scope: Scope;
  /** The folder that contains the host's folder, or that of the plugin; without a slash at its end, and `inOneSpelling`. */
  readonly home: string;
}

/** The same text for the same tree. A card stays while the workspace changes, so it is made once for each. */
export const treeKey = lazyFor(({ scope, home }: Tree): string => `${scope} ${home}`);

export const isSameTree = (one: Tree, other: Tree): boolean => one.scope === other.scope && one.home === other.home;

/** Where things are that no path tells, `inOneSpelling`. */
export interface Where {
  /** The host's folders of the user, without a slash at the end: `/home/me/.claude`. */
  readonly user: readonly string[];
  /** Roots of repositories, without a slash at the end; above them a host does not look. */
  readonly repositories: readonly string[];
}

export const nowhere: Where = { user: [], repositories: [] };

/** How the files of a format find each other; undefined where that is not known. */
export const togetherOf = (format: Format): Together | undefined => togetherIn(format.host.id);

/** The same by the id of the host. */
export const togetherIn = (host: string): Together | undefined => hosts.find(({ id }) => id === host)?.together;

/** The folders of a project that a host reads. */
export const projectFolders = ({ folder, otherFolders = [] }: Together): readonly string[] => [folder, ...otherFolders];

/** The folders of the user that a host reads, from the home folder on. */
export const userFoldersOf = ({ folder, userFolders = [folder] }: Together): readonly string[] => userFolders;

/**
 * The tree of a file below a folder of the host's name, or below that of a plugin.
 * @param file Its path or URI, `/` between names.
 * @param manifest The manifest that makes the file a part of a plugin; undefined without one.
 * @returns undefined for a file outside every such folder.
 */
export function treeOf(file: string, together: Together, where: Where, manifest?: string): Tree | undefined {
  if (manifest !== undefined) return { scope: 'plugin', home: folderAbove(inOneSpelling(manifest), 2) };
  const path = inOneSpelling(file);
  const user = where.user.find((one) => path.startsWith(`${one}/`));
  if (user !== undefined) return { scope: 'user', home: folderOf(user) };
  // The outermost one: a host reads everything below its folder of agents.
  const starts = insidesOf(together).map((within) => (path.startsWith(within) ? 0 : path.indexOf(`/${within}`)));
  const [at] = starts.filter((start) => start >= 0).sort((a, b) => a - b);
  return at === undefined ? undefined : { scope: 'project', home: path.slice(0, at) };
}

/** The folders with files that have names, in a project. */
const insidesOf = lazyFor((together: Together): readonly string[] =>
  projectFolders(together).flatMap((folder) => together.inner.map((name) => `${folder}/${name}/`)),
);

/** Whether a host looks for agents in the folder of a file, which another host has found in this tree. */
export function looksIn(together: Together, path: string, { scope, home }: Tree): boolean {
  if (scope === 'plugin') return false;
  const below = inOneSpelling(path).slice(home.length).replace(/^\//, '');
  if (scope === 'project') return insidesOf(together).some((within) => below.startsWith(within));
  return userFoldersOf(together).some((folder) =>
    together.inner.some((name) => below.startsWith(`${lastNameOf(folder)}/${name}/`)),
  );
}

/** The folder that is `depth` names above a file. */
export const folderAbove = (spelled: string, depth: number): string => spelled.split('/').slice(0, -depth).join('/');

/** The path of a file in the folder that the tree of an agent is for: relative where the path of the agent is. */
export const inHome = (
  { path, tree: { home } }: { readonly path: string; readonly tree: Tree },
  inner: string,
): string => (inOneSpelling(path).startsWith(`${home}/`) ? `${home}/${inner}` : inner);

/** The folders from which a session of the host in `home` reads. */
export const homesRead = (home: string, { readsOnlyOwnFolder }: Together, where: Where): readonly string[] =>
  readsOnlyOwnFolder === true ? [home] : homesAbove(home, where);

/** `home` itself and the folders above it, up to the root of its repository. */
function homesAbove(home: string, { repositories }: Where): readonly string[] {
  const root = repositories
    .filter((one) => home === one || home.startsWith(`${one}/`))
    .reduce<string | undefined>((longest, one) => (one.length >= (longest?.length ?? 0) ? one : longest), undefined);
  const homes: string[] = [];
  for (let at = home; ; at = folderOf(at)) {
    homes.push(at);
    if (at === root || !at.includes('/')) return homes;
  }
}
