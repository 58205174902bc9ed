/** Does something again whenever files change that it has looked at. */
import { isConfigurationFile } from '../core/index';
import { type ExitCode, failed } from './command';
import type { Environment } from './environment';
import { counted } from './printable';

/** What something has looked at. */
interface Looked {
  /** The folders that were searched, each with what was wanted there. */
  readonly folders: ReadonlyMap<string, (path: string) => boolean>;
  /** The absolute paths of files that were read or looked for. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Does something once, and again after each change of what it looked at, as long as the process runs.
 * @param run Does it, with an environment that notes what it looks at.
 * @returns The exit code of the first time, or that of a failure to watch.
 */
export function watched(run: (environment: Environment) => ExitCode, environment: Environment): ExitCode {
  const { watch, columns } = environment;
  if (watch === undefined) return failed('files cannot be watched here', environment);
  let looked: Looked = { folders: new Map(), asked: new Set() };
  const once = (): ExitCode => {
    const { noting, seen } = notingOn(environment);
    const code = run(noting);
    looked = seen();
    return code;
  };
  const again = (paths: readonly string[]): void => {
    const count = paths.filter((path) => matters(path, looked, environment)).length;
    if (count === 0) return;
    // What a pipe or file has got stays there.
    if (columns !== undefined) environment.out(CLEAR);
    environment.err(`Checking again: ${counted(count, 'change')}.\n`);
    try {
      once();
    } catch (error) {
      failed(`unexpected error: ${error instanceof Error ? error.message : String(error)}`, environment);
    }
    watcher.watch(foldersOf(looked));
  };
  const watcher = watch(again, (message) => failed(message, environment));
  const code = once();
  watcher.watch(foldersOf(looked));
  environment.err(`Watching ${counted(looked.folders.size, 'folder')} for changes; Ctrl+C ends this.\n`);
  return code;
}

/** Clears a terminal with what can be scrolled back to. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** An environment that notes what is looked at through it. */
function notingOn(environment: Environment): { readonly noting: Environment; readonly seen: () => Looked } {
  const folders = new Map<string, (path: string) => boolean>();
  const asked = new Set<string>();
  const noting: Environment = {
    ...environment,
    list: (folder, wanted, enters = (_, isLink) => !isLink) => {
      folders.set(folder, wanted);
      return environment.list(folder, wanted, (inner, isLink) => {
        const isEntered = enters(inner, isLink);
        if (isEntered) folders.set(inner, wanted);
        return isEntered;
      });
    },
    kindOf: (path) => {
      asked.add(environment.absolute(path));
      return environment.kindOf(path);
    },
    read: (path, enough) => {
      asked.add(environment.absolute(path));
      return environment.read(path, enough);
    },
  };
  return { noting, seen: () => ({ folders, asked }) };
}

/** The folders to watch: those that were searched, and those of single files that were read or looked for. */
const foldersOf = ({ folders, asked }: Looked): readonly string[] => [
  ...new Set([...folders.keys(), ...[...asked].map((path) => path.slice(0, path.lastIndexOf('/')) || '/')]),
];

/** Whether a change at a path may change the result. */
function matters(path: string, { folders, asked }: Looked, environment: Environment): boolean {
  if (asked.has(environment.absolute(path)) || folders.has(path)) return true;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  const wanted = folders.get(folder);
  if (wanted === undefined) return false;
  return wanted(path) || isConfigurationFile(path) || environment.kindOf(path) === 'folder';
}
