/** The configuration file of a repository: where it may be and how its text is read. */
import { readJson } from '../text/json';
import { isRecord } from '../text/records';
import { readSettings, type SettingsRead, unknownKeys } from './settings';

/** The file's name. It contains JSON with the settings of scope `file`; the others are personal preferences. */
export const CONFIGURATION_FILE = '.agent-authoring.json';

/** UTF-16 units; a file with every rule and section in it has some thousand. */
export const MAX_CONFIGURATION_LENGTH = 64 * 1024;

/** Folders above a file that are searched; deeper trees are a mistake or an attack. */
const MAX_FOLDERS = 64;

/** The settings in a file and the problems of single ones, or why the file has no settings, as the end of a sentence. */
export type ConfigurationRead =
  | ({ readonly kind: 'settings' } & SettingsRead)
  | { readonly kind: 'error'; readonly message: string };

/** Reads the text of a configuration file. What `readSettings` cannot use is replaced by its default. Never throws. */
export function parseConfiguration(text: string): ConfigurationRead {
  if (text.length > MAX_CONFIGURATION_LENGTH)
    return { kind: 'error', message: `is longer than ${MAX_CONFIGURATION_LENGTH / 1024} KB` };
  const read = readJson(text);
  if (read.kind === 'error') return read;
  const { value } = read;
  if (!isRecord(value)) return { kind: 'error', message: 'is not a JSON object' };
  const { settings, problems } = readSettings(value, 'file');
  return { kind: 'settings', settings, problems: [...problems, ...unknownKeys(value, 'file')] };
}

/**
 * Where the configuration file for a file may be, the nearest place first.
 * @param path An absolute path with `/` between names, or a URI with an authority part; others have no folders.
 * @example For `/w/agents/a.md`: `/w/agents/.agent-authoring.json`, `/w/.agent-authoring.json`, `/.agent-authoring.json`.
 */
export function configurationPlaces(path: string): readonly string[] {
  const root = rootOf(path);
  const places: string[] = [];
  if (root === undefined) return places;
  for (
    let end = path.lastIndexOf('/');
    end >= root && places.length < MAX_FOLDERS;
    end = path.lastIndexOf('/', end - 1)
  ) {
    places.push(`${path.slice(0, end)}/${CONFIGURATION_FILE}`);
    if (end === 0) break;
  }
  return places;
}

/** The offset of the slash that the path proper begins with: after the authority of a URI or the letter of a drive. */
function rootOf(path: string): number | undefined {
  const authority = path.indexOf('://');
  const root = authority >= 0 ? path.indexOf('/', authority + 3) : path[1] === ':' ? 2 : 0;
  return path[root] === '/' ? root : undefined;
}
