/** Which folders git leaves alone: those that a repository ignores, and linked worktrees, which are copies of it. */
import ignore, { type Ignore } from 'ignore';
import type { Environment } from './environment';

/** UTF-16 units of a file of patterns that are read, and stars in a pattern, so that no file can make matching slow. */
const MAX_LENGTH = 64 * 1024;
const MAX_STARS = 16;

/** Why a folder is left out, as the end of a sentence; undefined when it is not. */
export type WhyIgnored = (folder: string) => string | undefined;

/** Asks about folders below `start`. A folder that is named is never left out, nor is what it contains. */
export function ignoredBelow(start: string, environment: Environment): WhyIgnored {
  const root = repositoryOf(environment.absolute(start), environment);
  const patterns = new Map<string, Ignore>();
  const patternsOf = (folder: string): Ignore => {
    const found = patterns.get(folder) ?? readPatterns(folder, folder === root, environment);
    patterns.set(folder, found);
    return found;
  };
  const isIgnored = (folder: string): boolean => {
    if (root === undefined || folder === root) return false;
    let isOut = false;
    for (const above of foldersBetween(root, folder)) {
      const { ignored, unignored } = patternsOf(above).test(`${folder.slice(above.length + 1)}/`);
      if (ignored || unignored) isOut = ignored;
    }
    return isOut;
  };
  const here = environment.absolute(start);
  const isNamed = root !== undefined && [...foldersBetween(root, here), here].some(isIgnored);
  return (folder) => {
    const absolute = environment.absolute(folder);
    if (isLinkedWorktree(absolute, environment)) return 'it is a linked worktree';
    return !isNamed && isIgnored(absolute) ? 'git ignores it' : undefined;
  };
}

/** The repository around a folder: the nearest folder at or above it with `.git` in it. */
function repositoryOf(folder: string, environment: Environment): string | undefined {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
    if (environment.kindOf(`${at}/.git`) !== 'absent') return at;
  return undefined;
}

/** The folders from `root` down to the one that contains `folder`. */
function foldersBetween(root: string, folder: string): readonly string[] {
  const names = folder.slice(root.length + 1).split('/');
  return names.map((_, i) => [root, ...names.slice(0, i)].join('/'));
}

function readPatterns(folder: string, isRoot: boolean, environment: Environment): Ignore {
  const files = [...(isRoot ? [`${folder}/.git/info/exclude`] : []), `${folder}/.gitignore`];
  const lines = files.flatMap((file) => {
    const read = environment.kindOf(file) === 'file' ? environment.read(file) : undefined;
    return read?.kind === 'text' && read.text.length <= MAX_LENGTH
      ? read.text.replace(/^\ufeff/, '').split(/\r?\n/)
      : [];
  });
  return ignore({ ignorecase: false }).add(lines.filter((line) => line.split('*').length <= MAX_STARS));
}

/** Whether a folder is a worktree that `git worktree add` made: its `.git` is a file that points to the repository. */
function isLinkedWorktree(folder: string, environment: Environment): boolean {
  if (environment.kindOf(`${folder}/.git`) !== 'file') return false;
  const read = environment.read(`${folder}/.git`);
  return read.kind === 'text' && /^gitdir: .*[/\\]worktrees[/\\][^/\\]+\s*$/.test(read.text);
}
