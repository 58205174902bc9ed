/** Names in paths and URIs, without a file system. */
import { isAscii } from './beyondAscii';
import { decoded } from './uri';

/** The path of the folder that contains a file or folder, without a slash at its end; empty where the path names no folder. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last part of a path, as it is written. */
export const lastNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The last part of a path; of a URI, decoded. */
export function fileNameOf(path: string): string {
  const name = lastNameOf(path);
  return path.includes('://') ? decoded(name) : name;
}

/** The last part of a path without its endings: `reviewer` of `agents/reviewer.agent.md`. */
export function baseNameOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const file = fileNameOf(path);
  const dot = file.indexOf('.', 1);
  return dot < 0 ? file : file.slice(0, dot);
}

/** Letters that are more than a letter of English and a mark on it. */
const WRITTEN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/**
 * A name as hosts recommend it: lower-case letters and digits with single hyphens between; undefined when nothing is left. Letters
 * lose their marks, so that a word stays one word, and the two ways to encode such a letter give one name.
 * @example `Prüfer für Größen` gives `prufer-fur-grossen`.
 */
export function slugOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  const plain = isAscii(lower) ? lower : withoutMarks(lower);
  const parts = plain.split(/[^a-z0-9]/).filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('-');
}

const withoutMarks = (lower: string): string =>
  lower
    .replaceAll(/[^ -~]/g, (letter) => WRITTEN[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');

/** Whether Windows takes a file of this name for a device, whatever its ending: it cannot be made there, or checked out. */
export const isDeviceName = (file: string): boolean =>
  /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?:\.|$)/i.test(file);

/** Whether a file is documentation by its upper-case name: `README.md`, `INDEX.md`. */
export function isNoteName(path: string | undefined): boolean {
  const name = baseNameOf(path);
  return name !== undefined && name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
}

/** A path as a message shows it: without the folders that it shares with `from`, decoded. */
export function shortPath(path: string, from: string): string {
  const [names, others] = [path.split('/'), from.split('/')];
  let same = 0;
  while (same < names.length - 1 && same < others.length - 1 && names[same] === others[same]) same++;
  return decoded(names.slice(same).join('/'));
}
