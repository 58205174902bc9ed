/** Writes a file under Node so that readers never see half of it. */
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
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FileWrite } from '../cli/environment';
import { reasonOf } from './files';

/**
 * Replaces the text of a regular file: a new file beside it takes its name and mode. A link is followed to the file that it
 * leads to, unless that lies outside the current folder: fixing a folder must not change files elsewhere.
 */
export function writeText(path: string, text: string): FileWrite {
  try {
    const file = realpathSync(path);
    if (lstatSync(path).isSymbolicLink() && isOutside(file))
      return { kind: 'error', message: 'the link leads out of the current folder; name the file itself' };
    const stats = statSync(file);
    if (!stats.isFile()) return { kind: 'error', message: 'not a regular file' };
    replace(file, text, stats.mode & 0o7777);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'error', message: reasonOf(error) };
  }
}

function isOutside(file: string): boolean {
  const way = relative(realpathSync('.'), file);
  // Between two drives of Windows there is no relative way.
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function replace(file: string, text: string, mode: number): void {
  const draft = join(dirname(file), `.agent-authoring-${randomBytes(6).toString('hex')}.tmp`);
  try {
    // `wx`: whatever is there already is not ours.
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(descriptor, text, 'utf8');
      // After the content, because the umask would have changed the mode of a new file.
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
