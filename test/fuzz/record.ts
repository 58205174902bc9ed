/** The two tables of `docs/reliability.md` that are written by a program: the bounds, and the figures of the last recorded runs. */
import { MAX_ITEMS } from '../../server/core/agent/toolLists';
import { defaultFormat, defaults, MAX_CONFIGURATION_LENGTH } from '../../server/core/index';
import { MAX_HEADER } from '../../server/core/repair/repair';
import { limits } from '../../server/core/syntax/frontMatter/guard';
import { limits as frames } from '../../server/node/framing';
import type { Result } from './run';

export const DOCUMENT = 'docs/reliability.md';

const MARK = { bounds: 'bounds', figures: 'figures' } as const;

const number = (value: number): string => value.toLocaleString('en');

/** Each bound with its value and what happens beyond it. The values come from the code. */
const bounds: readonly (readonly [what: string, value: string, beyond: string])[] = [
  [
    'Size of a file that the host reads',
    `${number(defaultFormat.maxBytes ?? 0)} bytes`,
    'one error, because the host skips the file',
  ],
  ['Characters of frontmatter', number(limits.frontMatterLength), 'read line by line; `limit`'],
  ['Nested levels of YAML', number(limits.depth), 'read line by line; `limit`'],
  ['Keys of the frontmatter', number(limits.keys), 'read line by line; `limit`'],
  ['YAML aliases', number(limits.aliases), 'read line by line; `limit`'],
  ['YAML errors', number(limits.problems), 'the others are not shown; `limit`'],
  ['Names of a tool list', number(MAX_ITEMS), 'the others are not checked; `limit`'],
  ['Characters of frontmatter that is repaired', number(MAX_HEADER), 'no repair is offered'],
  [
    'Problems of a file',
    `${number(defaults.maxFindings)}, a setting`,
    'the most severe are shown; exit codes count all; `limit`',
  ],
  ['Characters of `.agent-authoring.json`', number(MAX_CONFIGURATION_LENGTH), 'the defaults apply, with a warning'],
  ['Bytes of the header of a message', number(frames.header), 'the server ends, and the editor restarts it'],
  ['Bytes of a message', number(frames.body), 'the server ends, and the editor restarts it'],
];

/** The table of bounds. */
const boundsTable: readonly string[] = [
  '| What | Bound | Beyond it |',
  '|---|---|---|',
  ...bounds.map((row) => `| ${row.join(' | ')} |`),
];

const HEAD: readonly string[] = [
  '| Area | Cases | Checked | Failures | Answers over the goal | Command |',
  '|---|---|---|---|---|---|',
];

/** The row of an area after a run that `command` repeats. */
const rowOf = ({ area, cases, counts, failures, slowCount }: Result, command: string): string => {
  const checked = Object.entries(counts).map(([name, count]) => `${number(count)} ${name}`);
  return `| ${area.name} | ${number(cases)} | ${checked.join(', ')} | ${failures.length} | ${slowCount} | \`${command}\` |`;
};

/** The lines between two marks of a document. */
function blockIn(text: string, name: string): { readonly start: number; readonly end: number } {
  const open = `<!-- ${name}: written by \`npm run fuzz -- --record\` -->\n`;
  const start = text.indexOf(open) + open.length;
  const end = text.indexOf(`<!-- end of ${name} -->`, start);
  if (start < open.length || end < 0) throw new Error(`${DOCUMENT} has no block '${name}'`);
  return { start, end };
}

const withBlock = (text: string, name: string, lines: readonly string[]): string => {
  const { start, end } = blockIn(text, name);
  return text.slice(0, start) + lines.map((line) => `${line}\n`).join('') + text.slice(end);
};

/** The document with the bounds of the code. */
export const withBounds = (text: string): string => withBlock(text, MARK.bounds, boundsTable);

/**
 * The document with the rows of these results; rows of other areas stay as they are.
 * @param areas The names of all areas, in the order of the rows.
 */
export function withFigures(
  text: string,
  areas: readonly string[],
  results: readonly Result[],
  commandOf: (area: string) => string,
): string {
  const { start, end } = blockIn(text, MARK.figures);
  const old = text.slice(start, end).split('\n');
  const rows = areas.flatMap((name) => {
    const result = results.find(({ area }) => area.name === name);
    if (result !== undefined) return [rowOf(result, commandOf(name))];
    return old.filter((line) => line.startsWith(`| ${name} |`));
  });
  return withBlock(text, MARK.figures, [...HEAD, ...rows]);
}
