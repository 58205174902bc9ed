/** Watches folders under Node, one by one: a watch of a whole tree would include the packages in it. */
import { type FSWatcher, watch } from 'node:fs';
import type { Watcher } from '../cli/environment';
import { reasonOf } from './files';

/** How long changes are collected, in milliseconds: programs write several files at once, and some files twice. */
const COLLECT = 100;

/**
 * @param changed Gets the paths that have changed, spelled as their folder was.
 * @param failed Gets why folders cannot be watched, once.
 */
export function watcherOn(changed: (paths: readonly string[]) => void, failed: (message: string) => void): Watcher {
  const open = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let isWaiting = false;
  let hasFailed = false;
  const note = (path: string): void => {
    pending.add(path);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      const paths = [...pending];
      isWaiting = false;
      pending.clear();
      changed(paths);
    }, COLLECT);
  };
  const close = (folder: string): void => {
    open.get(folder)?.close();
    open.delete(folder);
  };
  const add = (folder: string): void => {
    try {
      const watcher = watch(folder, (_, name) => note(name === null ? folder : inFolder(folder, name)));
      watcher.on('error', () => close(folder));
      open.set(folder, watcher);
    } catch (error) {
      // A folder that is looked for and does not exist is no failure; the one around it is watched, too.
      if (hasFailed || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return;
      hasFailed = true;
      failed(`${folder}: not watched: ${reasonOf(error)}`);
    }
  };
  return {
    watch(folders) {
      const wanted = new Set(folders);
      const isFirst = open.size === 0;
      for (const folder of [...open.keys()]) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) {
        if (open.has(folder)) continue;
        add(folder);
        // Its files may have been written after it was searched, and before it was watched.
        if (!isFirst && open.has(folder)) note(folder);
      }
    },
  };
}

const inFolder = (folder: string, name: string): string =>
  folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`;
