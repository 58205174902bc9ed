/** Writes the settings, menus and activation events of the manifest, and the schema of the configuration file, from the core's table of settings. */
import { declaredSchema, isRecord, type JsonObject, type Setting, settingsList } from '../../core/index';
import { markFiles } from './agentFiles';
import { menus } from './menus';

/** What users see of a setting. */
type Declaration = Pick<Setting<unknown>, 'default' | 'description' | 'schema' | 'shownDefault'> &
  Partial<Pick<Setting<unknown>, 'scope'>>;

/** Settings that the language client reads itself. */
const clientSettings: readonly (readonly [string, Declaration])[] = [
  [
    'trace.server',
    {
      description: 'Logs the communication between VS Code and the language server.',
      schema: {
        type: 'string',
        enum: ['off', 'messages', 'verbose'],
        enumDescriptions: ['Nothing.', 'The name of each message.', 'Each message with its content.'],
      },
      default: 'off',
    },
  ],
];

/** The name of every editor setting, with its declaration. */
export const declarations: readonly (readonly [string, Declaration])[] = [...settingsList, ...clientSettings].map(
  ([name, declaration]) => [`agentAuthoring.${name}`, declaration],
);

/** What a repository may set can differ between the folders of a workspace. */
const inManifest = (declaration: Declaration): JsonObject => ({
  ...declaredSchema(declaration),
  ...(declaration.scope === 'file' && { scope: 'resource' }),
});

/** `contributes.configuration` of the manifest. */
export const configuration: JsonObject = {
  title: 'Agent Authoring',
  properties: Object.fromEntries(declarations.map(([name, declaration]) => [name, inManifest(declaration)])),
};

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
