/** Finds the files that a command's arguments name. */
import { type Format, folderOf, formats, lastNameOf, nounOf, type Workspace } from '../core/index';
import type { Environment } from './environment';
import { ignoredBelow } from './ignored';
import { agentPaths, type ReadAs, readersOf } from './readers';

/** A file or folder that a search passes over although it looks like an agent, or may contain some. */
export interface LeftOut {
  readonly path: string;
  /** A clause. */
  readonly why: string;
}

export interface Found {
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Whether the argument is the file itself. */
  readonly isNamed: boolean;
  /** What could not be read, one sentence each. */
  readonly errors: readonly string[];
}

/** Folders that contain other people's files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * A file is used as it is. A folder is searched for agent files, or for all Markdown when a format is forced.
 * @param manifests What is known of the files that decide about others.
 */
export function find(path: string, as: ReadAs, environment: Environment, manifests: Workspace): Found {
  const named = { files: [path], leftOut: [], isNamed: true, errors: [] };
  const failure = (message: string): Found => ({ ...named, files: [], errors: [`${path}: ${message}`] });
  switch (environment.kindOf(path)) {
    case 'file':
    case 'unknown':
      return named;
    case 'folder':
      return search(path, as, environment, manifests);
    case 'absent':
      return failure('no such file or folder');
    default:
      return failure('neither a regular file nor a folder');
  }
}

function search(start: string, { forced }: ReadAs, environment: Environment, manifests: Workspace): Found {
  const readerOf = (path: string): Format | undefined => readersOf(environment.absolute(path), {}, manifests)[0];
  const hostOf = (path: string): string | undefined => readerOf(path)?.host.name;
  // The host whose files are in a folder, or in some folder of it.
  const home = (folder: string): string | undefined =>
    firstOf(samples, (name) => readerOf(`${folder}/${name}`))?.host.name;
  const ignored = ignoredBelow(start, environment);
  const leftOut: LeftOut[] = [];
  const isOutside = (path: string): boolean => {
    if (environment.contains?.(path) !== false) return false;
    leftOut.push({ path, why: 'it is a link that leads out of the folder' });
    return true;
  };
  const enters = (folder: string, isLink: boolean): boolean => {
    if (isLink && home(folder) !== undefined && isOutside(folder)) return false;
    // A host reads everything in its folder, so nothing there is skipped, and links are followed as the host does.
    if (home(folder) !== undefined) return true;
    if (isLink || SKIPPED.has(lastNameOf(folder))) return false;
    const why = ignored(folder);
    if (why !== undefined && home(folderOf(folder)) !== undefined) leftOut.push({ path: folder, why });
    return why === undefined;
  };
  const wanted = (path: string): boolean => {
    if (forced !== undefined) return path.endsWith('.md') && !isOutside(path);
    if (hostOf(path) !== undefined) return !isOutside(path);
    const reader = LIKE_MARKDOWN.test(path) ? aroundIt(folderOf(path), readerOf) : undefined;
    if (reader !== undefined)
      leftOut.push({ path, why: `${reader.host.name} does not read it as ${withArticle(nounOf(reader))}` });
    return false;
  };
  return { ...environment.list(start, wanted, enters), leftOut, isNamed: false };
}

/** A name for each ending of files that may have any name. */
const NAMES: readonly string[] = [
  ...new Set(
    formats.flatMap(({ files }) =>
      files.filter((glob) => /\*\.\w+$/.test(glob)).map((glob) => `a${glob.slice(glob.lastIndexOf('.'))}`),
    ),
  ),
];

/** Files that a host reads in its folders: of any name, and those with a name of their own. */
const samples: readonly string[] = [
  ...new Set([
    ...NAMES,
    ...NAMES.map((name) => `agents/${name}`),
    ...agentPaths.flatMap((glob) => {
      const [name = '', folder, ...more] = glob.split('/').toReversed();
      // A file that counts in every folder makes none the host's.
      if (folder === '**' && more.length === 0) return [];
      return name.includes('*') ? [] : folder === '*' ? [name, `a/${name}`] : [name];
    }),
  ]),
];

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Markdown by its name, with endings that a person may take for `.md`. */
const LIKE_MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/** The format that is read in a folder, or in one of those around it. */
function aroundIt(folder: string, readerOf: (path: string) => Format | undefined): Format | undefined {
  for (let at = folder; at !== ''; at = folderOf(at)) {
    const reader = firstOf(NAMES, (name) => readerOf(`${at}/${name}`));
    if (reader !== undefined) return reader;
  }
  return undefined;
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
