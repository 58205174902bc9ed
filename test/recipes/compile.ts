/** Type-checks a copy of the repository that exists in memory only. */
import { join, relative, sep } from 'node:path';
import { API } from 'typescript/unstable/sync';
import type { Files } from '../repo/sources';

/** Files outside the repository's own: packages come from the disk. */
const isOwn = (path: string): boolean =>
  path !== '' && !path.startsWith('..') && !/^(?:node_modules|dist)(?:\/|$)/.test(path);

/** Returns the compiler errors of a copy, one line for each diagnostic; the same compiler serves every copy. */
export type TypeCheck = (files: Files, ...configs: readonly string[]) => readonly string[];

/**
 * Starts a compiler that reads our own files from a copy.
 * @param start The copy to begin with.
 */
export function startChecker(): TypeCheck {
  const root = process.cwd();
  let current: Files = new Map();
  let folders: ReadonlyMap<string, { files: string[]; directories: string[] }> = new Map();
  const pathOf = (absolute: string): string => relative(root, absolute).split(sep).join('/');
  const own = <T>(absolute: string, answer: (path: string) => T): T | undefined => {
    const path = pathOf(absolute);
    return isOwn(path) ? answer(path) : undefined;
  };
  const compiler = new API({
    cwd: root,
    fs: {
      readFile: (absolute) => own(absolute, (path) => current.get(path)?.text ?? null),
      fileExists: (absolute) => own(absolute, (path) => current.has(path)),
      directoryExists: (absolute) => own(absolute, (path) => folders.has(path)),
      getAccessibleEntries: (absolute) => own(absolute, (path) => folders.get(path) ?? { files: [], directories: [] }),
    },
  });
  return (files, ...configs) => {
    const isFirst = current.size === 0;
    const fileChanges = changesBetween(current, files, (path) => join(root, path));
    current = files;
    folders = foldersOf(files);
    const openProjects = configs.map((config) => join(root, config));
    const snapshot = compiler.updateSnapshot({ openProjects, ...(isFirst ? {} : { fileChanges }) });
    const found = openProjects.flatMap((config) => {
      const project = snapshot.getProject(config);
      if (project === undefined) return [`${config} is no project`];
      const { program } = project;
      return [
        ...program.getConfigFileParsingDiagnostics(),
        ...program.getSyntacticDiagnostics(),
        ...program.getSemanticDiagnostics(),
      ].map(({ fileName = config, text }) => `${pathOf(fileName)}: ${text}`);
    });
    snapshot.dispose();
    return found;
  };
}

/** What the compiler must read again. A file that did not change is the same object in both copies. */
function changesBetween(before: Files, after: Files, absolute: (path: string) => string) {
  const paths = (files: Files, isMeant: (path: string) => boolean): string[] =>
    [...files.keys()].filter(isMeant).map(absolute);
  return {
    created: paths(after, (path) => !before.has(path)),
    changed: paths(after, (path) => before.has(path) && before.get(path) !== after.get(path)),
    deleted: paths(before, (path) => !after.has(path)),
  };
}

/** Every folder with what is directly in it. */
function foldersOf(files: Files): ReadonlyMap<string, { files: string[]; directories: string[] }> {
  const folders = new Map<string, { files: string[]; directories: string[] }>();
  const at = (folder: string) => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const made = { files: [], directories: [] };
    folders.set(folder, made);
    return made;
  };
  for (const path of files.keys()) {
    const parts = path.split('/');
    for (let depth = parts.length; depth > 0; depth--) {
      const [folder, name = ''] = [parts.slice(0, depth - 1).join('/'), parts[depth - 1]];
      const { files: inside, directories } = at(folder);
      const list = depth === parts.length ? inside : directories;
      if (list.includes(name)) break;
      list.push(name);
    }
  }
  return folders;
}
