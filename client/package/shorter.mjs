/** Writes bundles shorter than esbuild does, as they are published. A worker thread writes one file. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** The bundles are ASCII and for the same engines as before. */
const options = { ecma: 2022, format: { ascii_only: true } };

/**
 * @param files `{ path, isModule }` of each bundle; whether it is a module of CommonJS, whose names no other script sees
 * @param kept A folder for the results. A test run makes the same bundles several times, and each takes seconds.
 */
export async function shorten(files, kept) {
  mkdirSync(kept, { recursive: true });
  const { version } = createRequire(import.meta.url)('terser/package.json');
  const queue = files
    .map((file) => ({ ...file, kept: join(kept, basename(file.path)), sum: sumOf(file, version) }))
    // The longest takes as long as all others, so it is the first.
    .sort((a, b) => statSync(b.path).size - statSync(a.path).size);
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) if (!takeKept(file)) await inThread(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Stands for all that a result depends on. */
const sumOf = ({ path, isModule }, version) =>
  createHash('sha256')
    .update(JSON.stringify([version, options, isModule]))
    .update(readFileSync(path))
    .digest('hex');

/** Writes the result that was kept, after a line that says for what. Says whether there is one. */
function takeKept({ path, kept, sum }) {
  const text = statSync(kept, { throwIfNoEntry: false }) === undefined ? '' : readFileSync(kept, 'utf8');
  if (!text.startsWith(`${sum}\n`)) return false;
  writeFileSync(path, text.slice(sum.length + 1));
  return true;
}

const inThread = (file) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: file });
    worker.on('error', reject);
    worker.on('exit', resolve);
  });

async function shortenFile({ path, isModule, kept, sum }) {
  const { minify } = await import('terser');
  const { code } = await minify(readFileSync(path, 'utf8'), { ...options, toplevel: isModule });
  writeFileSync(path, code);
  // In one step, because another run may read it.
  writeFileSync(`${kept}.${process.pid}`, `${sum}\n${code}`);
  renameSync(`${kept}.${process.pid}`, kept);
}

if (!isMainThread) await shortenFile(workerData);
