/** Reads files of megabytes that are needed for a moment only. */
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/**
 * A buffer that can be resized has pages of its own, which the system gets back. The others are from `malloc`, and when a large one
 * is freed, that of Linux no longer gives back smaller ones either: the process keeps megabytes that it does not use.
 */
const PagesOfItsOwn: new (length: number, options: { readonly maxByteLength: number }) => ArrayBuffer = ArrayBuffer;

/**
 * The bytes of a file. Throws when it cannot be read.
 * @param isWanted Decides by what the file is. When it says no, there are none.
 */
export function wholeFile(path: string, isWanted: (stats: Stats) => boolean = () => true): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const stats = fstatSync(descriptor);
    return read(descriptor, isWanted(stats) ? stats.size : 0);
  } finally {
    closeSync(descriptor);
  }
}

/** The first `size` bytes, or all of a file that is shorter by now. */
function read(descriptor: number, size: number): Buffer {
  const bytes = Buffer.from(new PagesOfItsOwn(size, { maxByteLength: size }));
  let done = 0;
  for (let got = -1; got !== 0 && done < size; done += got) got = readSync(descriptor, bytes, done, size - done, null);
  return bytes.subarray(0, done);
}
