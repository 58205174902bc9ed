/** Runs the built test files given as arguments with Node's test runner, one per processor at a time, in their order. */
import { createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';

/** Milliseconds after which a file is cancelled. */
const MOST = 900_000;

const events = run({ files: process.argv.slice(2), concurrency: availableParallelism(), timeout: MOST });
events.on('test:fail', ({ todo, skip }) => {
  if (todo === undefined && skip === undefined) process.exitCode = 1;
});
events.compose(new spec()).pipe(process.stdout);
// Under `npm test` the totals are read from a second report.
if (process.env.UNIT_REPORT) events.compose(tap).pipe(createWriteStream(process.env.UNIT_REPORT));
