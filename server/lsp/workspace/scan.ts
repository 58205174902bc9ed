/** Finds out which files belong to a workspace: those in its folders, in the folders above up to the repository, and the user's. */
import {
  filesInHome,
  folderOf,
  hostFolders,
  inOneSpelling,
  isIndexed,
  manifestFiles,
  type Where,
} from '../../core/index';
import type { Exists } from '../presence';
import type { Files } from './files';
import { keyOf } from './store';
import type { Search } from './surroundings';

/** Folders above a workspace folder that are searched at most. */
const MAX_PARENTS = 16;

export interface Scanned {
  /** Every file once, manifests first, because they decide how others are read. */
  readonly uris: readonly string[];
  readonly where: Where;
  /** The folders that were searched, and single files: what is elsewhere does not belong to the workspace. */
  readonly places: readonly string[];
  /** Sentences about what was left out. */
  readonly warnings: readonly string[];
}

/**
 * Searches. Never rejects: what cannot be searched is in `warnings`.
 * @param folders URIs of the workspace folders.
 * @param user URIs of the hosts' folders of the user; none when they must not be read.
 */
export async function scanned(
  folders: readonly string[],
  user: readonly string[],
  files: Files,
  exists: Exists,
): Promise<Scanned> {
  const warnings: string[] = [];
  const found = new Set<string>();
  const search = async (folder: string): Promise<void> => {
    try {
      const { uris, isCut } = await files.find(folder);
      for (const uri of uris) found.add(inOneSpelling(uri));
      if (isCut) warnings.push(`${folder} contains too many files; some of them are not known to the index.`);
    } catch (error) {
      warnings.push(`${folder} could not be searched for agents: ${error instanceof Error ? error.message : error}`);
    }
  };
  const roots = folders.map(spelled);
  const users = user.map(spelled);
  const isThere = async (uri: string): Promise<boolean> => exists(uri).catch(() => false);
  await Promise.all(roots.map(search));
  const { above, repositories } = await foldersAbove(roots, users.map(folderOf), isThere);
  // A repository in a repository ends the search from its folders.
  const nested = new Set([...found].flatMap((uri) => foldersBetween(uri, roots)));
  for (const folder of nested) if (await isThere(folder + REPOSITORY)) repositories.add(folder);
  const beside = [...above].flatMap((parent) => hostFolders.map((name) => `${parent}/${name}`));
  const single = [...above].flatMap((parent) => filesInHome.map((name) => `${parent}/${name}`));
  await Promise.all([
    ...[...beside, ...users].map(search),
    // A name alone would show that the project is used with a host.
    ...single.map(async (uri) => {
      if (await isThere(uri)) found.add(uri);
    }),
  ]);
  const uris = [...found].sort((a, b) => Number(isManifest(b)) - Number(isManifest(a)) || (a < b ? -1 : 1));
  const places = [...roots, ...beside, ...single, ...users];
  return { uris, where: { user: users, repositories: [...repositories] }, places, warnings };
}

/** What is in the root of a repository, from the folder on. */
const REPOSITORY = '/.git';

/**
 * The folders above the roots, up to that of the repository that each root is in, and these repositories.
 * @param homes Home folders, in which the folders of the hosts are the user's.
 */
async function foldersAbove(
  roots: readonly string[],
  homes: readonly string[],
  isThere: (uri: string) => Promise<boolean>,
): Promise<{ readonly above: ReadonlySet<string>; readonly repositories: Set<string> }> {
  const above = new Set<string>();
  const repositories = new Set<string>();
  for (const root of roots) {
    let folder = root;
    let isRepository = await isThere(folder + REPOSITORY);
    for (let count = 0; count < MAX_PARENTS && !isRepository && isBelowRoot(folder); ) {
      folder = folderOf(folder);
      if (!homes.includes(folder)) {
        above.add(folder);
        count++;
      }
      isRepository = await isThere(folder + REPOSITORY);
    }
    if (isRepository) repositories.add(folder);
  }
  return { above, repositories };
}

/** Whether a file or folder is one of some places, or in one of them. Both are keys. */
export const isWithin = (key: string, places: readonly string[]): boolean =>
  places.some((place) => key === place || key.startsWith(`${place}/`));

/** The folder of the plugin that a manifest describes. */
export const pluginOf = (manifest: string): string => inOneSpelling(manifest).split('/').slice(0, -2).join('/');

/** Whether a search looks for files of this name. */
export const isSearched = (uri: string, search: Pick<Search, 'isOwn'> | undefined): boolean =>
  search !== undefined && (isIndexed(uri) || search.isOwn?.(uri) === true);

export const isManifest = (uri: string): boolean => manifestFiles.some((file) => uri.endsWith(`/${file}`));

/** The folders that contain a host's folder and are inside a workspace folder, from one of its files. */
function foldersBetween(uri: string, roots: readonly string[]): readonly string[] {
  const root = roots.find((one) => uri.startsWith(`${one}/`));
  // The last one: a worktree in a host's folder has its own.
  const at = Math.max(...hostFolders.map((name) => uri.lastIndexOf(`/${name}/`)));
  if (root === undefined || at < 0) return [];
  const between: string[] = [];
  for (let folder = uri.slice(0, at); folder.length > root.length; folder = folderOf(folder)) between.push(folder);
  return between;
}

/** Without a slash at the end. */
const spelled = (folder: string): string => inOneSpelling(folder.endsWith('/') ? folder.slice(0, -1) : folder);

/** Whether there are folders above it: `file:///w/x` has `file:///w`. */
const isBelowRoot = (folder: string): boolean => /^[^/]*\/\/[^/]*\/[^/]+\/./.test(folder);

/** Whether a file is known only because the user has it for all workspaces, so that its problems are not about this workspace. */
export function isOnlyUsers(
  uri: string,
  user: readonly string[],
  search: { readonly folders: readonly string[] } | undefined,
): boolean {
  const key = keyOf(uri);
  const isBelow = (folder: string): boolean => key.startsWith(`${keyOf(spelled(folder))}/`);
  return user.some(isBelow) && search?.folders.some(isBelow) !== true;
}
