/** Reads the start of a file without blocking, so that no file can take more memory than is wanted. */
// The promises are loaded when they are used, which `node:fs/promises` would not wait for.
import { constants, promises } from 'node:fs';

/**
 * The text of a regular file, in which bytes that are not UTF-8 are U+FFFD.
 * @param most Bytes after which it is cut.
 * @returns undefined when there is no such file. Rejects when it cannot be read.
 */
export async function startOf(path: string, most: number): Promise<string | undefined> {
  // Without O_NONBLOCK, opening a pipe without a writer would wait forever. Windows has neither the flag nor such pipes.
  const file = await promises.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const stats = await file.stat();
    return stats.isFile() ? (await bytesOf(file, stats.size, most)).toString('utf8') : undefined;
  } finally {
    await file.close();
  }
}

async function bytesOf(file: promises.FileHandle, size: number, most: number): Promise<Buffer> {
  // Files of `/proc` have no size, and may have no end.
  const wanted = size === 0 ? most : Math.min(size, most);
  const parts: Buffer[] = [];
  for (let length = 0; length < wanted; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size === 0 ? PART : wanted - length));
    if (bytesRead === 0) break;
    parts.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(parts).subarray(0, wanted);
}

/** How much is read at a time of a file whose size is not known, in bytes. */
const PART = 65_536;
