/** What is known about files other than the open ones: only whether they exist. */
import type { Presence, Workspace } from '../core/index';

/**
 * Looks whether a file or folder exists. Rejects when that cannot be seen: nothing is known then, which decides nothing.
 */
export type Exists = (uri: string) => Promise<boolean>;

/** The client's answer. @throws TypeError unless it is a boolean. */
export function readExists(answer: unknown): boolean {
  if (typeof answer !== 'boolean') throw new TypeError('The client did not say whether a file is there.');
  return answer;
}

/** Answers kept for the conversation, or until the client tells that files came or went. */
const MAX_ANSWERS = 10_000;

/** The index of a conversation. */
export class Presences implements Workspace {
  readonly #known = new Map<string, Presence>();
  /** Questions on their way, so that two who ask the same wait for one answer. */
  readonly #asked = new Map<string, Promise<Presence>>();

  readonly presence = (uri: string): Presence => this.#known.get(uri) ?? 'unknown';

  /** Asks about those of `uris` that are not known yet. @returns The answers that are new. */
  async look(uris: readonly string[], exists: Exists): Promise<ReadonlySet<Presence>> {
    const answers = new Set<Presence>();
    for (const uri of uris) {
      if (this.#known.has(uri) || this.#known.size >= MAX_ANSWERS) continue;
      const asked = this.#asked.get(uri) ?? this.#ask(uri, exists);
      answers.add(await asked);
    }
    return answers;
  }

  /** What was known of these files, or of all, may be true no longer. */
  forget(uris: readonly string[] = [...this.#known.keys()]): void {
    for (const uri of uris) this.#known.delete(uri);
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
