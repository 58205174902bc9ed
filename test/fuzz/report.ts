/** What the fuzz prints: progress, failures with the command that repeats them, and a table at the end. */
import type { Failure } from './area';
import type { Result } from './run';

/** Writes bold, red or dim text where a terminal shows it. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** @param isColored Whether the output is a terminal whose user wants colors. */
export function paintOf(isColored: boolean): Paint {
  const paint = (code: number) => (text: string) => (isColored ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: paint(1), red: paint(31), dim: paint(2) };
}

/** Lines of a stack that say where an error comes from. */
const STACK_LINES = 6;

/** The message and the innermost calls. */
function linesOf(stack: string): readonly string[] {
  const lines = stack.split('\n');
  const calls = lines.findIndex((line) => line.startsWith('    at '));
  return calls < 0 ? lines : lines.slice(0, calls + STACK_LINES);
}

/** The command that runs one case again. */
export const commandOf = ({ area, seed, index }: Failure): string =>
  `npm run fuzz -- --only ${area} --seed ${seed} --case ${index}`;

export function failureText(failure: Failure, { bold, red, dim }: Paint): string {
  const { area, seed, index, error, input } = failure;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    red(`${area}: case ${index} of seed ${seed} fails`),
    ...linesOf(text),
    bold('Smallest input:'),
    `  ${input}`,
    bold('Repeat it with:'),
    `  ${commandOf(failure)}`,
    dim('Add the input to test/fuzz/failures.ts when it is understood.'),
  ].join('\n');
}

/** The answers over the goal, the slowest of each request first. */
export function slowText(results: readonly Result[]): readonly string[] {
  const all = results.flatMap(({ slow, area }) => slow.map((one) => ({ ...one, area: area.name })));
  return all
    .toSorted((a, b) => b.ms / b.length - a.ms / a.length)
    .map(({ request, ms, length, start, area, growth, index }) => {
      const each = Math.round((ms * 1e6) / length);
      return `  ${area} case ${index}: ${request} ${Math.round(ms)} ms for ${length} characters (${each} ns each${growth === undefined ? '' : `, ${growth.toFixed(1)} times half of it`}): ${JSON.stringify(start.slice(0, 120))}`;
    });
}

/** One line for each area. */
export function tableText(results: readonly Result[]): readonly string[] {
  const rows = results.map(({ area, cases, counts, failures, slowCount, ms }) => [
    area.name,
    `${cases} cases`,
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
    `${failures.length} failures`,
    `${slowCount} over the goal`,
    `${(ms / 1_000).toFixed(1)} s`,
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
