/** The configuration files of the open documents: read when a document opens, and again when the client reports a change. */
import { configurationPlaces, defaults, parseConfiguration, type Settings } from '../core/index';

/** Returns the text of the configuration file at a URI. Any other value, or a rejection, means that it does not exist. */
export type ReadConfiguration = (uri: string) => Promise<unknown>;

/** The settings in the nearest configuration file in or above the folder of each open document. */
export class ConfigurationFiles {
  readonly #found = new Map<string, Settings>();
  /** Lookups run one after the other, so that a slow one does not undo a newer one. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    /** Called with a sentence about a file that cannot be used, or only in part. */
    readonly warn: (message: string) => void,
  ) {}

  /** The settings for a document; the defaults until its configuration file has been read. */
  for(uri: string): Settings {
    return this.#found.get(uri) ?? defaults;
  }

  /**
   * Looks for the configuration files of some documents, at each place once.
   * @returns Whether the settings of one of the documents have changed.
   */
  look(uris: readonly string[], read: ReadConfiguration): Promise<boolean> {
    const now = this.#last.then(() => this.#lookNow(uris, read));
    this.#last = now;
    return now;
  }

  forget(uri: string): void {
    this.#found.delete(uri);
  }

  async #lookNow(uris: readonly string[], read: ReadConfiguration): Promise<boolean> {
    const texts = new Map<string, unknown>();
    let isNew = false;
    for (const uri of uris) {
      const before = this.for(uri);
      const settings = await this.#nearest(uri, texts, read);
      this.#found.set(uri, settings);
      isNew ||= JSON.stringify(before) !== JSON.stringify(settings);
    }
    return isNew;
  }

  async #nearest(uri: string, texts: Map<string, unknown>, read: ReadConfiguration): Promise<Settings> {
    for (const place of configurationPlaces(uri)) {
      if (!texts.has(place)) texts.set(place, await read(place).catch(() => undefined));
      const text = texts.get(place);
      if (typeof text !== 'string') continue;
      const parsed = parseConfiguration(text);
      if (parsed.kind === 'settings') {
        for (const problem of parsed.problems) this.warn(`${place}: ${problem}; invalid parts are ignored.`);
        return parsed.settings;
      }
      this.warn(`${place} ${parsed.message}; the defaults apply instead.`);
      return defaults;
    }
    return defaults;
  }
}
