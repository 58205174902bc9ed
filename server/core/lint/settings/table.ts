/** The table of all settings. The types, the parser, the manifest, the schema and the README are derived from it. */
import { allowed } from './allow';
import { filesRead } from './files';
import { listStyle, sortKeys } from './format';
import { usedHosts } from './hosts';
import { requiredKeys } from './reportKeys';
import { ruleLevels } from './rules';
import { requiredSections } from './sections';
import { flag, integer, type Setting } from './setting';
import { bodyBudget, descriptionBudget, inlayHints, sectionBudget } from './tokens';
import { diagnosticsScope, userAgents } from './workspace';

/** Setting by name, in the order in which people see them. A name with a dot belongs to a group. */
const settingsTable = {
  rules: ruleLevels,
  maxFindings: integer({
    description: 'Maximum number of problems per file.',
    default: 200,
    scope: 'file',
    bounds: { minimum: 1, maximum: 10_000 },
  }),
  'diagnostics.scope': diagnosticsScope,
  'index.userAgents': userAgents,
  hosts: usedHosts,
  files: filesRead,
  allow: allowed,
  sections: requiredSections,
  'report.keys': requiredKeys,
  'suppressions.requireReason': flag({
    description:
      'Reports comments that disable rules and give no reason. A reason comes after a colon: `agent-authoring-disable-next-line tool-removed: older versions are in use`.',
    default: false,
    scope: 'file',
  }),
  loadLens: flag({
    description:
      'Shows CodeLenses above the first line: the load result with the granted tools, and the calls by and of other agents.',
    default: true,
    scope: 'editor',
  }),
  'tokens.inlayHints': inlayHints,
  'tokens.descriptionBudget': descriptionBudget,
  'tokens.bodyBudget': bodyBudget,
  'tokens.sectionBudget': sectionBudget,
  'format.sortKeys': sortKeys,
  'format.listStyle': listStyle,
} satisfies Readonly<Record<string, Setting<unknown>>>;

type Table = typeof settingsTable;

/** The name of a setting, without the prefix that editors put before it. */
export type SettingName = keyof Table;

/** The first part of the names with a dot. */
export type GroupName = SettingName extends infer Name
  ? Name extends `${infer Group}.${string}`
    ? Group
    : never
  : never;

/** What the schema says of each group. */
export const groupDescriptions: Readonly<Record<GroupName, string>> = {
  diagnostics: 'Problems.',
  index: 'The agents, skills and servers that are known.',
  report: 'Completion reports.',
  suppressions: 'Comments that disable rules.',
  tokens: 'Size limits for the parts of an agent.',
  format: 'Formatting.',
};

type ValueOf<Name extends SettingName> = Table[Name] extends Setting<infer T> ? T : never;

/** The value of every setting; groups are objects. */
export type Settings = {
  readonly [Name in SettingName as Name extends `${string}.${string}` ? never : Name]: ValueOf<Name>;
} & {
  readonly [Group in GroupName]: {
    readonly [Name in SettingName as Name extends `${Group}.${infer Inner}` ? Inner : never]: ValueOf<Name>;
  };
};

/** Every setting with its name, in the order of the table. */
export const settingsList: readonly (readonly [string, Setting<unknown>])[] = Object.entries(settingsTable);
