/** Where the files of the project and of its packages are. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const thisFile = fileURLToPath(import.meta.url);

/** The root folder of the repository. */
export const root = dirname(dirname(dirname(thisFile)));

/**
 * @param folder below the root, or an absolute path
 * @param ending of the names that are wanted
 * @returns the paths, from the root, of all such files in the folder and in those below it
 */
export const filesBelow = (folder, ending) =>
  readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));

/** The path of the main module of a package, as the file `from` would import it; without `from`, as we would. */
export const mainOf = (name, from = thisFile) => createRequire(from).resolve(name);
