/** Paths of the index as the command line shows them. */
import type { Environment } from '../../environment';

/** From the current folder on; unchanged for a file elsewhere. */
export function relativeTo(path: string, environment: Environment): string {
  const folder = environment.absolute('.');
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
