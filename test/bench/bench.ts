/** `npm run bench`: measures our programs, a floor and peers in turn, and prints how they compare. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { writeDocument } from './document';
import { gate } from './gate';
import { type Failure, type Measured, measure } from './measure';
import { type Options, parseOptions } from './options';
import type { Part } from './part';
import { partsOf } from './parts/all';
import { installPeers } from './peers';
import { programsIn } from './programs';
import { type Progress, progress } from './progress';
import { readRecorded, writeRecorded } from './recorded';
import { reportCells } from './report';
import { markdownTable, plainTable } from './table';
import { sourceOf } from './texts';

const FOLDER = resolve('dist/bench');

const isColored = process.stdout.isTTY && !process.env['NO_COLOR'];

/** Colors verdicts: red for what is missed or too slow, green for the rest. */
function paint(cell: string): string {
  const code = /^(?:no\b|too slow)/.test(cell) ? 31 : /^(?:yes\b|fine$)/.test(cell) ? 32 : undefined;
  return isColored && code !== undefined ? `\u001b[${code}m${cell}\u001b[0m` : cell;
}

/** Returns the exit code. */
async function main({ quick, record, only }: Options): Promise<number> {
  const folder = join(FOLDER, `work-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const peers = quick ? { fileOf: () => undefined, failures: [] } : installPeers(join(FOLDER, 'peers'));
  const programs = programsIn(join(FOLDER, 'programs'), peers.fileOf, write);
  const source = sourceOf(quick);
  const parts = partsOf({ quick, programs, source, folder }).filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const shown = progress();
  const start = performance.now();
  try {
    // What later runs are compared with is measured more often.
    if (record)
      return await quickly(
        parts.map((part) => ({ ...part, rounds: 2 * part.rounds })),
        record,
        shown,
      );
    if (quick) return await quickly(parts, record, shown);
    const { measured, failures } = await fully(parts, shown);
    const caption = `Node ${process.versions.node} on ${process.platform}, ${availableParallelism()} processors. Documents are made from \`${source.path}\`.`;
    const left = [...peers.failures, ...failures.map(sentence)];
    console.log(`${plainTable(reportCells(measured), paint)}\n\n${[caption, ...left].join('\n')}`);
    if (only.length === 0) writeDocument([caption, ...left, markdownTable(reportCells(measured))].join('\n\n'));
    return isFine(failures) ? 0 : 1;
  } finally {
    shown.end();
    rmSync(folder, { recursive: true, force: true });
    console.error(`${((performance.now() - start) / 1_000).toFixed(0)} s`);
  }
}

async function quickly(parts: readonly Part[], record: boolean, shown: Progress): Promise<number> {
  const { ratios, comparisons, cells, failures } = await gate(parts, record ? {} : readRecorded(), shown.tell);
  shown.end();
  console.log([plainTable(cells, paint), ...failures.map(sentence)].join('\n'));
  if (record) writeRecorded(ratios, `npm run bench -- --record, Node ${process.versions.node}`);
  return isFine(failures) && comparisons.every(({ state }) => state !== 'beyond') ? 0 : 1;
}

async function fully(
  parts: readonly Part[],
  shown: Progress,
): Promise<{ readonly measured: readonly Measured[]; readonly failures: readonly Failure[] }> {
  const measured: Measured[] = [];
  const failures: Failure[] = [];
  for (const part of parts) {
    const outcome = await measure(part, shown.tell);
    measured.push(...outcome.measured);
    failures.push(...outcome.failures);
  }
  shown.end();
  return { measured, failures };
}

/** Peers may fail, and the package need not be there. */
const isFine = (failures: readonly Failure[]): boolean =>
  failures.every(({ part, subject }) => part.startsWith('package') || (subject !== 'ours' && subject !== 'floor'));

const sentence = ({ part, subject, why }: Failure): string => `Not measured: ${part}, ${subject} (${why}).`;

const parsed = parseOptions(process.argv.slice(2));
if ('options' in parsed) process.exitCode = await main(parsed.options);
else {
  (parsed.code === 0 ? process.stdout : process.stderr).write(parsed.text);
  process.exitCode = parsed.code;
}
