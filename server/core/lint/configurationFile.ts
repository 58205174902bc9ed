/** The configuration file of a repository: where it may be and how its text is read. */

import { entryOf, parseJsonc, plainOf, spanAt } from '../syntax/json/parseJsonc';
import type { Value } from '../syntax/tree';
import { append } from '../text/append';
import { quoted } from '../text/quoted';
import { isRecord } from '../text/records';
import { type Span, span } from '../text/span';
import {
  defaults,
  type Given,
  givenIn,
  isShared,
  type SettingFlaw,
  type Settings,
  unknownKeys,
  withGiven,
} from './settings';
import { type Override, readRepositoryKeys, repositoryKeys } from './settings/repository';

/** The file's name. It contains JSON with the settings of scope `file`; the others are personal preferences. */
export const CONFIGURATION_FILE = '.agent-authoring.json';

/** Both names. Where a folder has both files, the first one counts. Files that another one extends end in one of these. */
export const configurationFiles: readonly string[] = [CONFIGURATION_FILE, `${CONFIGURATION_FILE}c`];

/** Whether a path or URI is that of a configuration file, or of a file that one may extend. */
export const isConfigurationFile = (path: string): boolean => configurationFiles.some((name) => path.endsWith(name));

/** UTF-16 units; a file with every rule and section in it has some thousand. */
export const MAX_CONFIGURATION_LENGTH = 64 * 1024;

/** Folders above a file that are searched; deeper trees are a mistake or an attack. */
const MAX_FOLDERS = 64;

/** What is wrong at one place of the file. */
export interface ConfigurationProblem {
  readonly span: Span;
  /** A sentence without its full stop. */
  readonly message: string;
  /** Set when the JSON schema accepts it, so that an editor with the schema does not say so by itself. */
  readonly isBeyondSchema?: boolean;
}

/** What a file says, without what it extends. */
export interface Layer {
  readonly given: Given;
  readonly overrides: readonly Override[];
  readonly ignore: readonly string[];
  /** The version whose rules apply. */
  readonly version: string | undefined;
  /** The path that it extends, and where it says so. */
  readonly extended: { readonly path: string; readonly span: Span } | undefined;
  /**
   * Where a setting is set, or one key of it.
   * @param within The path of the object with the setting.
   */
  readonly spanOf: (within: readonly (string | number)[], name: string) => Span;
}

/** The settings in a file and the problems of single ones, or why the file has no settings, as the end of a sentence. */
export type ConfigurationRead =
  | {
      readonly kind: 'settings';
      readonly layer: Layer;
      /** Those of the file alone, for files that no override is about. */
      readonly settings: Settings;
      readonly problems: readonly ConfigurationProblem[];
    }
  | { readonly kind: 'error'; readonly message: string; readonly span: Span };

/** Reads the text of a configuration file. What cannot be used is replaced by its default. Never throws. */
export function parseConfiguration(text: string): ConfigurationRead {
  if (text.length > MAX_CONFIGURATION_LENGTH)
    return { kind: 'error', message: `is longer than ${MAX_CONFIGURATION_LENGTH / 1024} KB`, span: span(0, 0) };
  const { root, fault } = parseJsonc(text);
  if (fault !== undefined) return { kind: 'error', message: `is not valid JSON: ${fault.says}`, span: fault.span };
  const value = root === undefined ? undefined : plainOf(root);
  if (root === undefined || !isRecord(value))
    return { kind: 'error', message: 'is not a JSON object', span: root?.span ?? span(0, 0) };
  const { given, flaws } = givenIn(value, isShared);
  const { extended: path, ignore, version, overrides, flaws: more } = readRepositoryKeys(value);
  const found = [...flaws, ...more, ...unknownKeys(value, ['$schema', ...Object.keys(repositoryKeys)])];
  const problems = [...found.map((flaw) => problemOf(root, flaw)), ...duplicatesIn(root)];
  const at = entryOf(root, 'extends')?.value.span ?? root.span;
  return {
    kind: 'settings',
    layer: {
      given,
      overrides,
      ignore,
      version,
      extended: path === undefined ? undefined : { path, span: at },
      spanOf: (within, name) => spanAt(root, pathOf(within, name), true),
    },
    settings: withGiven(defaults, given),
    problems: problems.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

const problemOf = (root: Value, { message, at, isKey, isBeyondSchema }: SettingFlaw): ConfigurationProblem => ({
  message,
  span: spanAt(root, at, isKey === true),
  ...(isBeyondSchema === true && { isBeyondSchema }),
});

/** A name as keys: its parts, of which the second may have dots of its own, as patterns do. */
function pathOf(within: readonly (string | number)[], name: string): readonly (string | number)[] {
  const dot = name.indexOf('.');
  return dot < 0 ? [...within, name] : [...within, name.slice(0, dot), name.slice(dot + 1)];
}

/** Keys that are written twice: the last one counts, and no host or schema says so. */
function duplicatesIn(root: Value): readonly ConfigurationProblem[] {
  const found: ConfigurationProblem[] = [];
  const pending: Value[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'sequence')
      append(
        pending,
        value.items.map((item) => item.value),
      );
    if (value.kind !== 'mapping') continue;
    const last = new Map(value.entries.map((entry) => [entry.key, entry]));
    for (const entry of value.entries) {
      pending.push(entry.value);
      if (last.get(entry.key) !== entry)
        found.push({
          message: `${quoted(entry.key)} is set again below, and only the last one counts`,
          span: span(entry.keySpan.start - 1, entry.keySpan.end + 1),
        });
    }
  }
  return found;
}

/**
 * The folders whose configuration file may be about a file, the nearest first, without a slash at the end.
 * @param path An absolute path with `/` between names, or a URI with an authority part; others have no folders.
 * @example For `/w/agents/a.md`: `/w/agents`, `/w`, and the empty text for the root.
 */
export function configurationFolders(path: string): readonly string[] {
  const root = rootOf(path);
  const folders: string[] = [];
  if (root === undefined) return folders;
  for (
    let end = path.lastIndexOf('/');
    end >= root && folders.length < MAX_FOLDERS;
    end = path.lastIndexOf('/', end - 1)
  ) {
    folders.push(path.slice(0, end));
    if (end === 0) break;
  }
  return folders;
}

/** The offset of the slash that the path proper begins with: after the authority of a URI or the letter of a drive. */
function rootOf(path: string): number | undefined {
  const authority = path.indexOf('://');
  const root = authority >= 0 ? path.indexOf('/', authority + 3) : path[1] === ':' ? 2 : 0;
  return path[root] === '/' ? root : undefined;
}
