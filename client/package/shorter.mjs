/** Writes bundles shorter than esbuild does, as they are published. A worker thread writes one file. */

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { minify } from 'terser';

/** @param files `{ path, isModule }` of each bundle; whether it is a module of CommonJS, whose names no other script sees. */
export async function shorten(files) {
  // The longest takes as long as all others, so it is the first.
  const queue = files.toSorted((a, b) => statSync(b.path).size - statSync(a.path).size);
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) await inThread(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

const inThread = (file) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: file });
    worker.on('error', reject);
    worker.on('exit', resolve);
  });

/** The bundles are ASCII and for the same engines as before. */
async function shortenFile({ path, isModule }) {
  const { code } = await minify(readFileSync(path, 'utf8'), {
    ecma: 2022,
    toplevel: isModule,
    format: { ascii_only: true },
  });
  writeFileSync(path, code);
}

if (!isMainThread) await shortenFile(workerData);
