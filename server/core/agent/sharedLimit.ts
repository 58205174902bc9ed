/** The files that count for the same limit as the instructions in one file. */
import type { Format } from '../hosts/host';

/** More folders than there are above one another in a repository. */
const MAX_FOLDERS = 32;

/** One folder on the path of a file. */
export interface Folder {
  /** Is there in the root of a repository. */
  readonly root: string;
  /** May change the limit; undefined where no file is known that does. */
  readonly settings: string | undefined;
  /** Of these the first counts that is there; none in the folder of the file itself. */
  readonly files: readonly string[];
}

/** The folders on the path of a file with a limit, the innermost first; none where the host has no limit for it. */
export function foldersOf(path: string | undefined, { readsBytes }: Pick<Format, 'readsBytes'>): readonly Folder[] {
  const { setIn, sharedBy = [] } = readsBytes ?? {};
  if (path === undefined || (setIn === undefined && sharedBy.length === 0)) return [];
  return foldersAbove(path).map((folder, i) => ({
    root: `${folder}.git`,
    settings: setIn === undefined ? undefined : folder + setIn,
    files: i === 0 ? [] : sharedBy.map((name) => folder + name),
  }));
}

/** The folder of a file and those above it, the innermost first, each with a slash at its end; the current folder of a relative path is empty. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  let folder = path.slice(0, path.lastIndexOf('/') + 1);
  // The slashes of a scheme are no folders.
  while (folders.length < MAX_FOLDERS && !/^(?:[a-z][\w+.-]*:)?\/{0,2}$/i.test(folder)) {
    folders.push(folder);
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder === '' ? [...folders, folder] : folders;
}
