/**
 * Files with code that V8 has compiled, in the user's cache folder. V8 refuses code of its other versions and code that was compiled with
 * other flags. The environment variable of Node's own cache for modules turns this one off, too:
 * https://nodejs.org/api/cli.html#node_disable_compile_cache1
 */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { wholeFile } from './wholeFile';

export interface CodeCache {
  /** What was kept for this source of a bundle, or undefined. */
  readonly read: (name: string, source: Buffer) => Buffer | undefined;
  /** Keeps what V8 has compiled. When that is not possible, the next start compiles again. */
  readonly keep: (name: string, source: Buffer, code: Buffer) => void;
}

/**
 * A file begins with the checksum of the rest, because V8 trusts what it reads. In bytes: the checksum takes four, but V8 copies code
 * that does not begin at a multiple of eight.
 */
const CHECKSUM = 8;

/** In bytes; more than the code of all bundles. */
const MAX_SIZE = 32 * 1024 * 1024;

/** How long a file is kept that a new version may have replaced, in milliseconds. */
const LONGEST = 30 * 24 * 60 * 60 * 1000;

const ENDING = '.code';

/** @param purpose A part of the names of files. */
export function codeCacheFor(purpose: string): CodeCache | undefined {
  const folder = folderOfCaches();
  // Node has the checksum since 20.15.
  if (folder === undefined || typeof crc32 !== 'function') return undefined;
  const fileOf = (name: string, source: Buffer): string => {
    const version = `${process.versions.v8}-${process.arch}-${source.length}-${crc32(source).toString(16)}`;
    return join(folder, `${purpose}-${name}-${version}${ENDING}`);
  };
  return {
    read: (name, source) => codeIn(fileOf(name, source)),
    keep: (name, source, code) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOurs(statSync(folder))) return;
        removeOld(folder);
        write(fileOf(name, source), code);
      } catch {
        // A folder that cannot be written to makes the next start slower, and nothing else.
      }
    },
  };
}

/** The folder in which this program keeps code. Undefined when the user wants none, or has no folder of their own. */
function folderOfCaches(): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE: off, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (off !== undefined && off !== '') return undefined;
  try {
    const home = homedir();
    // With `sudo`, the home may be that of another user, who could not replace our files.
    if (!isAbsolute(home) || !isOurs(statSync(home))) return undefined;
    const caches = {
      win32: local !== undefined && isAbsolute(local) ? local : join(home, 'AppData', 'Local'),
      darwin: join(home, 'Library', 'Caches'),
      other: xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.cache'),
    };
    const { platform } = process;
    return join(caches[platform === 'win32' || platform === 'darwin' ? platform : 'other'], 'agent-authoring', 'code');
  } catch {
    return undefined;
  }
}

/** Whether a file or folder is this user's, and no other user may write to it. Windows keeps each user's folder to the user. */
const isOurs = ({ uid, mode }: Stats): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

function codeIn(file: string): Buffer | undefined {
  try {
    const content = wholeFile(file, (stats) => stats.isFile() && isOurs(stats) && stats.size <= MAX_SIZE);
    const code = content.subarray(CHECKSUM);
    return code.length > 0 && content.readUInt32LE(0) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Another start may read the file at the same time, so it is there whole or not at all. */
function write(file: string, code: Buffer): void {
  const draft = `${file}.${process.pid}`;
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32LE(crc32(code));
  try {
    writeFileSync(draft, Buffer.concat([checksum, code]), { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Removes the files of versions that are no longer used, and drafts of starts that were ended. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    try {
      if (name.includes(ENDING) && Date.now() - lstatSync(file).mtimeMs > LONGEST) rmSync(file);
    } catch {
      // It is a folder, or another start has removed it. The others still count.
    }
  }
}
