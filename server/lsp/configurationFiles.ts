/** The configuration files of the open documents: read when a document opens, and again when the client reports a change. */
import {
  type Configuration,
  type ConfigurationAnswer,
  type ConfigurationFault,
  type ConfigurationQuestion,
  configurationAt,
  configurationFolders,
  configurationFrom,
  type Format,
  formatsAt,
  noConfiguration,
  positionIn,
  type Settings,
  settingsAt,
} from '../core/index';
import type { Exists } from './presence';

/** Returns the text of the configuration file at a URI. Any other value, or a rejection, means that it does not exist. */
export type ReadConfiguration = (uri: string) => Promise<unknown>;

/** What looks things up. */
export interface ConfigurationReader {
  readonly read: ReadConfiguration;
  /** Undefined when that cannot be known. */
  readonly exists: Exists | undefined;
}

/** What to do when something is known. */
export interface ConfigurationListener {
  /** Called with a sentence about a file that cannot be used, or only in part. */
  readonly warn: (message: string) => void;
  /** Called when the settings for a document, or its formats, have changed. */
  readonly changed: () => void;
  /** Called when another file is the nearest one to an open document. */
  readonly moved?: () => void;
  /** Called with the configuration files that were read, and with all that is wrong in them. */
  readonly read?: (files: readonly string[], faults: readonly ConfigurationFault[]) => void;
}

/** Finds configurations, and asks at each place once for all that it is used for. */
export interface Lookup {
  /** A later one has a higher number. */
  readonly count: number;
  readonly find: (uri: string) => Promise<Configuration>;
}

/** The settings in the nearest configuration file in or above the folder of each open document. */
export class ConfigurationFiles {
  readonly #found = new Map<string, Configuration>();
  /** The number of the last lookup for each document, so that a slow one does not undo a newer one. */
  readonly #lookups = new Map<string, number>();
  /** The open documents: whichever lookup finds other settings for them, the client must know. */
  readonly #open = new Set<string>();
  #count = 0;

  constructor(readonly listener: ConfigurationListener) {}

  /** The settings for a document; the defaults until its configuration file has been read. */
  for(uri: string): Settings {
    return settingsAt(this.configurationFor(uri), uri);
  }

  /** The formats that the configuration gives to a document; undefined when it says nothing about it. */
  formatsFor(uri: string): readonly Format[] | undefined {
    return formatsAt(this.configurationFor(uri), uri);
  }

  /** The configuration of a document; that without a file until it has been read. */
  configurationFor(uri: string): Configuration {
    return this.#found.get(uri) ?? noConfiguration;
  }

  /**
   * Looks for the configuration files of some documents. No document waits for another one, because a client may never answer for a
   * place, such as a folder of a machine that is gone.
   * @param areOpen Whether these are open documents, of which the listener hears when their settings are others now.
   * @returns Resolves when the settings of all of them are known.
   */
  async look(uris: readonly string[], { count, find }: Lookup, areOpen: boolean): Promise<void> {
    for (const uri of uris) {
      this.#lookups.set(uri, count);
      if (areOpen) this.#open.add(uri);
    }
    await Promise.all(uris.map((uri) => this.#lookFor(uri, count, find)));
  }

  /** What it has found stays as it was, so it is for documents that are looked up at one time. */
  lookup({ read, exists }: ConfigurationReader): Lookup {
    const answers = new Map<string, Promise<ConfigurationAnswer>>();
    const answerTo = ({ kind, path }: ConfigurationQuestion): Promise<ConfigurationAnswer> => {
      const key = `${kind} ${path}`;
      const answer = answers.get(key) ?? (kind === 'text' ? textAt(path, read) : isAt(path, exists));
      answers.set(key, answer);
      return answer;
    };
    const said = new Set<string>();
    const say = ({ files, faults }: Configuration): void => {
      const [nearest = ''] = files;
      if (files.length > 0 && !said.has(nearest)) {
        said.add(nearest);
        this.listener.read?.(files, faults);
        for (const sentence of new Set(faults.map(sentenceOf))) this.listener.warn(sentence);
      }
    };
    this.#count++;
    // All files of a folder have the same places, and results are remembered by the object of a configuration.
    const found = new Map<string, Promise<Configuration>>();
    const same = new Map<string, Configuration>();
    const find = (uri: string): Promise<Configuration> => {
      const [folder = uri] = configurationFolders(uri);
      const configuration =
        found.get(folder) ??
        answered(configurationAt(uri), answerTo).then((one) => {
          const known = same.get(one.folder) ?? one;
          same.set(one.folder, known);
          say(known);
          return known;
        });
      found.set(folder, configuration);
      return configuration;
    };
    return { count: this.#count, find };
  }

  forget(uri: string): void {
    this.#found.delete(uri);
    this.#lookups.delete(uri);
    this.#open.delete(uri);
  }

  /** What is wrong in a configuration file whose text may not be saved, and in what it extends. */
  async check(
    uri: string,
    text: string,
    { read, exists }: ConfigurationReader,
  ): Promise<readonly ConfigurationFault[]> {
    const answerTo = ({ kind, path }: ConfigurationQuestion): Promise<ConfigurationAnswer> =>
      kind === 'text' ? textAt(path, read) : isAt(path, exists);
    return (await answered(configurationFrom(uri, text), answerTo)).faults;
  }

  async #lookFor(uri: string, lookup: number, find: (uri: string) => Promise<Configuration>): Promise<void> {
    const configuration = await find(uri);
    if (this.#lookups.get(uri) !== lookup) return;
    if (!this.#open.has(uri)) {
      this.#found.set(uri, configuration);
      return;
    }
    const before = this.#stateOf(uri);
    const [nearest] = this.configurationFor(uri).files;
    this.#found.set(uri, configuration);
    if (nearest !== configuration.files[0]) this.listener.moved?.();
    if (before !== this.#stateOf(uri)) this.listener.changed();
  }

  /** What follows from the configuration for a document. */
  #stateOf(uri: string): string {
    return JSON.stringify([this.for(uri), this.formatsFor(uri)?.map(({ id }) => id)]);
  }
}

const textAt = async (path: string, read: ReadConfiguration): Promise<ConfigurationAnswer> => {
  const text = await read(path).catch(() => undefined);
  return typeof text === 'string' ? text : undefined;
};

const isAt = async (path: string, exists: Exists | undefined): Promise<ConfigurationAnswer> =>
  exists?.(path).catch(() => undefined);

async function answered(
  asking: ReturnType<typeof configurationAt>,
  answerTo: (question: ConfigurationQuestion) => Promise<ConfigurationAnswer>,
): Promise<Configuration> {
  let step = asking.next();
  while (step.done !== true) step = asking.next(await answerTo(step.value));
  return step.value;
}

function sentenceOf({ path, lines, span, message }: ConfigurationFault): string {
  const { line, character } = positionIn(lines, span.start);
  return `${path}:${line + 1}:${character + 1}: ${message}; invalid parts are ignored.`;
}
