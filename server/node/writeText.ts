/** Writes a file under Node as a whole, so that a half-written file is never visible. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileWrite } from '../cli/environment';
import { reasonOf } from './files';

/**
 * Replaces the text of a regular file: a new file takes its name and mode. Links to files and folders are followed, unless they
 * lead outside the current folder, because fixing a folder must not change files elsewhere.
 */
export function writeText(path: string, text: string): FileWrite {
  try {
    const file = realpathSync(path);
    if (isLinked(path, file) && isOutside(file))
      return { kind: 'error', message: 'the link points outside the current folder; name the file itself' };
    const stats = statSync(file);
    if (!stats.isFile()) return { kind: 'error', message: 'not a regular file' };
    replace(file, text, stats.mode & 0o7777);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'error', message: reasonOf(error) };
  }
}

/** Whether the file or a folder on its path is a link. A path above the current folder is taken as it is. */
const isLinked = (path: string, file: string): boolean =>
  lstatSync(path).isSymbolicLink() ||
  (!isAbsolute(path) && !path.startsWith('..') && resolve(realpathSync('.'), path) !== file);

function isOutside(file: string): boolean {
  const way = relative(realpathSync('.'), file);
  // There is no relative path between two drives of Windows.
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function replace(file: string, text: string, mode: number): void {
  const draft = join(dirname(file), `.agent-authoring-${randomBytes(6).toString('hex')}.tmp`);
  try {
    // `wx`: whatever is there already is not ours.
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(descriptor, text, 'utf8');
      // Set here, because the umask would change the mode given to `openSync`.
      fchmodSync(descriptor, mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
