/** Reads files and folders under Node, within bounds: regular files only, without blocking, up to a maximum size. */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Environment, FileRead } from '../cli/environment';

/** In bytes. The files that are read as a whole have a few kilobytes, so anything near this size is a mistake. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The bytes of the longest character in UTF-8. */
const LONGEST_CHARACTER = 4;

/** Maximum depth of folders. */
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

/**
 * The UTF-8 text of a regular file. A pipe or device is refused without waiting for it.
 * @param enough In bytes. Of a longer file, the text is cut after more than that many bytes, between two characters.
 */
export function readText(path: string, enough?: number): FileRead {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe without a writer would wait forever. Windows has neither the flag nor such pipes.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { kind: 'error', message: 'not a regular file' };
    if (enough !== undefined && stats.size > enough + LONGEST_CHARACTER)
      return decode(readAll(descriptor, enough + LONGEST_CHARACTER), true);
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
    if (count === 0) break; // the file has become shorter
    done += count;
  }
  return bytes.subarray(0, done);
}

/**
 * Decodes UTF-8; the error says that the bytes are not UTF-8.
 * @param isCut Whether the last character may be incomplete.
 */
export function decode(bytes: Uint8Array, isCut = false): FileRead {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: decoder.decode(bytes, { stream: isCut }) };
  } catch {
    return { kind: 'error', message: 'not UTF-8 text' };
  }
}

/** The files below a folder, depth first, by name. Links to folders are followed where `enters` says so, each folder once. */
export function list(
  folder: string,
  wanted: (path: string) => boolean,
  enters: (folder: string, isLink: boolean) => boolean = (_, isLink) => !isLink,
): { readonly files: readonly string[]; readonly errors: readonly string[] } {
  const files: string[] = [];
  const errors: string[] = [];
  const followed = new Set<string>();
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    const folders: string[] = [];
    for (const entry of entriesOf(path, errors)) {
      const child = path === '.' ? entry.name : path.endsWith('/') ? path + entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH && enters(child, false)) folders.push(child);
      } else if (entry.isSymbolicLink() && kindOf(child) === 'folder') {
        if (depth < MAX_DEPTH && enters(child, true) && leadsOn(child, path, followed)) folders.push(child);
      } else if (wanted(child)) {
        const fault = faultOf(entry, child);
        if (fault === undefined) files.push(child);
        else errors.push(`${child}: ${fault}`);
      }
    }
    for (const child of folders.reverse()) pending.push({ path: child, depth: depth + 1 });
  }
  return { files: files.sort(), errors };
}

/** Whether a link leads to a folder that was not followed yet and does not contain the link. Remembers the folder. */
function leadsOn(link: string, folder: string, followed: Set<string>): boolean {
  try {
    const target = realpathSync(link);
    if (followed.has(target) || `${realpathSync(folder)}/`.startsWith(`${target}/`)) return false;
    followed.add(target);
    return true;
  } catch {
    return false;
  }
}

function entriesOf(folder: string, errors: string[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    errors.push(`${folder}: ${reasonOf(error)}`);
    return [];
  }
}

/** Why an entry that does not lead to a folder cannot be read as a file. */
function faultOf(entry: Dirent, path: string): string | undefined {
  if (!entry.isSymbolicLink()) return entry.isFile() ? undefined : 'not a regular file';
  switch (kindOf(path)) {
    case 'file':
      return undefined;
    case 'absent':
      return 'the link is broken';
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
  if (code === 'ENOENT') return isMisread(error) ? 'the name is not valid UTF-8' : 'no such file or folder';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no space is left on the disk';
  if (code === 'ELOOP') return 'the link points to itself';
  return error.message;
}

/** Whether a path that does not exist has a character that Node puts in place of bytes that are not UTF-8. */
const isMisread = (error: Error): boolean =>
  'path' in error && typeof error.path === 'string' && error.path.includes('\uFFFD');
