/** What is known of files beside the open ones: only whether they are there, as far as somebody has looked. */
import type { Presence, Workspace } from '../core/index';

/** Looks whether a file exists. A failure counts as "no": what cannot be seen decides nothing. */
export type Exists = (uri: string) => Promise<boolean>;

/** Answers kept for the conversation; a plugin's manifest hardly ever comes or goes while its agents are edited. */
const MAX_ANSWERS = 10_000;

/** The index of a conversation. */
export class Presences implements Workspace {
  readonly #known = new Map<string, boolean>();

  readonly presence = (uri: string): Presence => {
    const known = this.#known.get(uri);
    return known === undefined ? 'unknown' : known ? 'present' : 'absent';
  };

  /** Looks at those of `uris` that nobody has looked at. @returns Whether one of them is there. */
  async look(uris: readonly string[], exists: Exists): Promise<boolean> {
    let isNew = false;
    for (const uri of uris.filter((one) => !this.#known.has(one))) {
      const isThere = await exists(uri).catch(() => false);
      if (this.#known.size < MAX_ANSWERS) this.#known.set(uri, isThere);
      isNew ||= isThere;
    }
    return isNew;
  }
}
