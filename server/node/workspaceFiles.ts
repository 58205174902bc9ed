/** Finds and reads the files of a workspace on the local file system, without blocking and within bounds. */
import { type Dirent, promises } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  decoded,
  encoded,
  hostFolders,
  hosts,
  isIndexed,
  MAX_FILE_BYTES,
  matchesGlob,
  userFoldersOf,
} from '../core/index';
import type { Files, FoundFiles } from '../lsp/workspace/files';
import { startOf } from './startOf';

/** Folders and files that are looked at in one search. A larger tree is cut, and the server says so. */
const MAX_ENTRIES = 500_000;

/** Entries that are looked at in one turn of the event loop. */
const MANY_ENTRIES = 100;

const nextTurn = promisify(setImmediate);

/** Maximum depth of folders. */
const MAX_DEPTH = 64;

/** Folders that contain other people's files, unless a host's folder contains them. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Local files. URIs of other schemes have none. */
export const localFiles: Files = { find, read: (uri, more) => read(uri, more) };

/** The folders in which hosts keep the user's files, as URIs. */
export function userFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const all = hosts.flatMap(({ together }) => together ?? []);
  const moves = all.flatMap(({ folder, userFolderVariable = '' }) => {
    const moved = environment[userFolderVariable] ?? '';
    return moved === '' ? [] : [{ folder, moved }];
  });
  // Where one host has moved its folder, what another host reads of it is not known to be for both.
  const names = all.flatMap(userFoldersOf).filter((name) => moves.every(({ folder }) => folder !== name));
  // A folder of another name contains no file that is known by its path.
  const folders = [...moves.map(({ moved }) => moved), ...new Set(names)].map((name) => resolve(homedir(), name));
  return folders.map((folder) => pathToFileURL(folder).toString().replace(/\/$/, ''));
}

/** What is found in one folder: files of the index, and folders to go on with. */
async function find(folder: string, more: readonly string[] = []): Promise<FoundFiles> {
  const uris: string[] = [];
  if (!folder.startsWith('file:')) return { uris, isCut: false };
  const followed = new Set<string>();
  const pending: { readonly path: string; readonly uri: string; readonly depth: number }[] = [
    { path: fileURLToPath(folder), uri: folder.replace(/\/$/, ''), depth: 0 },
  ];
  const root = await promises.realpath(fileURLToPath(folder)).catch(() => undefined);
  let entries = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await entriesOf(next.path)) {
      entries++;
      if (entries > MAX_ENTRIES) return { uris, isCut: true };
      // A large folder must not keep requests waiting.
      if (entries % MANY_ENTRIES === 0) await nextTurn();
      const path = join(next.path, entry.name);
      const uri = `${next.uri}/${encoded(entry.name)}`;
      const isInside = hostFolders.some((name) => `${uri}/`.includes(`/${name}/`));
      const kind = await kindOf(entry, path, isInside);
      if (entry.isSymbolicLink() && kind !== 'other' && (await isAbove(path, root))) continue;
      if (kind === 'file') {
        if (isWanted(uri, more)) uris.push(uri);
      } else if (kind !== 'other' && next.depth < MAX_DEPTH && (isInside || !SKIPPED.has(entry.name))) {
        if (kind === 'folder' || (await leadsOn(path, followed))) pending.push({ path, uri, depth: next.depth + 1 });
      }
    }
  }
  return { uris, isCut: false };
}

/** What an entry is, after following a link in a host's folder, where the host follows them too. */
async function kindOf(
  entry: Dirent,
  path: string,
  follows: boolean,
): Promise<'file' | 'folder' | 'linked folder' | 'other'> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink() || !follows) return 'other';
  const stats = await promises.stat(path).catch(() => undefined);
  return stats?.isFile() === true ? 'file' : stats?.isDirectory() === true ? 'linked folder' : 'other';
}

/**
 * Whether a link leads into a host's folder of a folder above, below `root`. Sessions read that one anyway, and hosts take a file
 * that they find twice for one.
 */
async function isAbove(link: string, root: string | undefined): Promise<boolean> {
  const target = await promises.realpath(link).catch(() => undefined);
  const from = await promises.realpath(join(link, '..')).catch(() => undefined);
  if (target === undefined || from === undefined || root === undefined) return false;
  return hostFolders.some((name) => {
    const [to, own] = [homeOf(target, name), homeOf(join(from, basename(link)), name)];
    return to !== undefined && own?.startsWith(to + sep) === true && `${to}${sep}`.startsWith(root + sep);
  });
}

/** The folder that contains the host's folder in which a file is, or which it is. */
function homeOf(path: string, name: string): string | undefined {
  const at = `${path}${sep}`.lastIndexOf(`${sep}${name}${sep}`);
  return at < 0 ? undefined : path.slice(0, at);
}

/** Whether a link leads to a folder that was not followed yet and does not contain the link. */
async function leadsOn(path: string, followed: Set<string>): Promise<boolean> {
  const target = await promises.realpath(path).catch(() => undefined);
  const from = await promises.realpath(join(path, '..')).catch(() => undefined);
  if (target === undefined || from === undefined || followed.has(target) || `${from}/`.startsWith(`${target}/`))
    return false;
  followed.add(target);
  return true;
}

const entriesOf = (path: string): Promise<readonly Dirent[]> =>
  promises.readdir(path, { withFileTypes: true }).catch(() => []);

/** The text of a file as the host reads it; undefined when there is none. One that is too large is cut after one byte too many. */
const read = async (uri: string, more: readonly string[] = []): Promise<string | undefined> =>
  uri.startsWith('file:') && isWanted(uri, more) ? startOf(fileURLToPath(uri), MAX_FILE_BYTES + 1) : undefined;

/** Whether the index knows the file by its name, or one of some globs matches it. */
const isWanted = (uri: string, more: readonly string[]): boolean =>
  isIndexed(uri) || more.some((glob) => matchesGlob(decoded(uri), glob));
