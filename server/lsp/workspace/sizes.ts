/** The sizes of files that count for one limit together, so that those that are not open are judged without keeping their texts. */
import { foldersAbove, isShared, type Presence, type Shared, sharedFolderOf, sharedOf } from '../../core/index';
import type { Exists } from '../presence';
import { keyOf } from './store';

/** What is in the root of a repository, above which nothing counts. */
const ROOT = '.git';

export class Sizes {
  readonly #kept = new Map<string, Shared>();
  /** Whether folders are roots of repositories, as far as that was looked up. */
  readonly #roots = new Map<string, boolean>();
  /** Folders in which a size has changed since `outdated`. */
  readonly #changed = new Set<string>();
  /** Whether all files were read once. */
  #isComplete = false;

  /** @param belongs Whether a file is in a place that was searched. */
  constructor(readonly belongs: (uri: string) => boolean) {}

  /** A file was read. */
  take(uri: string, text: string): void {
    const shared = sharedOf(uri, text);
    const key = keyOf(uri);
    if (shared === undefined || isSame(shared, this.#kept.get(key))) return;
    this.#kept.set(key, shared);
    this.#changed.add(sharedFolderOf(key));
  }

  /**
   * Files are gone.
   * @param folder The key of a file or folder, with a slash.
   */
  forget(folder: string): void {
    for (const key of this.#kept.keys()) {
      if (!`${key}/`.startsWith(folder)) continue;
      this.#kept.delete(key);
      this.#changed.add(sharedFolderOf(key));
    }
  }

  /** Whether a file that a limit is about is there. Events keep this up to date. */
  presence(uri: string): Presence {
    const key = keyOf(uri);
    if (this.#kept.has(key)) return 'present';
    return this.#isComplete && isShared(key) && this.belongs(uri) ? 'absent' : 'unknown';
  }

  /** Whether the root of a repository is there, as it was when a size last changed. */
  rootPresence(uri: string): Presence {
    const key = keyOf(uri);
    return presenceOf(key.endsWith(`/${ROOT}`) ? this.#roots.get(key.slice(0, -ROOT.length)) : undefined);
  }

  /** What a file says about the limit; undefined where that is not known. */
  says(uri: string): string | undefined {
    const shared = this.#kept.get(keyOf(uri));
    return shared !== undefined && 'says' in shared ? shared.says : undefined;
  }

  /** The bytes that a file counts; undefined where that is not known. */
  bytes(uri: string): number | undefined {
    const shared = this.#kept.get(keyOf(uri));
    return shared !== undefined && 'bytes' in shared ? shared.bytes : undefined;
  }

  /**
   * Those files that are to be read again, because what counts in their folder or above may have changed since they were read. From now on,
   * a file that was not read is not there.
   * @param files All that were read.
   */
  async outdated(files: Iterable<{ readonly uri: string }>, exists: Exists): Promise<readonly string[]> {
    this.#isComplete = true;
    if (this.#changed.size === 0) return [];
    const changed = new Set(this.#changed);
    this.#changed.clear();
    const found = Array.from(files, ({ uri }) => uri).filter(
      (uri) => this.bytes(uri) !== undefined && foldersAbove(keyOf(uri)).some((folder) => changed.has(folder)),
    );
    for (const folder of new Set(found.flatMap(foldersAbove)))
      this.#roots.set(keyOf(folder), await exists(folder + ROOT).catch(() => false));
    return found;
  }
}

const isSame = (one: Shared, other: Shared | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const presenceOf = (isRoot: boolean | undefined): Presence =>
  isRoot === undefined ? 'unknown' : isRoot ? 'present' : 'absent';
