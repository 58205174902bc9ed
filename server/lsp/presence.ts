/** What is known about other files than the open ones: whether those that were looked up exist, and what manifests say. */
import type { Presence, Workspace } from '../core/index';

/**
 * Tells whether a file or folder exists. Rejects when that cannot be determined; the answer is then unknown.
 */
export type Exists = (uri: string) => Promise<boolean>;

/** The client's answer. @throws TypeError unless it is a boolean. */
export function readExists(answer: unknown): boolean {
  if (typeof answer !== 'boolean') throw new TypeError('The client did not answer whether a file exists.');
  return answer;
}

/** Answers kept for the conversation, or until the client reports created or deleted files. */
const MAX_ANSWERS = 10_000;

/** The index of a conversation. */
export class Presences implements Workspace {
  readonly #known = new Map<string, Presence>();
  /** Pending questions, so that the same question is asked once. */
  readonly #asked = new Map<string, Promise<Presence>>();

  readonly #texts = new Map<string, string>();

  readonly presence = (uri: string): Presence => this.#known.get(uri) ?? 'unknown';

  readonly manifest = (uri: string): string | undefined => this.#texts.get(uri);

  /** Reads those manifests that are known to exist. A text that cannot be read stays unknown. */
  async read(uris: readonly string[], text: (uri: string) => Promise<unknown>): Promise<void> {
    for (const uri of uris.filter((one) => this.presence(one) === 'present')) {
      const read = await text(uri).catch(() => undefined);
      if (typeof read === 'string') this.#texts.set(uri, read);
    }
  }

  /** Looks up those of `uris` that are not known yet. @returns The new answers. */
  async look(uris: readonly string[], exists: Exists): Promise<ReadonlySet<Presence>> {
    const answers = new Set<Presence>();
    for (const uri of uris) {
      if (this.#known.has(uri) || this.#known.size >= MAX_ANSWERS) continue;
      const asked = this.#asked.get(uri) ?? this.#ask(uri, exists);
      answers.add(await asked);
    }
    return answers;
  }

  /** Forgets what is known about these files, or about all. */
  forget(uris: readonly string[] = [...this.#known.keys()]): void {
    for (const uri of uris) {
      this.#known.delete(uri);
      this.#texts.delete(uri);
    }
  }

  #ask(uri: string, exists: Exists): Promise<Presence> {
    const answer = exists(uri)
      .then((isThere): Presence => (isThere ? 'present' : 'absent'))
      .catch((): Presence => 'unknown')
      .then((presence) => {
        this.#asked.delete(uri);
        this.#known.set(uri, presence);
        return presence;
      });
    this.#asked.set(uri, answer);
    return answer;
  }
}
