/** Writes the table of supported programs in the README. */
import { type FileKind, type Host, hosts } from '../../core/index';
import { anchorOf, HOSTS_PAGE, sourceOf } from './hostsPage';

/** Path from the root of the repository. */
export const README = 'README.md';

const BEGIN = '<!-- generated: supported files -->';
const END = '<!-- end of generated -->';

const plurals: Readonly<Record<FileKind, string>> = {
  agent: 'agents',
  skill: 'skills',
  command: 'commands',
  'output-style': 'output styles',
  manifest: 'plugin manifests',
  instructions: 'instructions (length only)',
  settings: 'agents in its configuration',
};

const row = (host: Host): string => {
  const kinds = [...new Set(host.formats.map(({ kind = 'agent' }) => plurals[kind]))];
  return `| [${host.name}](${HOSTS_PAGE}#${anchorOf(host)}) | ${kinds.join(', ')} | ${sourceOf(host)} |`;
};

const table: string = ['| Program | Files | Known from |', '|---|---|---|', ...hosts.map(row)].join('\n');

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
