/** `npm run fuzz`: runs random cases of every area and prints the failures with what repeats them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { areas } from './areas/index';
import { readOptions } from './options';
import { DOCUMENT, withBounds, withFigures } from './record';
import { failureText, paintOf, slowText, tableText } from './report';
import { type Budget, type Result, runArea } from './run';
import { seeds } from './seeds';

/** Seconds without `--time` and `--runs`. */
const DEFAULT_TIME = 60;

const HELP = `Usage: npm run fuzz -- [options]

Runs random documents, edits, configurations and messages, and checks what docs/reliability.md promises.

Options:
  --seed N      Use this seed. The same seed gives the same cases. Default: a random one, which is printed.
  --time N      Run for N seconds in total, shared by the areas. Default: ${DEFAULT_TIME}.
  --runs N      Run N cases of each area instead.
  --only AREAS  Run these areas only, separated by commas.
  --case N      Repeat case N of one area, as printed after a failure.
  --record      Write the tables of docs/reliability.md. Needs --runs, because the figures must be repeatable.
  --help        Show this help.

Areas:
${areas.map(({ name, promise }) => `  ${name.padEnd(15)}${promise}.`).join('\n')}

Exit code: 0 without failures, 1 with failures, 2 for wrong options.`;

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(
    args,
    areas.map(({ name }) => name),
  );
  if (typeof options === 'string') {
    console.error(`fuzz: ${options}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const paint = paintOf(process.stdout.isTTY === true && !process.env['NO_COLOR']);
  const seed = options.seed ?? Math.floor(Math.random() * 1e9);
  const wanted = areas.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const share = ((options.time ?? DEFAULT_TIME) * 1_000) / wanted.length;
  const runs = options.case === undefined ? options.runs : 1;
  const budget: Budget = { allows: (cases, ms) => (runs === undefined ? ms < share : cases < runs) };
  console.log(`Seed ${seed}, ${seeds.size} texts.`);
  if (seeds.note !== undefined) console.log(`Note: ${seeds.note}`);
  const results: Result[] = [];
  for (const area of wanted) {
    const progress = progressOf(area.name);
    const result = await runArea(area, seed, seeds, budget, progress.show, options.case);
    progress.clear();
    for (const failure of result.failures) console.log(`\n${failureText(failure, paint)}\n`);
    results.push(result);
  }
  if (options.record) {
    const commandOf = (area: string): string => `npm run fuzz -- --only ${area} --seed ${seed} --runs ${runs}`;
    const names = areas.map(({ name }) => name);
    const text = withBounds(readFileSync(DOCUMENT, 'utf8'));
    writeFileSync(DOCUMENT, withFigures(text, names, results, commandOf));
  }
  const slow = slowText(results);
  if (slow.length > 0) console.log(`Slowest answers over the goal:\n${slow.join('\n')}\n`);
  console.log(tableText(results).join('\n'));
  return results.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

/** Milliseconds between two updates of the progress. */
const PERIOD = 200;

/** One line on a terminal that counts the cases; nothing elsewhere. */
function progressOf(name: string): { readonly show: (cases: number) => void; readonly clear: () => void } {
  const { stderr } = process;
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  const write = (text: string): void => void stderr.write(`\r${text.padEnd(40)}`);
  return {
    show: (cases) => {
      if (performance.now() - last < PERIOD) return;
      last = performance.now();
      write(`${name}: ${cases} cases`);
    },
    clear: () => void stderr.write(`\r${' '.repeat(40)}\r`),
  };
}

process.exitCode = await main(process.argv.slice(2));
