/** The configuration files of the open documents: read when a document opens, and again when the client reports a change. */
import { configurationPlaces, defaults, parseConfiguration, type Settings } from '../core/index';

/** Returns the text of the configuration file at a URI. Any other value, or a rejection, means that it does not exist. */
export type ReadConfiguration = (uri: string) => Promise<unknown>;

/** The settings in the nearest configuration file in or above the folder of each open document. */
export class ConfigurationFiles {
  readonly #found = new Map<string, Settings>();
  /** The number of the last lookup for each document, so that a slow one does not undo a newer one. */
  readonly #lookups = new Map<string, number>();
  #count = 0;

  constructor(
    /** Called with a sentence about a file that cannot be used, or only in part. */
    readonly warn: (message: string) => void,
    /** Called when the settings for a document have changed. */
    readonly changed: () => void,
  ) {}

  /** The settings for a document; the defaults until its configuration file has been read. */
  for(uri: string): Settings {
    return this.#found.get(uri) ?? defaults;
  }

  /**
   * Looks for the configuration files of some documents, at each place once. No document waits for another one, because a client
   * may never answer for a place, such as a folder of a machine that is gone.
   * @param changed Called for each document whose settings are others now.
   * @returns Resolves when the settings of all of them are known.
   */
  async look(uris: readonly string[], read: ReadConfiguration, changed: () => void = this.changed): Promise<void> {
    const texts = new Map<string, Promise<unknown>>();
    const textAt = (place: string): Promise<unknown> => {
      const text = texts.get(place) ?? read(place).catch(() => undefined);
      texts.set(place, text);
      return text;
    };
    const warned = new Set<string>();
    const warn = (message: string): void => {
      if (!warned.has(message)) this.warn(message);
      warned.add(message);
    };
    this.#count++;
    const count = this.#count;
    // All files of a folder have the same places.
    const found = new Map<string, Promise<Settings>>();
    const find = (uri: string): Promise<Settings> => {
      const folder = uri.slice(0, uri.lastIndexOf('/'));
      const settings = found.get(folder) ?? nearest(uri, textAt, warn);
      found.set(folder, settings);
      return settings;
    };
    for (const uri of uris) this.#lookups.set(uri, count);
    await Promise.all(uris.map((uri) => this.#lookFor(uri, count, find, changed)));
  }

  forget(uri: string): void {
    this.#found.delete(uri);
    this.#lookups.delete(uri);
  }

  async #lookFor(
    uri: string,
    lookup: number,
    find: (uri: string) => Promise<Settings>,
    changed: () => void,
  ): Promise<void> {
    const settings = await find(uri);
    if (this.#lookups.get(uri) !== lookup) return;
    const isNew = JSON.stringify(this.for(uri)) !== JSON.stringify(settings);
    this.#found.set(uri, settings);
    if (isNew) changed();
  }
}

async function nearest(
  uri: string,
  textAt: (place: string) => Promise<unknown>,
  warn: (message: string) => void,
): Promise<Settings> {
  for (const place of configurationPlaces(uri)) {
    const text = await textAt(place);
    if (typeof text !== 'string') continue;
    const parsed = parseConfiguration(text);
    if (parsed.kind === 'settings') {
      for (const problem of parsed.problems) warn(`${place}: ${problem}; invalid parts are ignored.`);
      return parsed.settings;
    }
    warn(`${place} ${parsed.message}; the defaults apply instead.`);
    return defaults;
  }
  return defaults;
}
