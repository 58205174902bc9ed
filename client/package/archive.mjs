/** Packs a ZIP archive again in fewer bytes: the same files, compressed with more effort, and without the times of files. */
import { readFileSync, writeFileSync } from 'node:fs';
import zopfli from '@gfx/zopfli';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';

/** Rounds in which the compressor improves its result. Three times as many take twice as long and gain less than a tenth of a percent. */
const effort = { numiterations: 5 };

/** The numbers of the ZIP format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.4.5 and 4.4.2.2. */
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;

/** The first day that the format knows, so that the same files always give the same archive. */
const DAY = new Date(1980, 0, 1);

/**
 * @param path of the archive, which is replaced
 * @param isProgram whether a shell may start the file of this path in the archive
 */
export async function packAgain(path, isProgram) {
  const chunks = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  // The first packer adds the files in any order.
  for (const [name, content] of Object.entries(unzipSync(readFileSync(path))).sort(byName))
    add(archive, name, content, await zopfli.deflateAsync(content, effort), isProgram(name));
  archive.end();
  writeFileSync(path, Buffer.concat(chunks));
}

const byName = ([a], [b]) => (a < b ? -1 : 1);

function add(archive, name, content, deflated, isProgram) {
  const isSmaller = deflated.length < content.length;
  const file = new Packed(name, isSmaller ? deflated : content);
  file.compression = isSmaller ? DEFLATED : STORED;
  file.mtime = DAY;
  file.os = UNIX;
  file.attrs = (isProgram ? 0o100755 : 0o100644) << 16;
  archive.add(file);
  file.push(content, true);
}

/** A file of an archive that is compressed already. */
class Packed extends ZipPassThrough {
  constructor(name, packed) {
    super(name);
    this.packed = packed;
  }

  process() {
    this.ondata(null, this.packed, true);
  }
}
