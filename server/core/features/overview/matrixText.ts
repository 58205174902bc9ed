/** The tool matrix as text for other programs: a Markdown table, or CSV. */
import { asMarkdown } from '../../text/markdown';
import { quoted } from '../../text/quoted';
import { csvOf } from './csv';
import type { CellMark, Matrix, MatrixRow, ToolGroup } from './matrix';

export interface MatrixTextOptions {
  readonly as: 'markdown' | 'csv';
  /** The URIs of the rows, in the wanted order; every row when left out. */
  readonly rows?: readonly string[];
  /** Whether tools are included that no agent names. */
  readonly all: boolean;
}

const groupTitles: Readonly<Record<ToolGroup, string>> = {
  writes: 'Write files',
  runs: 'Run programs',
  network: 'Use the network',
  delegates: 'Delegate',
  servers: 'MCP servers',
  asks: 'Ask the user',
  reads: 'Read files',
  other: 'Other',
};

const markWords: Readonly<Record<CellMark, string>> = {
  l: 'yes',
  i: 'inherited',
  d: 'denied',
  // Its note says where it went.
  w: '',
  '.': '',
};

const stateWords: Readonly<Record<MatrixRow['state'], string>> = {
  loads: '',
  fails: 'does not load',
  replaced: 'another file with this name is loaded',
};

/** How a text of a file, and a sentence with one, are written in a cell. */
interface Writing {
  readonly name: (text: string) => string;
  readonly sentence: (text: string) => string;
}

const plain: Writing = { name: (text) => text, sentence: (text) => text };
const markdown: Writing = {
  // In a table a bar ends the cell, even in code.
  name: (text) => (text === '' ? '' : quoted(text).replaceAll('|', '\\|')),
  sentence: asMarkdown,
};

/** The rows as a table with a heading; the same words as in the editor. */
export function matrixTextOf(matrix: Matrix, { as, rows, all }: MatrixTextOptions): string {
  const { name, sentence } = as === 'csv' ? plain : markdown;
  const columns = matrix.columns.flatMap((column, at) => (all || column.isListed ? [{ ...column, at }] : []));
  const byUri = new Map(matrix.rows.map((row) => [row.uri, row]));
  const shown = rows === undefined ? matrix.rows : rows.flatMap((uri) => byUri.get(uri) ?? []);
  const titles = columns.map((column) => `${groupTitles[column.group]}: ${name(column.name)}`);
  const table = [
    ['Name', 'File', 'Host', 'State', ...titles, 'Ignored'],
    ...shown.map((row) => [
      name(row.name),
      name(row.place),
      row.host,
      stateWords[row.state],
      ...columns.map(({ at }) => wordOf(row, at, sentence)),
      row.ignored.map((one) => name(one.name)).join(', '),
    ]),
  ];
  return as === 'csv' ? csvOf(table) : markdownOf(table);
}

/** What a cell says: the mark as a word, and more where there is more. */
function wordOf({ cells, notes }: MatrixRow, at: number, sentence: Writing['sentence']): string {
  const mark = cells.charAt(at);
  const word = isMark(mark) ? markWords[mark] : '';
  const note = notes[at];
  return note === undefined ? word : [word, sentence(note)].filter((part) => part !== '').join(': ');
}

const isMark = (text: string): text is CellMark => Object.hasOwn(markWords, text);

const markdownOf = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
