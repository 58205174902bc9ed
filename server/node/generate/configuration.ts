/** Writes the settings, menus and activation events of the manifest, and the schema of the configuration file, from the core's table of settings. */
import { groupDescriptions, isRecord, type JsonObject, settingsList } from '../../core/index';
import { markFiles } from './agentFiles';
import { menus } from './menus';
import { configuration, schemaOf } from './settings';

/** JSON schema of `.agent-authoring.json`, with the settings that a repository may have. */
export const configurationSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of Agent Authoring',
  type: 'object',
  additionalProperties: false,
  properties: { $schema: { type: 'string' }, ...fileProperties() },
};

/** The schemas by key; those of a group are together under its name. */
function fileProperties(): JsonObject {
  const shared = settingsList.filter(([, { scope }]) => scope === 'file');
  const names = new Set(shared.map(([name]) => name.split('.')[0] ?? ''));
  return Object.fromEntries(
    [...names].map((name) => {
      const alone = shared.find(([one]) => one === name);
      return [name, alone === undefined ? groupSchema(name, shared) : schemaOf(alone[1])];
    }),
  );
}

function groupSchema(group: string, settings: typeof settingsList): JsonObject {
  return {
    type: 'object',
    description: new Map(Object.entries(groupDescriptions)).get(group),
    additionalProperties: false,
    properties: Object.fromEntries(
      settings.flatMap(([name, setting]) =>
        name.startsWith(`${group}.`) ? [[name.slice(group.length + 1), schemaOf(setting)]] : [],
      ),
    ),
  };
}

/** How editors call the languages of agent files: new versions have some of their own. A file may be opened without its folder. */
const LANGUAGES = ['chatagent', 'markdown', 'skill', 'toml', 'yaml'];

/**
 * The manifest with the current settings, menus and activation events, and everything else unchanged.
 * @throws SyntaxError when the text is not JSON, and TypeError when it is not a manifest.
 */
export function withConfiguration(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const before = isRecord(parsed) ? parsed : {};
  const { contributes } = before;
  if (!isRecord(contributes)) throw new TypeError('package.json contributes nothing');
  // Problems of a workspace are shown before one of its files is opened.
  const activationEvents = [
    ...LANGUAGES.map((id) => `onLanguage:${id}`),
    ...markFiles.map((glob) => `workspaceContains:${glob}`),
  ];
  return `${JSON.stringify({ ...before, activationEvents, contributes: { ...contributes, menus, configuration } }, undefined, 2)}\n`;
}
