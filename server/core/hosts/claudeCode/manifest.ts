/** Reads the manifest of a plugin: the name of the plugin, and which of its files are agents, skills and commands. */
import { memo } from '../../text/memo';

import { isRecord, type JsonObject } from '../../text/records';
import type { Membership } from '../host';
import { refusalOf } from './pluginFault';

/** UTF-16 units. A manifest has a few thousand; nothing is said about a longer one. */
const MAX_LENGTH = 256 * 1024;

/** The manifest, from the folder of the plugin on. */
export const MANIFEST = '.claude-plugin/plugin.json';

/** The folder with the agents of a plugin whose manifest does not list them. */
export const AGENTS_FOLDER = 'agents';

/**
 * What the manifest decides about a file of the plugin, as recorded runs show it.
 * @param manifest The text of `plugin.json`; undefined when it is not known.
 * @param path The path of the file from the folder of the plugin on.
 */
export function pluginMembership(manifest: string | undefined, path: string): Membership {
  const isInFolder = path.startsWith(`${AGENTS_FOLDER}/`);
  if (manifest === undefined || manifest.length > MAX_LENGTH)
    return isInFolder ? { kind: 'agent', prefix: undefined } : { kind: 'other' };
  const value = parsed(manifest);
  const reason = refusalOf(manifest);
  if (reason !== undefined) return isInFolder ? { kind: 'refused', reason } : { kind: 'other' };
  if (!isRecord(value)) return { kind: 'other' };
  const listed = value['agents'];
  // A list replaces the folder. Files that it names have no folders in their names.
  if (listed !== undefined)
    return pathsOf(listed).some((one) => normal(one) === normal(path)) ? member(value, []) : { kind: 'other' };
  return isInFolder ? member(value, path.split('/').slice(1, -1)) : { kind: 'other' };
}

/**
 * What the manifest decides about files of another kind than agents.
 * @param key The field that names such files. For commands and output styles it replaces their folder; further skills come to it.
 * @param inFolder Matches the paths in their folder, from that of the plugin on.
 * @param isOne Matches such files elsewhere, from a folder on that the field names; not known where it names the whole plugin.
 */
export function partMembership(
  key: 'skills' | 'commands' | 'outputStyles',
  inFolder: RegExp,
  isOne: RegExp,
): (manifest: string | undefined, path: string) => Membership {
  return (manifest, path) => {
    const isInFolder = inFolder.test(path);
    if (!isInFolder && !path.endsWith('.md')) return { kind: 'other' };
    if (manifest === undefined || manifest.length > MAX_LENGTH)
      return isInFolder ? { kind: 'agent', prefix: undefined } : { kind: 'other' };
    const value = parsed(manifest);
    const reason = refusalOf(manifest);
    if (reason !== undefined) return isInFolder ? { kind: 'refused', reason } : { kind: 'other' };
    if (!isRecord(value)) return { kind: 'other' };
    const listed = value[key];
    const isListed = (one: string): boolean => {
      const place = normal(one);
      if (isInFolder) return place === '' || place === normal(path) || path.startsWith(`${place}/`);
      return (
        place === normal(path) || (place !== '' && path.startsWith(`${place}/`) && isOne.test(path.slice(place.length)))
      );
    };
    // What a file elsewhere is called to which a mapping gives a name is not recorded.
    const sources = listed === undefined || (isRecord(listed) && !isInFolder) ? [] : sourcesIn(listed);
    const isRead = sources.some(isListed);
    return isRead || (isInFolder && (key === 'skills' || listed === undefined))
      ? { kind: 'agent', prefix: `${value['name']}:` }
      : { kind: 'other' };
  };
}

/** The paths in a field that takes a path, a list of paths, or a mapping from names to their sources. */
function sourcesIn(listed: unknown): readonly string[] {
  if (!isRecord(listed)) return pathsOf(listed);
  return Object.values(listed).flatMap((one) =>
    isRecord(one) && typeof one['source'] === 'string' ? [one['source']] : [],
  );
}

/** What comes before the names of a plugin's skills; undefined when the plugin does not load, or its manifest is not read here. */
export function pluginPrefix(manifest: string): string | undefined {
  const value = manifest.length > MAX_LENGTH ? undefined : parsed(manifest);
  return isRecord(value) && refusalOf(manifest) === undefined ? `${value['name']}:` : undefined;
}

const member = ({ name }: JsonObject, folders: readonly string[]): Membership => ({
  kind: 'agent',
  prefix: [name, ...folders].map((part) => `${part}:`).join(''),
});

/** Many files of a plugin ask about the same manifest. */
const parsed = memo(1 << 20, (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
});

/** The paths in `agents`. For anything but a string the path is empty, and leads to no file. */
const pathsOf = (agents: unknown): readonly string[] =>
  (Array.isArray(agents) ? agents : [agents]).map((path: unknown) => (typeof path === 'string' ? path : ''));

/** The path without `.`, `..` and empty parts. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
