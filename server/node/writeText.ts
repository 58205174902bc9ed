/** Writes a file under Node as a whole, so that a half-written file is never visible and no other program's change is lost. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileChange, FileWrite } from '../cli/environment';
import { draftBeside } from './drafts';
import { reasonOf } from './files';

/**
 * Replaces the text of a regular file: a new file takes its name, owner and mode. What cannot be kept is refused. Links to files
 * and folders are followed, unless they lead out of the folder, because fixing a folder must not change files elsewhere.
 */
export function writeText({ path, before, after, tree }: FileChange): FileWrite {
  try {
    const file = realpathSync(path);
    if (leadsOut(path, file, tree))
      return refused(
        'a link leads outside the current folder or the one that was named; name the file by its own path',
      );
    // Whatever takes the place of the file now is not followed, and a pipe is not waited for.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    let isClosed = false;
    const close = (): void => {
      if (!isClosed) closeSync(descriptor);
      isClosed = true;
    };
    try {
      const stats = fstatSync(descriptor);
      const refusal = refusalOf(file, stats);
      if (refusal !== undefined) return refused(refusal);
      const old = Buffer.from(before, 'utf8');
      const isUnchanged = (): boolean => isAt(file, stats) && contains(descriptor, old);
      if (!isUnchanged()) return refused(CHANGED);
      return replace(file, after, stats, () => {
        const isSame = isUnchanged();
        // Windows does not replace a file that is open.
        close();
        return isSame;
      });
    } finally {
      close();
    }
  } catch (error) {
    return refused(reasonOf(error));
  }
}

const refused = (message: string): FileWrite => ({ kind: 'error', message });

const CHANGED = 'the file has changed since the check, so it was not written';

/** Why the file must not be replaced, although the file system may allow it. */
function refusalOf(file: string, stats: Stats): string | undefined {
  if (!stats.isFile()) return 'not a regular file';
  // Where the folder is writable, even a read-only file could be replaced.
  if ((stats.mode & 0o222) === 0) return 'the file is read-only';
  accessSync(file, constants.W_OK);
  return stats.nlink > 1 ? 'the file has several names (hard links), which replacing it would separate' : undefined;
}

/** Whether `file` leads out of the current folder, or, when it was named outside of that, out of the folder that was named. */
function leadsOut(path: string, file: string, tree: string): boolean {
  const here = realpathSync('.');
  if (isWithin(file, here)) return false;
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) {
    if (realpathSync(dirname(at)) === here) return true;
  }
  return !isWithin(file, realpathSync(tree));
}

function isWithin(file: string, folder: string): boolean {
  const way = relative(folder, file);
  // There is no relative path between two drives of Windows.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether the file still has its name and no other one. */
function isAt(file: string, { dev, ino }: Stats): boolean {
  const now = lstatSync(file);
  return now.dev === dev && now.ino === ino && now.nlink === 1;
}

/** Whether the open file contains exactly these bytes. */
function contains(descriptor: number, bytes: Uint8Array): boolean {
  const { size } = fstatSync(descriptor);
  if (size !== bytes.length) return false;
  const found = Buffer.alloc(size + 1);
  let done = 0;
  for (;;) {
    const count = readSync(descriptor, found, done, found.length - done, done);
    if (count === 0) break;
    done += count;
    if (done > size) return false;
  }
  return found.subarray(0, done).equals(bytes);
}

/** @param isUnchanged Asked last, directly before the new file takes the name, because an editor may save at any time. */
function replace(file: string, text: string, stats: Stats, isUnchanged: () => boolean): FileWrite {
  const draft = draftBeside(file);
  let isRenamed = false;
  try {
    // `wx`: whatever is there already is not ours.
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(descriptor, text, 'utf8');
      if (!keepsOwner(descriptor, stats))
        return refused('the file belongs to another user or group, which a new one loses');
      // Set here, because the umask would change the mode given to `openSync`, and a new owner takes some bits away.
      fchmodSync(descriptor, stats.mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!isUnchanged()) return refused(CHANGED);
    renameSync(draft, file);
    isRenamed = true;
    return { kind: 'written' };
  } finally {
    if (!isRenamed) rmSync(draft, { force: true });
  }
}

/** Gives the open file the owner and group of another one, if it has different ones and the system allows it. */
function keepsOwner(descriptor: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(descriptor);
  if (own.uid === uid && own.gid === gid) return true;
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch {
    return false;
  }
}
