/** Finds the files that a command's arguments name. */
import type { Workspace } from '../core/index';
import type { Environment } from './environment';
import { type ReadAs, readersOf } from './readers';

export interface Found {
  readonly files: readonly string[];
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
  const failure = (message: string): Found => ({ files: [], isNamed: true, errors: [`${path}: ${message}`] });
  switch (environment.kindOf(path)) {
    case 'file':
    case 'unknown':
      return { files: [path], isNamed: true, errors: [] };
    case 'folder': {
      const { wanted, enters } = searchFor(as, environment, manifests);
      return { ...environment.list(path, wanted, enters), isNamed: false };
    }
    case 'absent':
      return failure('no such file or folder');
    default:
      return failure('neither a regular file nor a folder');
  }
}

/** Which files are wanted and which folders are entered. */
interface Search {
  readonly wanted: (path: string) => boolean;
  readonly enters: (folder: string) => boolean;
}

function searchFor({ forced }: ReadAs, environment: Environment, manifests: Workspace): Search {
  const isAgent = (path: string): boolean => readersOf(environment.absolute(path), {}, manifests).length > 0;
  return {
    wanted: forced === undefined ? isAgent : (path) => path.endsWith('.md'),
    // Hosts read everything in an agents folder, so nothing in it is skipped.
    enters: (folder) => !SKIPPED.has(folder.slice(folder.lastIndexOf('/') + 1)) || isAgent(`${folder}/a.md`),
  };
}
