/** Reads files one after the other in slices, so that the last reading of a file counts, whichever ends last. */
import type { Turn } from '../calm';
import type { Files } from './files';
import type { Report } from './progress';
import { inSlices } from './slices';
import { keyOf } from './store';

/** Reads files, and passes on what is there: undefined for one that is not. */
export class Reader {
  /** The number of the reading of a file that counts, while it is read. */
  readonly #reading = new Map<string, number>();
  #count = 0;
  readonly #recent = new Set<string>();

  constructor(
    readonly around: { readonly turn: Turn; readonly warn: (message: string) => void },
    readonly take: (uri: string, text: string | undefined) => void,
  ) {}

  /** The keys of the files that were there when they were read since `begin`. A search may have missed them. */
  get recent(): ReadonlySet<string> {
    return this.#recent;
  }

  /** A search begins. */
  begin(): void {
    this.#recent.clear();
  }

  /**
   * Files are gone, so that what is being read of them does not count.
   * @param folder The key of a file or folder, with a slash.
   */
  forget(folder: string): void {
    for (const key of this.#reading.keys()) if (`${key}/`.startsWith(folder)) this.#reading.delete(key);
    for (const key of this.#recent) if (`${key}/`.startsWith(folder)) this.#recent.delete(key);
  }

  /** Reads some files, in their order. A file that cannot be read counts as one that is not there. */
  async read(
    uris: readonly string[],
    files: Files,
    isOver: () => boolean,
    report: Report = () => undefined,
  ): Promise<void> {
    let done = 0;
    await inSlices(
      uris,
      async (uri) => {
        const key = keyOf(uri);
        this.#count++;
        const mine = this.#count;
        this.#reading.set(key, mine);
        const text = await files.read(uri).catch((error: unknown) => {
          this.around.warn(`${uri} cannot be read: ${error instanceof Error ? error.message : error}`);
          return undefined;
        });
        done++;
        report(done);
        if (this.#reading.get(key) !== mine || isOver()) return;
        this.#reading.delete(key);
        if (text !== undefined) this.#recent.add(key);
        this.take(uri, text);
      },
      this.around.turn,
      isOver,
    );
  }
}
