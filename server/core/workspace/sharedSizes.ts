/** What has to be kept of a file that is not open, for the limits that files share: its size, or whether it sets the limit. */
import { formats } from '../hosts/index';
import { bytesIn } from '../text/byteLength';

/** Of a file that counts for a limit its bytes; of one that may set the limit the name of the setting, or nothing. */
export type Shared = { readonly bytes: number } | { readonly says: string };

const limits = formats.flatMap(({ readsBytes }) => readsBytes ?? []);

/** What is kept of the file at `path`; undefined for a file that no limit is about. */
export function sharedOf(path: string, text: string): Shared | undefined {
  for (const { sharedBy = [], setIn, setting } of limits) {
    if (sharedBy.some((name) => path.endsWith(`/${name}`))) return { bytes: text.trim() === '' ? 0 : bytesIn(text) };
    if (setIn !== undefined && path.endsWith(`/${setIn}`)) return { says: text.includes(setting) ? setting : '' };
  }
  return undefined;
}

/** Whether a limit is about the file at `path`. */
export const isShared = (path: string): boolean => sharedOf(path, '') !== undefined;

/** The folder in which the file at `path` counts, with a slash: for a file that sets a limit, the one that contains its own folder. */
export function sharedFolderOf(path: string): string {
  const setIn = limits.flatMap((limit) => limit.setIn ?? []).find((name) => path.endsWith(`/${name}`));
  return path.slice(0, setIn === undefined ? path.lastIndexOf('/') + 1 : path.length - setIn.length);
}
