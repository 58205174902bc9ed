/** Writes the table of supported files in the README. */
import { fileKinds } from './hostNames';

/** Path from the root of the repository. */
export const README = 'README.md';

const BEGIN = '<!-- generated: supported files -->';
const END = '<!-- end of generated -->';

const table: string = [
  '| Kind of file | Path | Checked against |',
  '|---|---|---|',
  ...fileKinds.map(({ title, files, beside, host }) => {
    const near = beside === undefined ? '' : `, with \`${beside.file}\` beside \`${beside.folder}\``;
    return `| ${title} | ${files
      .filter(isNew)
      .map((glob) => `\`${glob}\``)
      .join(', ')}${near} | ${host.name} ${host.version} |`;
  }),
].join('\n');

/**
 * The README with the current table between its two comments and everything else unchanged.
 * @throws RangeError when a comment is missing.
 */
export function withHostsTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new RangeError(`${README} needs the comments ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

/** Globs that differ in case only are shown once. */
function isNew(glob: string, i: number, all: readonly string[]): boolean {
  return all.findIndex((other) => other.toLowerCase() === glob.toLowerCase()) === i;
}
