/** Reads files and folders under Node, with bounds: regular files only, never blocking, never larger than a text can sensibly be. */
import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import type { Environment, FileRead } from '../cli/environment';

/** Bytes; agent files are some kilobytes, so anything near this is a mistake. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Folders deep; a link cannot make a loop, because links to folders are not followed. */
const MAX_DEPTH = 64;

/** What is at `path`, after following links. */
export function kindOf(path: string): ReturnType<Environment['kindOf']> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'absent';
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch {
    return 'unknown';
  }
}

/** The UTF-8 text of a regular file. A pipe or device is refused without waiting for it. */
export function readText(path: string): FileRead {
  let descriptor: number | undefined;
  try {
    // O_NONBLOCK: opening a pipe without a writer would otherwise wait for ever. Windows has no such flag and no such pipes.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { kind: 'error', message: 'not a regular file' };
    if (stats.size > MAX_BYTES) return { kind: 'error', message: `larger than ${MAX_BYTES / 1024 / 1024} MiB` };
    return decode(readAll(descriptor, stats.size));
  } catch (error) {
    return { kind: 'error', message: reasonOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let done = 0;
  while (done < size) {
    const count = readSync(descriptor, bytes, done, size - done, null);
    if (count === 0) break; // the file became shorter meanwhile
    done += count;
  }
  return bytes.subarray(0, done);
}

/** The text in some bytes, or that they are no UTF-8. */
export function decode(bytes: Uint8Array): FileRead {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'error', message: 'not UTF-8 text' };
  }
}

/** The files below a folder, depth first, by name. Links are followed to files, never to folders. */
export function list(
  folder: string,
  wanted: (path: string) => boolean,
  enters: (folder: string) => boolean = () => true,
): { readonly files: readonly string[]; readonly errors: readonly string[] } {
  const files: string[] = [];
  const errors: string[] = [];
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    const folders: string[] = [];
    for (const entry of entriesOf(path, errors)) {
      const child = path === '.' ? entry.name : path.endsWith('/') ? path + entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH && enters(child)) folders.push(child);
      } else if (wanted(child)) {
        const fault = faultOf(entry, child);
        if (fault === undefined) files.push(child);
        else if (fault !== 'folder') errors.push(`${child}: ${fault}`);
      }
    }
    for (const child of folders.reverse()) pending.push({ path: child, depth: depth + 1 });
  }
  return { files: files.sort(), errors };
}

function entriesOf(folder: string, errors: string[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    errors.push(`${folder}: ${reasonOf(error)}`);
    return [];
  }
}

/** Why an entry that is not a folder cannot be read as a file; `folder` for a link to one, which is not a fault. */
function faultOf(entry: Dirent, path: string): string | undefined {
  if (!entry.isSymbolicLink()) return entry.isFile() ? undefined : 'not a regular file';
  switch (kindOf(path)) {
    case 'file':
      return undefined;
    case 'folder':
      return 'folder';
    case 'absent':
      return 'the link leads nowhere';
    case 'unknown':
      return 'the link cannot be followed';
    default:
      return 'not a regular file';
  }
}

/** Why a system call failed, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENXIO') return 'not a regular file';
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'ELOOP') return 'the link leads back to itself';
  return error.message;
}
