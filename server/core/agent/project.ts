/** The folder of the project that a file of a host belongs to. */
import type { Format } from '../hosts/host';

/** The folder that contains the host's folder, with a slash at its end; undefined when the path has no such folder. */
export function projectOf(path: string, { files }: Format): string | undefined {
  for (const glob of files) {
    const [name = ''] = glob.replace(/^\*\*\//, '').split('/');
    const at = path.lastIndexOf(`/${name}/`);
    if (at >= 0) return path.slice(0, at + 1);
    if (path.startsWith(`${name}/`)) return '';
  }
  return undefined;
}
