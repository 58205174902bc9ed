/** Converts paths for other programs: relative to the current folder, or as URIs. */
import type { Environment } from './environment';

/** The path from the current folder, with `/` between names; the absolute path when the file is outside it. */
export function relativePath(path: string, environment: Environment): string {
  const absolute = environment.absolute(path);
  const folder = environment.absolute('.');
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return absolute.startsWith(prefix) ? absolute.slice(prefix.length) : absolute;
}

/** A URI for a path from `relativePath`: a relative reference, or `file:` for an absolute path. */
export function uriOf(path: string): string {
  const names = path.split('/').map(encoded).join('/');
  // `C:/a` on Windows: the colon of the drive stays.
  if (/^[A-Za-z]%3A\//.test(names)) return `file:///${names.replace('%3A', ':')}`;
  return names.startsWith('/') ? `file://${names}` : names;
}

/** A lone surrogate, which a file name on Windows may contain, has no encoding in UTF-8. */
const encoded = (name: string): string => encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
