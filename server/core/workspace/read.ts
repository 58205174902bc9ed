/** Reads what a file of a workspace gives to the index, whatever kind of file it is. */

import { agentOf } from '../agent/agent';
import { formats, hosts } from '../hosts/index';
import { fileOf } from '../hosts/lookup';
import type { ServerPlace, Together } from '../hosts/together';
import { MAX_FILE_BYTES } from '../syntax/fileSize';
import { parse } from '../syntax/parse';
import { exceedsBytes } from '../text/byteLength';
import { memo } from '../text/memo';
import { lastNameOf } from '../text/paths';
import { decoded } from '../text/uri';
import { declaredIn } from './declared';
import { detect, manifestFiles, membershipOf } from './detect';
import { matchesGlob } from './glob';
import type { Indexed } from './index';
import { serversIn, serversOfPlugin } from './serverCards';
import { signFiles } from './signs';
import { isSkillFormat, listingsIn, skillAt } from './skillCards';
import { tiesOf } from './ties';
import { homesRead, nowhere, projectFolders, type Tree, togetherIn, togetherOf, type Where } from './tree';
import type { Workspace } from './workspace';

/** What the file at `path` gives to the index; nothing for a file that no host puts together with others. */
export function indexedOf(path: string, text: string, workspace: Workspace): readonly Indexed[] {
  if (exceedsBytes(text, MAX_FILE_BYTES)) return [];
  // What other readers make of it is not read again: they find it under the same name.
  const [format] = detect(path, workspace);
  // Without ties, the text need not be parsed.
  const ties =
    format === undefined || format.kind !== undefined || togetherOf(format) === undefined
      ? undefined
      : tiesOf(agentOf(fileOf(text, format), format, path, membershipOf(path, format, workspace)), workspace);
  if (ties !== undefined) return [ties];
  const parsed = () => (format !== undefined && isSkillFormat(format) ? fileOf(text, format) : parse(text));
  const skill = skillAt(path, text, parsed, workspace);
  return [
    ...(skill === undefined ? [] : [skill]),
    ...listingsIn(path, text, workspace),
    ...serversIn(path, text, workspace),
    ...serversOfPlugin(path, text, workspace),
    ...declaredIn(path, text, format, workspace.where ?? nowhere),
  ];
}

/** Globs of all files that the index reads besides agents. */
export const indexedFiles: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ together }) =>
      [...(together?.skills ?? []), ...(together?.servers ?? []), ...(together?.listing ?? [])].flatMap(
        ({ files }) => files,
      ),
    ),
  ),
];

/** The files that declare servers or agents or are about skills, with how far they are below the folder that they are for. */
function settingsOf(together: Together | undefined): readonly Pick<ServerPlace, 'files' | 'depth'>[] {
  return [...(together?.servers ?? []), ...(together?.declared ?? []), ...(together?.listing ?? [])];
}

/** Names of the folders in a project that hold what hosts read. */
export const hostFolders: readonly string[] = [
  ...new Set(hosts.flatMap(({ together }) => (together === undefined ? [] : projectFolders(together)))),
];

/** Names of the files right in a project's folder that declare servers or agents. */
export const filesInHome: readonly string[] = hosts.flatMap(({ together }) =>
  settingsOf(together).flatMap(({ files, depth }) => (depth === 1 ? files.map(lastNameOf) : [])),
);

/** Whether the index reads the file at `path`, as far as its name tells. */
export function isIndexed(path: string): boolean {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at);
  // Of a folder with thousands of files, all with one ending are alike, but for those that a glob names.
  return isRead(path.slice(0, at) + (namedInGlobs.has(name) ? name : `x${name.slice(name.lastIndexOf('.'))}`));
}

const isRead = memo(1 << 20, (path) => {
  const name = decoded(path);
  return watchedFiles.some((glob) => matchesGlob(name, glob));
});

/** Globs of everything that the index reads: agents, skills, servers and manifests. */
export const watchedFiles: readonly string[] = [
  ...new Set([
    ...formats.flatMap(({ files }) => files),
    ...indexedFiles,
    ...signFiles,
    ...manifestFiles.map((file) => `**/${file}`),
  ]),
];

/** The last names of globs that match one name only. */
const namedInGlobs: ReadonlySet<string> = new Set(watchedFiles.map(lastNameOf).filter((name) => !name.includes('*')));

/** The folders and files that a session of a host reads which runs in a tree: those of the tree, of the folders above, and of the user. */
export function filesBeside(tree: Tree, host: string, where: Where): readonly string[] {
  const together = togetherIn(host);
  if (together === undefined) return [];
  const inHome = (home: string): readonly string[] => [
    ...projectFolders(together).flatMap((folder) => together.inner.map((name) => `${home}/${folder}/${name}`)),
    ...settingsOf(together).flatMap(({ files, depth }) =>
      files.map((glob) => `${home}/${glob.split('/').slice(-depth).join('/')}`),
    ),
  ];
  const { file, servers } = together.plugins ?? {};
  const inPlugin = [...together.inner, ...[file, servers?.file].flatMap((name) => name ?? [])];
  const ofPlugin = tree.scope === 'plugin' ? inPlugin.map((name) => `${tree.home}/${name}`) : [];
  const settings = [...(together.declared ?? []), ...(together.listing ?? [])].flatMap(({ files }) =>
    files.map((glob) => glob.split('/').at(-1) ?? glob),
  );
  const ofUser = where.user.flatMap((folder) =>
    [...together.inner, ...new Set(settings)].map((name) => `${folder}/${name}`),
  );
  return [...ofPlugin, ...homesRead(tree.home, together, where).flatMap(inHome), ...ofUser];
}
