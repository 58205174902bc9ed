/**
 * The configuration that applies to a file: the nearest configuration file, with what it extends. The core reads no files, so it asks
 * one question after the other; the command line answers at once and the server when it knows, and both get the same.
 */
import type { Format } from '../hosts/host';
import { formatById } from '../hosts/index';
import { lazyFor } from '../text/lazy';
import { memo } from '../text/memo';
import { quoted } from '../text/quoted';
import { type Lines, sourceOf } from '../text/source';
import { span } from '../text/span';
import { decoded } from '../text/uri';
import { matchesPatterns } from '../workspace/patterns';
import {
  type ConfigurationProblem,
  configurationFiles,
  configurationFolders,
  type Layer,
  parseConfiguration,
} from './configurationFile';
import { defaults, type Settings, withGiven } from './settings';

/** Something to look up. */
export type ConfigurationQuestion =
  /** The text of a file. */
  | { readonly kind: 'text'; readonly path: string }
  /** Whether a file or folder exists. */
  | { readonly kind: 'exists'; readonly path: string };

/** A text, or whether something exists. Undefined when there is nothing, or when it is not known. */
export type ConfigurationAnswer = string | boolean | { readonly error: string } | undefined;

/** What is wrong in one of the files that were read. */
export interface ConfigurationFault extends ConfigurationProblem {
  /** The configuration file. */
  readonly path: string;
  readonly lines: Lines;
}

/** What one file says, and which file it is. */
export interface PlacedLayer extends Layer {
  readonly path: string;
  readonly lines: Lines;
}

/** What applies to the files of a folder. */
export interface Configuration {
  /** The folder of the nearest configuration file, without a slash at its end. Patterns are about paths from here. */
  readonly folder: string;
  /** What the files say, from the one that is extended to the nearest one. Empty when there is no file that can be used. */
  readonly layers: readonly PlacedLayer[];
  /** The files that were read, the nearest first. */
  readonly files: readonly string[];
  readonly faults: readonly ConfigurationFault[];
}

/** The configuration without a file. */
export const noConfiguration: Configuration = { folder: '', layers: [], files: [], faults: [] };

/** The same from the text of one configuration file, which may not be saved yet. */
export const configurationFrom = (
  path: string,
  text: string,
): Generator<ConfigurationQuestion, Configuration, ConfigurationAnswer> =>
  readChain(path.slice(0, path.lastIndexOf('/')), path, text);

/** Files that extend one another. */
const MAX_DEPTH = 8;

/** Finds and reads the configuration for the file at a path: yields questions, takes the answers, and returns what applies. */
export function* configurationAt(path: string): Generator<ConfigurationQuestion, Configuration, ConfigurationAnswer> {
  for (const folder of configurationFolders(path)) {
    const [name = '', other = ''] = configurationFiles;
    const first = yield { kind: 'text', path: `${folder}/${name}` };
    const second = yield { kind: 'text', path: `${folder}/${other}` };
    const file = first === undefined ? other : name;
    const text = first ?? second;
    if (text === undefined || typeof text === 'boolean') continue;
    const isDouble = first !== undefined && second !== undefined;
    const ignored: readonly ConfigurationFault[] = isDouble
      ? [faultAt(`${folder}/${other}`, '', `\`${name}\` is in the same folder, so this file has no effect`)]
      : [];
    const read = yield* readChain(folder, `${folder}/${file}`, text);
    return { ...read, faults: [...read.faults, ...ignored] };
  }
  return noConfiguration;
}

function* readChain(
  folder: string,
  start: string,
  first: string | { readonly error: string },
): Generator<ConfigurationQuestion, Configuration, ConfigurationAnswer> {
  const layers: PlacedLayer[] = [];
  const files: string[] = [];
  const faults: ConfigurationFault[] = [];
  const result = (): Configuration => ({ folder, layers: layers.toReversed(), files, faults });
  let path = start;
  let text: ConfigurationAnswer = first;
  for (;;) {
    files.push(path);
    if (typeof text !== 'string') {
      faults.push(
        faultAt(
          path,
          '',
          typeof text === 'object' ? `The file cannot be read: ${text.error}` : 'The file cannot be read',
        ),
      );
      return result();
    }
    const read = parseConfiguration(text);
    const { lineStarts } = sourceOf(text);
    const say = (problem: ConfigurationProblem): void => void faults.push({ ...problem, path, lines: { lineStarts } });
    if (read.kind === 'error') {
      say({ span: read.span, message: `The file ${read.message}` });
      return result();
    }
    for (const problem of read.problems) say(problem);
    layers.push({ ...read.layer, path, lines: { lineStarts } });
    const { extended } = read.layer;
    if (extended === undefined) return result();
    const wrong = (says: string): void =>
      say({ span: extended.span, message: `\`extends\` ${says}`, isBeyondSchema: true });
    const target = resolved(path, extended.path);
    if (target === undefined || !(yield* isInside(path, target))) {
      wrong('leads out of the repository, and is not read');
      return result();
    }
    if (files.includes(target)) {
      wrong(target === path ? 'names this file itself' : 'leads back to this file');
      return result();
    }
    if (files.length >= MAX_DEPTH) {
      wrong(`is not followed further: at most ${MAX_DEPTH} files may extend one another`);
      return result();
    }
    const next: ConfigurationAnswer = yield { kind: 'text', path: target };
    if (typeof next !== 'string') {
      wrong(
        `names ${quoted(extended.path)}, which ${typeof next === 'object' ? `cannot be read: ${next.error}` : 'does not exist'}`,
      );
      return result();
    }
    [path, text] = [target, next];
  }
}

