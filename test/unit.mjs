/** Runs the built test files given as arguments with Node's test runner, one per processor at a time, the slowest first. */
import { createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';

/** Parts of the names of slow files, the slowest first, so that the quick ones fill the gaps at the end. */
const long = [
  'hostile',
  'properties',
  'corpus',
  'recipes',
  'features/structure',
  'hosts/everyHost',
  'features/listStyle',
  'lsp/process',
  'repo',
  'safety',
  'repair',
  'format',
];

/** Milliseconds after which a file is cancelled. */
const MOST = 900_000;

const rank = (file) => {
  const found = long.findIndex((part) => file.replaceAll('\\', '/').includes(`/${part}.test.`));
  return found < 0 ? long.length : found;
};

const files = process.argv.slice(2).sort((a, b) => rank(a) - rank(b));
const events = run({ files, concurrency: availableParallelism(), timeout: MOST });
events.on('test:fail', ({ todo, skip }) => {
  if (todo === undefined && skip === undefined) process.exitCode = 1;
});
events.compose(new spec()).pipe(process.stdout);
// Under `npm test` the totals are read from a second report.
if (process.env.UNIT_REPORT) events.compose(tap).pipe(createWriteStream(process.env.UNIT_REPORT));
