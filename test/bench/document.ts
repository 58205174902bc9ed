/** Writes the table into `docs/performance.md`. */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/performance.md';

/** The lines around the generated part. */
const BEGIN = '<!-- benchmark: written by `npm run bench` -->\n';
const END = '<!-- end of benchmark -->';

/**
 * The document with a new generated part and everything else unchanged.
 * @throws TypeError when a comment around it is missing.
 */
export function withGenerated(document: string, generated: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new TypeError(`${FILE} needs the comments around the table of the benchmark`);
  return `${document.slice(0, begin + BEGIN.length)}\n${generated}\n\n${document.slice(end)}`;
}

export const writeDocument = (generated: string): void =>
  writeFileSync(FILE, withGenerated(readFileSync(FILE, 'utf8'), generated));