/** A fault at the beginning of a file. */
const faultAt = (path: string, text: string, message: string): ConfigurationFault => ({
  path,
  lines: { lineStarts: sourceOf(text).lineStarts },
  span: span(0, 0),
  message,
  isBeyondSchema: true,
});

/** The path from the folder of a file; undefined when it leads above the root. */
function resolved(file: string, path: string): string | undefined {
  const folders = configurationFolders(file);
  let up = 0;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) up++;
  }
  const folder = folders[up];
  return folder === undefined ? undefined : `${folder}/${names.join('/')}`;
}

/**
 * Whether a file is below the folder of another one, or in the same repository. Where no repository is known, only the former.
 */
function* isInside(from: string, target: string): Generator<ConfigurationQuestion, boolean, ConfigurationAnswer> {
  for (const folder of configurationFolders(from)) {
    if (target.startsWith(`${folder}/`)) return true;
    // The root of the repository, which nothing above it belongs to.
    if ((yield { kind: 'exists', path: `${folder}/.git` }) === true) return false;
    if (!(yield* isInRepository(folder))) return false;
  }
  return false;
}

function* isInRepository(folder: string): Generator<ConfigurationQuestion, boolean, ConfigurationAnswer> {
  for (const above of configurationFolders(folder))
    if ((yield { kind: 'exists', path: `${above}/.git` }) === true) return true;
  return false;
}

/** The path of a file from the folder of its configuration, as patterns see it. */
export const pathWithin = ({ folder }: Configuration, path: string): string =>
  decoded(path.slice(folder.length + 1)).replaceAll('\\', '/');

/** The settings of the file at `path`. Files to which the same applies get the same object. */
export function settingsAt(configuration: Configuration, path: string): Settings {
  if (configuration.layers.length === 0) return defaults;
  const inner = pathWithin(configuration, path);
  const matches = configuration.layers.map(({ overrides }) =>
    overrides.map(({ files }) => matchesPatterns(inner, files)),
  );
  const isIgnored = configuration.layers.some(({ ignore }) => matchesPatterns(inner, ignore));
  return combinedBy(configuration)(JSON.stringify([matches, isIgnored]));
}

const combinedBy = lazyFor(({ layers }: Configuration) =>
  memo(1 << 16, (key): Settings => {
    const [matches, isIgnored]: readonly [readonly (readonly boolean[])[], boolean] = JSON.parse(key);
    let settings = defaults;
    for (const [i, { given, overrides }] of layers.entries()) {
      settings = withGiven(settings, given);
      for (const [j, override] of overrides.entries())
        if (matches[i]?.[j] === true) settings = withGiven(settings, override.given);
    }
    const version = layers.findLast((layer) => layer.version !== undefined)?.version;
    return {
      ...settings,
      ...(version !== undefined && { version }),
      ...(isIgnored && { isIgnored }),
    };
  }),
);

/** The formats that settings give to a file, the main one first; undefined when they say nothing about it. */
export function formatsFrom({ files }: Settings, path: string): readonly Format[] | undefined {
  const read = Object.entries(files).findLast(([pattern]) => matchesPatterns(path, patternList(pattern)));
  const ending = endingOf(path);
  const formats = read?.[1].flatMap((id) => formatById(id) ?? []) ?? [];
  // A pattern for a folder is about everything in it, and pictures are no agents.
  const fitting = formats.filter(({ files: globs }) => globs.some((glob) => endingOf(glob) === ending));
  return fitting.length === 0 ? undefined : fitting;
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** One list for each pattern, because what is read of a list is remembered by the list. */
const patternList = memo(1 << 14, (pattern): readonly string[] => [pattern]);

/** The formats that a configuration gives to the file at `path`; undefined when it says nothing about it. */
export const formatsAt = (configuration: Configuration, path: string): readonly Format[] | undefined =>
  configuration.layers.length === 0
    ? undefined
    : formatsFrom(combinedBy(configuration)(NOTHING), pathWithin(configuration, path));

const NOTHING = '[[],false]';
