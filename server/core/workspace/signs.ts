/** Which hosts a project is used with, as far as files and folders show it. */

import { formats, hosts } from '../hosts/index';
import { memo } from '../text/memo';
import { folderOf, lastNameOf } from '../text/paths';
import { decoded } from '../text/uri';

/** A file or folder that shows that a project is used with a host. */
export interface Sign {
  /** The id of the host. */
  readonly host: string;
  /** The folder of the project, without a slash at its end. */
  readonly home: string;
}

/** Folders above a file that are looked at, at most. */
const MAX_ABOVE = 64;

/** From the folder of a project on, with the id of the host that each stands for. */
export const signPaths: readonly (readonly [string, string])[] = hosts.flatMap(({ id, signs = [] }) =>
  signs.map((sign): readonly [string, string] => [sign, id]),
);

/** Globs of the files that show a sign and are in no folder of agents: single files, and those in folders of other texts. */
export const signFiles: readonly string[] = [
  ...new Set(
    signPaths.flatMap(([sign]) => {
      if (/[^/.][^/]*\.[a-z]+$/i.test(sign)) return [`**/${sign}`];
      const inside = `**/${sign}/`;
      return formats.some(({ files }) => files.some((glob) => glob.startsWith(inside))) ? [] : [`${inside}**/*.md`];
    }),
  ),
];

/**
 * What the existence of the file at `path` shows.
 * @param path `/` between names, or a URI.
 */
export const signsIn = (path: string): readonly Sign[] => {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at);
  // The names of most files show nothing, and a folder has many.
  return shown(path.slice(0, at) + (signNames.has(name) ? name : ''));
};

const signNames: ReadonlySet<string> = new Set(signPaths.map(([sign]) => lastNameOf(sign)));

const shown = memo(1 << 20, (path): readonly Sign[] => {
  const plain = `/${decoded(path)}/`;
  return signPaths.flatMap(([sign, host]) => {
    const start = plain.indexOf(`/${sign}/`);
    return start < 0 ? [] : [{ host, home: plain.slice(1, Math.max(1, start)) }];
  });
});

/**
 * The hosts of a project, from what is in its folder and in those above.
 * @param at The hosts that a folder has signs of, and whether it is a root above which nothing counts.
 */
export function usedHostsOf(
  path: string,
  at: (folder: string) => { readonly hosts: Iterable<string>; readonly isRoot: boolean },
): ReadonlySet<string> {
  const found = new Set<string>();
  let folder = decoded(path);
  for (let i = 0; i < MAX_ABOVE && folder.includes('/'); i++) {
    folder = folderOf(folder);
    const { hosts: here, isRoot } = at(folder);
    for (const host of here) found.add(host);
    if (isRoot) break;
  }
  return found;
}
