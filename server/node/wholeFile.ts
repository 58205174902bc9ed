/** Reads files of megabytes that are needed for a moment only. */
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/**
 * A buffer that can be resized has pages of its own, which the system gets back. The others are from `malloc`, and when a large one
 * is freed, that of Linux no longer gives back smaller ones either: the process keeps megabytes that it does not use.
 */
const PagesOfItsOwn: new (length: number, options: { readonly maxByteLength: number }) => ArrayBuffer = ArrayBuffer;

/** What is put around the bytes, in ASCII. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/**
 * The bytes of a file. Throws when it cannot be read.
 * @param isWanted Decides by what the file is. When it says no, there are none.
 */
export function wholeFile(
  path: string,
  isWanted: (stats: Stats) => boolean = () => true,
  around: Around = { before: '', after: '' },
): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const stats = fstatSync(descriptor);
    return read(descriptor, isWanted(stats) ? stats.size : 0, around);
  } finally {
    closeSync(descriptor);
  }
}

/** The first `size` bytes, or all of a file that is shorter by now. */
function read(descriptor: number, size: number, { before, after }: Around): Buffer {
  const length = before.length + size + after.length;
  const bytes = Buffer.from(new PagesOfItsOwn(length, { maxByteLength: length }));
  let end = bytes.write(before, 'latin1');
  const last = end + size;
  for (let got = -1; got !== 0 && end < last; end += got) got = readSync(descriptor, bytes, end, last - end, null);
  end += bytes.write(after, end, 'latin1');
  return bytes.subarray(0, end);
}
