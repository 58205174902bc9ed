/** Which MCP servers a file declares: for a project, and in a plugin, where Claude Code gives them other names. */
import { jsonEntries, jsonEntry } from '../../syntax/jsonEntries';
import type { Entry, Value } from '../../syntax/tree';
import type { ServerRead } from '../together';
import { pluginPrefix } from './manifest';

/** The file that declares servers, in the folder of a project and in that of a plugin. */
export const SERVERS = '.mcp.json';

const KEY = 'mcpServers';

/** The servers that a configuration file declares for a project. */
export function serversIn(text: string): readonly ServerRead[] {
  const servers = jsonEntry(jsonEntries(text), KEY)?.value;
  return servers?.kind === 'mapping' ? servers.entries.map(({ key, keySpan }) => ({ name: key, span: keySpan })) : [];
}

/**
 * The servers of a plugin. As recorded, the server `a` of the plugin `p` is called `plugin:p:a`, and names of tools contain
 * `plugin_p_a`.
 * @param text Of the manifest, or of the other file, in which the key around the servers may be left out.
 */
export function serversOfPlugin(text: string, manifest: string): readonly ServerRead[] {
  const prefix = pluginPrefix(manifest);
  if (prefix === undefined) return [];
  const entries = jsonEntries(text);
  const inManifest = jsonEntry(jsonEntries(manifest), KEY)?.value;
  // Which of both counts is not recorded.
  const isOther = inManifest !== undefined && !(inManifest.kind === 'scalar' && inManifest.text === `./${SERVERS}`);
  if (text !== manifest && isOther) return [];
  const around = jsonEntry(entries, KEY)?.value;
  const servers =
    around?.kind === 'mapping' ? around.entries : text === manifest || around !== undefined ? [] : entries;
  return servers.filter(isLoaded).map(({ key, keySpan }) => ({ name: `plugin:${prefix}${key}`, key, span: keySpan }));
}

/** As recorded, a server whose command is no text is dropped. */
function isLoaded({ value }: Entry): boolean {
  if (value.kind !== 'mapping') return false;
  const isText = (one: Value | undefined): boolean =>
    one === undefined || (one.kind === 'scalar' && one.type === 'string');
  return isText(value.entries.findLast(({ key }) => key === 'command')?.value);
}
