/** The JSON schema of the configuration file, from the tables of settings. */
import { lazy } from '../../text/lazy';
import type { JsonObject } from '../../text/records';
import { notInOverrides, type RepositoryKey, repositoryKeys } from './repository';
import type { Setting } from './setting';
import { groupDescriptions, settingsList } from './table';

/** What users see of a setting. */
type Declaration = Pick<Setting<unknown>, 'default' | 'description' | 'schema' | 'shownDefault'>;

/** The schema of a setting. Editors render code only in a description that is declared as Markdown. */
export function declaredSchema({ description, schema, default: value, shownDefault = value }: Declaration): JsonObject {
  const key = description.includes('`') ? 'markdownDescription' : 'description';
  const { type, ...rest } = schema;
  return { type, [key]: description, default: shownDefault, ...rest };
}

/** JSON schema of `.agent-authoring.json`, with the settings that a repository may have. Editors know the two keys `allow…`, which are not in the standard. */
export const configurationSchema = lazy((): JsonObject => {
  const settings = fileProperties();
  const some = Object.fromEntries(Object.entries(settings).filter(([name]) => !notInOverrides.includes(name)));
  const keys: readonly (readonly [string, RepositoryKey])[] = Object.entries(repositoryKeys);
  const own = keys.map(([name, { schema, ...rest }]) => [name, declaredSchema({ ...rest, schema: schema(some) })]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Agent Authoring',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...settings, ...Object.fromEntries(own) },
  };
});

/** The schemas by key; those of a group are together under its name. */
function fileProperties(): Readonly<Record<string, JsonObject>> {
  const shared = settingsList.filter(([, { scope }]) => scope === 'file');
  const names = new Set(shared.map(([name]) => name.split('.')[0] ?? ''));
  return Object.fromEntries(
    [...names].map((name) => {
      const alone = shared.find(([one]) => one === name);
      return [name, alone === undefined ? groupSchema(name, shared) : declaredSchema(alone[1])];
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
        name.startsWith(`${group}.`) ? [[name.slice(group.length + 1), declaredSchema(setting)]] : [],
      ),
    ),
  };
}
