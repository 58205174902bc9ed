/** Finds and reads the files that the server's index knows by their names, on any file system of the workspace. */
import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { agentFiles, markFiles, namedFiles, readFiles } from './agentFiles';

/** What the server gets for a folder. */
export interface FoundFiles {
  readonly uris: readonly string[];
  /** Whether there are more, which are left out. */
  readonly isCut: boolean;
}

const globs: readonly string[] = [...agentFiles, ...namedFiles, ...readFiles.map((name) => `**/${name}`)];

/** Files of one folder at most. */
const MAX_FILES = 50_000;

/** Folders that are listed when the file system has no search. */
const MAX_FOLDERS = 5_000;

/** In bytes, as the hosts read them. */
const MAX_BYTES = 1_048_576;

/** Folders that contain other people's files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The indexed files below a folder. */
export async function findIndexed({
  folder,
  more = [],
}: {
  readonly folder: string;
  readonly more?: readonly string[];
}): Promise<FoundFiles> {
  const parsed = Uri.parse(folder);
  // The root of a virtual file system may come without its slash, and no file system finds that.
  const base = parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
  const pattern = new RelativePattern(base, `{${[...new Set([...globs, ...more])].join(',')}}`);
  const found = await workspace.findFiles(pattern, null, MAX_FILES);
  if (found.length > 0) return { uris: found.map(String), isCut: found.length >= MAX_FILES };
  return base.scheme === 'file' ? { uris: [], isCut: false } : walked(base, (file) => isIndexed(file, more), MAX_FILES);
}

/** Whether a folder of the workspace has a file that shows that there are agents. */
export async function hasAgents(): Promise<boolean> {
  const found = await workspace.findFiles(`{${markFiles.join(',')}}`, null, 1);
  if (found.length > 0) return true;
  const marks = markFiles.map(patternOf);
  const isMark = (file: Uri): boolean => marks.some((pattern) => pattern.test(file.path));
  for (const { uri } of workspace.workspaceFolders ?? [])
    if (uri.scheme !== 'file' && (await walked(uri, isMark, 1)).uris.length > 0) return true;
  return false;
}

/** The text of an indexed file, or null when it is none, does not exist, or is larger than hosts read. */
export async function readIndexed({
  uri,
  more = [],
}: {
  readonly uri: string;
  readonly more?: readonly string[];
}): Promise<string | null> {
  const file = Uri.parse(uri);
  if (!isIndexed(file, more)) return null;
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > MAX_BYTES) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** The wanted files below a folder, without a search: some file systems have none. */
async function walked(base: Uri, isWanted: (file: Uri) => boolean, most: number): Promise<FoundFiles> {
  const uris: string[] = [];
  const pending = [base];
  for (let listed = 0; ; listed++) {
    const folder = pending.pop();
    if (folder === undefined) return { uris, isCut: false };
    if (listed >= MAX_FOLDERS || uris.length >= most) return { uris, isCut: true };
    for (const [name, type] of await entriesOf(folder)) {
      const child = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0) {
        if (!SKIPPED.has(name)) pending.push(child);
      } else if (isWanted(child)) uris.push(child.toString());
    }
  }
}

/** What a folder contains; nothing when it cannot be listed, or does not exist. */
async function entriesOf(folder: Uri): Promise<readonly (readonly [string, FileType])[]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/**
 * Whether the index reads a file, by its path alone.
 * @param more Globs of files that the configuration names besides.
 */
const isIndexed = (file: Uri, more: readonly string[]): boolean =>
  patterns.some((pattern) => pattern.test(file.path)) || more.some((glob) => patternOf(glob).test(file.path));

/** A glob of names with `*` and `?`, and of `**` for any folders. */
function patternOf(glob: string): RegExp {
  const names = glob.split('/').map((name) => name.replaceAll(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*'));
  const path = names.join('/').replaceAll('\\?', '[^/]');
  return new RegExp(`^/${path.replaceAll('[^/]*[^/]*/', '(?:[^/]+/)*').replace(/\[\^\/\]\*\[\^\/\]\*$/, '.*')}$`);
}

const patterns: readonly RegExp[] = globs.map(patternOf);
