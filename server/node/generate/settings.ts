/** The editor settings of the manifest, in the groups and the order in which the settings editor of VS Code shows them. */
import { declaredSchema, type JsonObject, type Setting, settingsList } from '../../core/index';

/** What users see of a setting. */
export type Declaration = Pick<Setting<unknown>, 'default' | 'description' | 'schema' | 'shownDefault'> &
  Partial<Pick<Setting<unknown>, 'scope'>>;

/** Settings that the language client reads itself. */
const clientSettings: readonly (readonly [string, Declaration])[] = [
  [
    'vscodeChecks',
    {
      description:
        'What is shown where VS Code itself checks an open agent file and reports the same problem. Quick fixes are offered in both cases.',
      schema: {
        type: 'string',
        enum: ['preferVSCode', 'showBoth'],
        enumDescriptions: [
          'Only the problem of VS Code, if both say the same about VS Code. What other programs do is always shown.',
          'Both problems.',
        ],
      },
      default: 'preferVSCode',
    },
  ],
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

const PREFIX = 'agentAuthoring.';

/** The name of every editor setting, with its declaration. */
export const declarations: readonly (readonly [string, Declaration])[] = [...settingsList, ...clientSettings].map(
  ([name, declaration]) => [`${PREFIX}${name}`, declaration],
);

/** The groups of the settings editor. A setting is in the first one whose words it has, or whose prefix it begins with. */
const GROUPS: readonly { readonly title: string; readonly has: readonly string[] }[] = [
  {
    title: 'Problems',
    has: ['rules', 'allow', 'hosts', 'diagnostics.', 'maxFindings', 'suppressions.', 'vscodeChecks'],
  },
  { title: 'Agents of the Workspace', has: ['files', 'index.'] },
  { title: 'Sections and Reports', has: ['sections', 'report.'] },
  { title: 'Size in Tokens', has: ['tokens.'] },
  { title: 'Formatting', has: ['format.'] },
  { title: 'Editor', has: [''] },
  { title: 'Log', has: ['trace.'] },
];

const groupOf = (name: string): string | undefined => {
  const plain = name.slice(PREFIX.length);
  const isIn = (word: string): boolean => plain === word || (/\.$/.test(word) && plain.startsWith(word));
  return (GROUPS.find(({ has }) => has.some(isIn)) ?? GROUPS.find(({ has }) => has.includes('')))?.title;
};

/** What a repository may set can differ between the folders of a workspace. */
const inManifest = (declaration: Declaration): JsonObject => ({
  ...declaredSchema(declaration),
  ...(declaration.scope === 'file' && { scope: 'resource' }),
});

/** `contributes.configuration` of the manifest. */
export const configuration: readonly JsonObject[] = GROUPS.map(({ title }, order) => ({
  title,
  order,
  properties: Object.fromEntries(
    declarations
      .filter(([name]) => groupOf(name) === title)
      .map(([name, declaration], at) => [name, { ...withLinks(inManifest(declaration)), order: at }]),
  ),
}));

/** The settings editor makes a link of the name of a setting that is between these marks. */
function withLinks(schema: JsonObject): JsonObject {
  const { markdownDescription: text } = schema;
  if (typeof text !== 'string') return schema;
  const isSetting = (word: string): boolean => declarations.some(([name]) => name === `${PREFIX}${word}`);
  const linked = text.replace(/`([\w.]+)`/g, (code, word: string) =>
    isSetting(word) ? `\`#${PREFIX}${word}#\`` : code,
  );
  return { ...schema, markdownDescription: linked };
}
