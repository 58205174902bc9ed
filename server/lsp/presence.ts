/** What is known about other files than the open ones: whether those that were looked up exist, and what manifests say. */
import type { Format, Presence, Workspace } from '../core/index';

/**
 * Tells whether a file or folder exists. Rejects when that cannot be determined; the answer is then unknown.
 */
export type Exists = (uri: string) => Promise<boolean>;

/** The client's answer. @throws TypeError unless it is a boolean. */
export function readExists(answer: unknown): boolean {
  if (typeof answer !== 'boolean') throw new TypeError('The client did not answer whether a file exists.');
  return answer;
}

/** Questions that may wait for an answer. A client that never answers is asked no more, so that memory does not grow. */
const MAX_UNANSWERED = 1_000;

/** What to do when an answer arrives. */
export interface Listener {
  /** The answer about a file is not the one before. */
  readonly changed: (before: Presence, now: Presence) => void;
  /** Questions were left out because too many waited, and may be asked again. */
  readonly hasRoom: () => void;
  /** The formats that settings give to a document. */
  readonly formatsOf?: (uri: string) => readonly Format[] | undefined;
}

/** The index of a conversation. */
export class Presences implements Workspace {
  readonly #known = new Map<string, Presence>();
  /** Files whose answer may be out of date. It counts until there is a new one. */
  readonly #stale = new Set<string>();
  /** The question about a file whose answer counts, so that the same question is asked once. */
  readonly #asked = new Map<string, Promise<void>>();
  #unanswered = 0;
  #isFull = false;
  readonly #texts = new Map<string, string>();
  /** Counts the readings of manifests, so that a slow one does not undo a newer one. */
  #readings = 0;
  /** The number of the last reading of each manifest. */
  readonly #read = new Map<string, number>();

  constructor(readonly listener: Listener) {}

  readonly presence = (uri: string): Presence => this.#known.get(uri) ?? 'unknown';

  readonly manifest = (uri: string): string | undefined => this.#texts.get(uri);

  readonly formatsOf = (uri: string): readonly Format[] | undefined => this.listener.formatsOf?.(uri);

  /** How many answers are kept. */
  get size(): number {
    return this.#known.size;
  }

  /** Reads those manifests that are known to exist. A text that cannot be read is unknown. */
  async read(uris: readonly string[], text: (uri: string) => Promise<unknown>): Promise<void> {
    this.#readings++;
    const reading = this.#readings;
    for (const uri of uris) this.#read.set(uri, reading);
    for (const uri of uris) {
      const read = this.presence(uri) === 'present' ? await text(uri).catch(() => undefined) : undefined;
      if (this.#read.get(uri) !== reading) continue;
      if (typeof read === 'string') this.#texts.set(uri, read);
      else this.#texts.delete(uri);
    }
  }

  /** Whether the text of a file was read, or is being read. */
  wasRead(uri: string): boolean {
    return this.#read.has(uri);
  }

  /**
   * Asks about those of `uris` that are not known, or may be out of date.
   * @returns Resolves when all of them are answered.
   */
  async look(uris: readonly string[], exists: Exists): Promise<void> {
    await Promise.all(uris.map((uri) => this.ask(uri, exists)));
  }

  /** The same for one file. Returns at once when there is nothing to ask, or when too many questions wait. */
  ask(uri: string, exists: Exists): Promise<void> | undefined {
    if (this.#known.has(uri) && !this.#stale.has(uri)) return undefined;
    const asked = this.#asked.get(uri);
    if (asked !== undefined) return asked;
    if (this.#unanswered >= MAX_UNANSWERED) {
      this.#isFull = true;
      return undefined;
    }
    this.#unanswered++;
    const question = this.#answer(uri, exists, () => this.#asked.get(uri) === question);
    this.#asked.set(uri, question);
    return question;
  }

  /** Files may have been created or deleted: answers about `uris`, or about all files, count only until there are new ones. */
  renew(uris?: readonly string[]): void {
    for (const uri of uris ?? this.#known.keys()) if (this.#known.has(uri)) this.#stale.add(uri);
    // What is asked now may still be answered as it was.
    for (const uri of uris ?? this.#asked.keys()) this.#asked.delete(uri);
  }

  /** Forgets the answers about all other files. */
  keep(uris: ReadonlySet<string>): void {
    for (const uri of this.#known.keys()) {
      if (uris.has(uri)) continue;
      this.#known.delete(uri);
      this.#stale.delete(uri);
      this.#texts.delete(uri);
      this.#read.delete(uri);
    }
  }

  async #answer(uri: string, exists: Exists, counts: () => boolean): Promise<void> {
    const now = await exists(uri)
      .then((isThere): Presence => (isThere ? 'present' : 'absent'))
      .catch((): Presence => 'unknown');
    this.#unanswered--;
    if (counts()) {
      const before = this.presence(uri);
      this.#asked.delete(uri);
      this.#stale.delete(uri);
      this.#known.set(uri, now);
      if (before !== now) this.listener.changed(before, now);
    }
    if (this.#isFull && this.#unanswered < MAX_UNANSWERED / 2) {
      this.#isFull = false;
      this.listener.hasRoom();
    }
  }
}
