/** Where the file of a new agent can be: in a project, with the user's own files, or in a plugin, for each host. */

import type { Format } from '../hosts/host';
import { lastNameOf } from '../text/paths';
import { encoded, inOneSpelling } from '../text/spelling';
import { detect, membershipOf } from '../workspace/detect';
import { projectFolders, togetherOf, userFoldersOf } from '../workspace/tree';
import type { Workspace } from '../workspace/workspace';
import { newAgentFormats, pathOf } from './choices';

/** A folder in which a host reads agents. */
export interface Place {
  readonly format: Format;
  /** `used`: in a project that is used with the host; `project`: in another one. */
  readonly scope: 'used' | 'project' | 'user' | 'plugin';
  /** URI of the folder of the file, without a slash at its end. It need not exist. */
  readonly folder: string;
  /** URI of the project, the home folder of the user or the plugin that it belongs to, without a slash at its end. */
  readonly home: string;
}

/** What is known of where agents can be, as URIs without a slash at the end. */
export interface Homes {
  readonly projects: readonly string[];
  /** The folders in which hosts keep the user's files. */
  readonly user: readonly string[];
  /** The manifests of plugins. */
  readonly manifests: readonly string[];
  /** A folder that was chosen; undefined when none was. */
  readonly chosen: string | undefined;
}

/** The name of a file and of its folder from a home on. */
const inner = (format: Format): { readonly folder: string; readonly file: string } => {
  const path = pathOf(format, NAME) ?? '';
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), file: path.slice(at + 1) };
};

/** A name that every host takes. */
const NAME = 'agent-name';

/**
 * The places, those that are most likely meant first. In a folder of agents that was chosen, there are only those hosts that read it,
 * if any does; another folder that was chosen counts as a project.
 */
export function placesIn({ projects, user, manifests, chosen }: Homes, workspace: Workspace): readonly Place[] {
  const inProjects = newAgentFormats.filter(({ beside }) => beside === undefined);
  const read = chosen === undefined ? [] : readers(chosen, workspace);
  if (read.length > 0) return read;
  const homes = chosen === undefined ? projects : [chosen];
  const own = inProjects.flatMap((format) =>
    homes.map((home): Place => {
      const folder = `${home}/${inner(format).folder}`;
      const isUsed = workspace.usedHosts?.(`${folder}/x`).has(format.host.id) === true;
      return { format, scope: isUsed ? 'used' : 'project', folder, home };
    }),
  );
  if (chosen !== undefined) return inOrder(own);
  const personal = inProjects.flatMap((format) => personalPlace(format, user) ?? []);
  const plugins = newAgentFormats
    .filter(({ beside }) => beside !== undefined)
    .flatMap((format) => manifests.flatMap((manifest) => pluginPlace(format, manifest, workspace) ?? []));
  return inOrder([...own, ...personal, ...plugins]);
}

const ORDER: readonly Place['scope'][] = ['used', 'user', 'plugin', 'project'];

/** Where no host is used, projects come first. */
function inOrder(places: readonly Place[]): readonly Place[] {
  const order = places.some(({ scope }) => scope === 'used') ? ORDER : ORDER.toReversed();
  return places.toSorted((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope));
}

/** The hosts that read agents right in a folder: those whose own folder it is, or else those that read it too. */
function readers(folder: string, workspace: Workspace): readonly Place[] {
  const found = newAgentFormats.filter((format) => {
    const file = `${folder}/${inner(format).file}`;
    return detect(file, workspace).includes(format) && membershipOf(file, format, workspace)?.kind !== 'refused';
  });
  const own = found.filter((format) => `${folder}/`.includes(`/${inner(format).folder}/`));
  return (own.length > 0 ? own : found).map((format) => ({
    format,
    scope: format.beside === undefined ? 'used' : 'plugin',
    folder,
    home: homeAbove(folder, format),
  }));
}

/** The folder without the names that the host's own folder has at its end. */
function homeAbove(folder: string, format: Format): string {
  const names = inner(format).folder;
  const at = `${folder}/`.lastIndexOf(`/${names}/`);
  return at < 0 ? folder : folder.slice(0, at);
}

function personalPlace(format: Format, user: readonly string[]): Place | undefined {
  const together = togetherOf(format);
  if (together === undefined) return undefined;
  const { folder } = inner(format);
  const project = projectFolders(together).find((name) => folder.startsWith(`${name}/`));
  if (project === undefined) return undefined;
  for (const name of userFoldersOf(together)) {
    const found = user.find((uri) => inOneSpelling(uri).endsWith(`/${name}`));
    if (found === undefined) continue;
    const home = found.split('/').slice(0, -name.split('/').length).join('/');
    return { format, scope: 'user', folder: found + folder.slice(project.length), home };
  }
  return undefined;
}

function pluginPlace(format: Format, manifest: string, workspace: Workspace): Place | undefined {
  const { beside } = format;
  if (beside === undefined || !inOneSpelling(manifest).endsWith(`/${beside.file}`)) return undefined;
  const home = manifest.split('/').slice(0, -beside.file.split('/').length).join('/');
  const { folder, file } = inner(format);
  // A manifest may list its agents: then a file in the folder is none.
  if (membershipOf(`${home}/${folder}/${file}`, format, workspace)?.kind !== 'agent') return undefined;
  return { format, scope: 'plugin', folder: `${home}/${folder}`, home };
}

/**
 * The URI of the file of an agent in a folder; undefined for a name that no file can have.
 * @param file The name without its ending.
 */
export function fileIn(folder: string, format: Format, file: string): string | undefined {
  const path = pathOf(format, file);
  return path === undefined ? undefined : `${folder}/${encoded(lastNameOf(path))}`;
}
