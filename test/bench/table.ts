/** Tables, for the terminal and for Markdown. */

/** Cells of all rows; the first row is the head. */
export type Cells = readonly (readonly string[])[];

/** Columns are padded to their widest cell. `paint` colors a cell without changing its width. */
export function plainTable(cells: Cells, paint: (cell: string) => string = (cell) => cell): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const padding = (cell: string, column: number): string => ' '.repeat((widths[column] ?? 0) - cell.length);
  return cells
    .map((row) =>
      row
        .map((cell, column) => paint(cell) + padding(cell, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function markdownTable(cells: Cells): string {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rows] = cells;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
