/** The folders of the program: the one table to edit when folders move. */

/** From the lowest floor. Folders of one floor do not import each other; a name without a slash at its end is a file. */
export const floors: readonly (readonly (readonly string[])[])[] = [
  [['server/core/text/']],
  [['server/core/syntax/']],
  [['server/core/hosts/']],
  [['server/core/sectionKinds/']],
  [['server/core/completionReport/']],
  [['server/core/prose/']],
  [['server/core/agent/']],
  [['server/core/repair/'], ['server/core/workspace/'], ['server/core/convert/']],
  [['server/core/create/']],
  [['server/core/findings/']],
  [['server/core/rules/']],
  [['server/core/lint/']],
  [['server/core/features/']],
  [['server/core/index.ts']],
  [['server/lsp/'], ['server/cli/'], ['server/api/']],
  [['server/mcp/'], ['server/playground/']],
  [['server/node/'], ['server/browser/']],
];

export const CORE = 'server/core/';
export const RULES = 'server/core/rules/';

/** What several rules share: the shape of a finding, and findings that more than one rule reports. */
export const FINDINGS = 'server/core/findings/';

export const FEATURES = 'server/core/features/';

/** What the core shows to the servers. */
export const CORE_INDEX = 'server/core/index.ts';

/** Offsets and positions, and the conversion between them. */
export const SOURCE_TEXT = 'server/core/text/source.ts';

/** Floors that know what a text is, but no program that reads it. */
export const withoutHosts: readonly string[] = ['server/core/text/', 'server/core/syntax/'];

/** The folder of the hosts: each folder in it is one host, and only the registry imports from these. */
const HOSTS = 'server/core/hosts/';
export const HOST_REGISTRY = `${HOSTS}index.ts`;

/** Where a new host gets its folder, beside an `index.ts` that lists all formats of files. */
export const NEW_HOSTS = 'server/core/hosts/';

/** The tables of some host, for recipes that add an entry. */
export const SOME_FIELDS = 'server/core/hosts/claudeCode/fields.ts';
export const SOME_TOOLS = 'server/core/hosts/claudeCode/tools.ts';
export const SOME_MODELS = 'server/core/hosts/claudeCode/choices.ts';

/** Other folders that may contain names of hosts. */
const moreHostFolders: readonly string[] = [];

/** Where the kinds of sections are named. */
const SECTION_KINDS: readonly string[] = ['server/core/sectionKinds/', 'server/core/prose/wording/'];

/** The host's folder in which a file is (`server/core/hosts/claudeCode/`), or undefined. */
export function hostFolderOf(path: string): string | undefined {
  const end = path.startsWith(HOSTS) ? path.indexOf('/', HOSTS.length) : -1;
  return end < 0 ? undefined : path.slice(0, end + 1);
}

const isIn = (path: string, folders: readonly string[]): boolean => folders.some((folder) => path.startsWith(folder));

/** Whether a file may use the names of a host's tools, models and fields. */
export const mayUseHostNames = (path: string): boolean =>
  hostFolderOf(path) !== undefined || isIn(path, moreHostFolders);

/** Whether a file may say what a host is called. */
export const maySayHosts = (path: string): boolean => isIn(path, [HOSTS, ...moreHostFolders]);

/** Whether a file may name kinds of sections. */
export const mayNameSections = (path: string): boolean => isIn(path, SECTION_KINDS);

/** Whether a file may hold a table that is as long as what it lists. */
export const mayBeTable = (path: string): boolean => mayUseHostNames(path) || mayNameSections(path);
