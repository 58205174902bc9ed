/** A text as the programs read it that read files at its path. Of other files nothing is known. */
import {
  type Agent,
  agentOf,
  detect,
  fileOf,
  formatById,
  membershipOf,
  type Workspace,
  workspaceWithout,
} from '../core/index';

/** Nothing is known of other files. */
export const nothingElse: Workspace = workspaceWithout([]);

/**
 * The main reader first; none when no known program reads a file at this path.
 * @param id The format that reads the text whatever its path.
 * @throws RangeError when there is no such format.
 */
export function readersOf(text: string, path: string, id: string | undefined): readonly Agent[] {
  const format = id === undefined ? undefined : formatById(id);
  if (id !== undefined && format === undefined)
    throw new RangeError(`There is no format ${JSON.stringify(id)}; formatIds has all of them.`);
  const file = withSlashes(path);
  const readers = format === undefined ? detect(file, nothingElse) : [format];
  return readers.map((reader) => agentOf(fileOf(text, reader), reader, file, membershipOf(file, reader, nothingElse)));
}

/** A path that has only backslashes between its names is one of Windows. */
const withSlashes = (path: string): string => (path.includes('/') ? path : path.replaceAll('\\', '/'));
