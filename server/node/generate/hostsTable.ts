/** Writes the table of supported programs in the README and on the page of the extension. */
import { type FileKind, type Host, hosts } from '../../core/index';
import { anchorOf, HOSTS_PAGE, sourceOf } from './hostsPage';

/** Path from the root of the repository. */
export const README = 'README.md';

/** The page that VS Code shows of the extension. Its links would lead nowhere. */
export const GALLERY = 'client/gallery.md';

const BEGIN = '<!-- generated: supported files -->';
const END = '<!-- end of generated -->';

const plurals: Readonly<Record<FileKind, string>> = {
  agent: 'agents',
  skill: 'skills',
  command: 'commands',
  'output-style': 'output styles',
  manifest: 'plugin manifests',
  instructions: 'instructions (length only)',
  settings: 'settings (what concerns agents)',
};

const row = (host: Host, name: string): string => {
  const kinds = [...new Set(host.formats.map(({ kind = 'agent' }) => plurals[kind]))];
  return `| ${name} | ${kinds.join(', ')} | ${sourceOf(host)} |`;
};

const tableWith = (nameOf: (host: Host) => string): string =>
  ['| Program | Files | Known from |', '|---|---|---|', ...hosts.map((host) => row(host, nameOf(host)))].join('\n');

/**
 * The README with the current table between its two comments and everything else unchanged.
 * @throws RangeError when a comment is missing.
 */
export const withHostsTable = (readme: string): string =>
  withTable(
    README,
    readme,
    tableWith((host) => `[${host.name}](${HOSTS_PAGE}#${anchorOf(host)})`),
  );

/** The same for the page of the extension. @throws RangeError when a comment is missing. */
export const withHostNames = (page: string): string =>
  withTable(
    GALLERY,
    page,
    tableWith(({ name }) => name),
  );

function withTable(path: string, text: string, table: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new RangeError(`${path} needs the comments ${BEGIN} and ${END}`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
}
