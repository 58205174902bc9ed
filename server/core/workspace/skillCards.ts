/** What the files of skills and commands give to the index, and the settings that change what a session is told of them. */
import type { Agent } from '../agent/agent';
import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import type { Together } from '../hosts/together';
import { MAX_FILE_BYTES } from '../syntax/fileSize';
import type { AgentFile } from '../syntax/tree';
import { exceedsBytes } from '../text/byteLength';
import { linesBefore } from '../text/source';
import { inOneSpelling } from '../text/spelling';
import { decoded } from '../text/uri';
import type { ListingCard, SkillCard } from './card';
import { matchesGlob } from './glob';
import { folderAbove, nowhere, treeOf } from './tree';
import type { Workspace } from './workspace';

/** A skill or command as its host reads it: what the rules about several files see of it. */
export interface SkillFile {
  readonly card: SkillCard;
  readonly format: Format;
}

/** Whether files of a format are skills or commands. */
export const isSkillFormat = ({ kind }: Format): boolean => kind === 'skill' || kind === 'command';

/** The skill or command that a file is; undefined for other files, and for one that the host does not load as a skill. */
export function skillFileOf({ path, file, format }: Agent, workspace: Workspace): SkillFile | undefined {
  if (path === undefined || !isSkillFormat(format)) return undefined;
  const card = skillAt(path, file.source.text, () => file, workspace);
  return card?.host === format.host.id ? { card, format } : undefined;
}

/**
 * The skill or command in the file at `path`; undefined for a file of another kind.
 * @param parsed The text as a tree, asked for only where the path is that of a skill.
 */
export function skillAt(
  path: string,
  text: string,
  parsed: () => AgentFile,
  workspace: Workspace,
): SkillCard | undefined {
  for (const { id, together } of hosts) {
    if (together === undefined) continue;
    for (const [rank, place] of (together.skills ?? []).entries()) {
      const { files, pluginFolder, maxBytes = MAX_FILE_BYTES, read } = place;
      if (!files.some((glob) => matchesGlob(path, glob)) || exceedsBytes(text, maxBytes)) continue;
      const manifest = pluginFolder === undefined ? undefined : pluginAbove(path, pluginFolder, together, workspace);
      if (pluginFolder !== undefined && manifest === undefined) continue;
      const tree = treeOf(path, together, workspace.where ?? nowhere, manifest?.path);
      if (tree === undefined) continue;
      const file = parsed();
      const found = read(file, decoded(path), manifest?.prefix ?? '');
      if (found === undefined) continue;
      const lines = linesBefore(file.source, file.frontMatter?.span.end ?? 0);
      return { kind: 'skill', host: id, path, tree, rank, lines, ...found };
    }
  }
  return undefined;
}

/** The settings in the file at `path` that change what a session is told of skills; none for any other file. */
export function listingsIn(path: string, text: string, { where = nowhere }: Workspace): readonly ListingCard[] {
  return hosts.flatMap(({ together }) =>
    (together?.listing ?? []).flatMap(({ files, depth, changes }): readonly ListingCard[] => {
      if (!files.some((glob) => matchesGlob(path, glob)) || !changes(text)) return [];
      const spelled = inOneSpelling(path);
      const isUsers = where.user.some((one) => spelled.startsWith(`${one}/`));
      return [
        { kind: 'listing', path, tree: { scope: isUsers ? 'user' : 'project', home: folderAbove(spelled, depth) } },
      ];
    }),
  );
}

/** The manifest of the nearest plugin with a folder of this name on the path. */
function pluginAbove(
  path: string,
  folder: string,
  { plugins }: Together,
  workspace: Workspace,
): { readonly path: string; readonly prefix: string } | undefined {
  if (plugins === undefined) return undefined;
  for (
    let at = path.lastIndexOf(`/${folder}/`);
    at >= 0;
    at = at === 0 ? -1 : path.lastIndexOf(`/${folder}/`, at - 1)
  ) {
    const file = `${path.slice(0, at)}/${plugins.file}`;
    const text = workspace.presence(file) === 'present' ? workspace.manifest(file) : undefined;
    const prefix = text === undefined ? undefined : plugins.prefixOf(text);
    if (prefix !== undefined) return { path: file, prefix };
  }
  return undefined;
}
