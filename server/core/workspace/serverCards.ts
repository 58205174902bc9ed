/** The MCP servers that a file declares, for a project or as a part of a plugin. */
import { hosts } from '../hosts/index';
import type { ServerRead } from '../hosts/together';
import { linesBefore, sourceOf } from '../text/source';
import { inOneSpelling } from '../text/spelling';
import type { ServerCard } from './card';
import { matchesGlob } from './glob';
import { folderAbove, nowhere, type Tree } from './tree';
import type { Workspace } from './workspace';

/** The servers that the file at `path` declares for sessions; none for a file of another kind. */
export function serversIn(path: string, text: string, workspace: Workspace): readonly ServerCard[] {
  return hosts.flatMap(({ together }) =>
    (together?.servers ?? []).flatMap(({ files, depth, read }): readonly ServerCard[] => {
      if (!files.some((glob) => matchesGlob(path, glob))) return [];
      const spelled = inOneSpelling(path);
      const isUsers = (workspace.where ?? nowhere).user.some((one) => spelled.startsWith(`${one}/`));
      return cardsOf(path, text, read(text), {
        scope: isUsers ? 'user' : 'project',
        home: folderAbove(spelled, depth),
      });
    }),
  );
}

/** Those that it declares as a part of a plugin: the manifest itself, or the file for servers beside it. */
export function serversOfPlugin(path: string, text: string, workspace: Workspace): readonly ServerCard[] {
  return hosts.flatMap(({ together }): readonly ServerCard[] => {
    const { file, servers } = together?.plugins ?? {};
    if (file === undefined || servers === undefined) return [];
    if (matchesGlob(path, `**/${file}`))
      return cardsOf(path, text, servers.read(text, text), {
        scope: 'plugin',
        home: folderAbove(inOneSpelling(path), file.split('/').length),
      });
    const beside = path.slice(0, path.lastIndexOf('/') + 1) + file;
    if (!matchesGlob(path, `**/${servers.file}`) || workspace.presence(beside) !== 'present') return [];
    const manifest = workspace.manifest(beside);
    if (manifest === undefined) return [];
    return cardsOf(path, text, servers.read(text, manifest), {
      scope: 'plugin',
      home: folderAbove(inOneSpelling(path), 1),
    });
  });
}

function cardsOf(path: string, text: string, read: readonly ServerRead[], tree: Tree): readonly ServerCard[] {
  const source = sourceOf(text);
  return read.map(({ name, span, key }) => ({
    kind: 'server',
    path,
    tree,
    lines: linesBefore(source, span.end),
    name,
    nameSpan: span,
    ...(key !== undefined && { key }),
  }));
}
