/** What is known about the skills and commands of Claude Code, assembled from its tables. */
import { listItems } from '../../syntax/lists/items';
import type { Field, StrayField } from '../field';
import { hookFaults } from '../hooks';
import type { Format } from '../host';
import { fieldByRole } from '../lookup';
import type { Fields } from '../reading';
import { classifyTool } from '../toolName';
import { claudeCodeFormat } from './agent';
import { MANIFEST, partMembership } from './manifest';
import { isOff, isOn, type PromptKind, promptVerdict } from './promptFiles';
import { skillFields } from './skillFields';
import { CLOSED, commandNameAt, gates, MAX_SKILL_BYTES, skillNameAt } from './skillFiles';
import { claudeCodeListing } from './skillListing';
import { skillStray } from './skillStray';

const LIMITS = [CLOSED, 'disallowed-tools', 'disallowedTools'];

const skill: PromptKind = {
  nameAt: skillNameAt,
  shownName: (name) => `/${name}`,
  partsOf: (fields, format) => [
    ...(isOn(fields.value(CLOSED)) ? ['closed to the model'] : []),
    ...(gates(fields.value('paths')) ? ['unknown until a file matches `paths`'] : []),
    ...commonParts(fields, format),
  ],
  limits: LIMITS,
};

const command: PromptKind = {
  ...skill,
  nameAt: (path) => commandNameAt(path)?.name,
  partsOf: (fields, format) => [
    ...(isOn(fields.value(CLOSED)) ? ['closed to the model'] : []),
    ...commonParts(fields, format),
  ],
};

function commonParts(fields: Fields, format: Format): readonly string[] {
  const context = fields.value('context');
  const approved = approvedBy(fields, format);
  return [
    ...(isOff(fields.value('user-invocable')) ? ['hidden from the user'] : []),
    ...(context?.kind === 'scalar' && context.text === 'fork' ? ['runs in a subagent'] : []),
    ...(approved === 0 ? [] : [`${approved} tool${approved === 1 ? '' : 's'} approved`]),
  ];
}

/** How many of the listed names approve something. */
function approvedBy(fields: Fields, format: Format): number {
  const key = fieldByRole(format, 'approve')?.key;
  const value = key === undefined ? undefined : fields.value(key);
  if (value === undefined) return 0;
  const hooks = fieldByRole(format, 'events')?.key;
  const guards = hooks === undefined ? undefined : fields.value(hooks);
  // Beside a guard that cannot be read nothing is approved.
  if (guards !== undefined && hookFaults(guards, format).some(({ fatal }) => fatal)) return 0;
  const names = listItems(fields.text, value, format.splitsNamesAt).map(({ text }) => text);
  return new Set(names.filter((name) => ['tool', 'mcp'].includes(classifyTool(name, format).kind))).size;
}

const { name: _none, paths, ...commandFields } = skillFields;

const noName: StrayField = {
  kind: 'note',
  effect: 'has no effect in a command: its path is its name',
};

const { hooks, retired, foreign, tools, shell, skillTool, splitsNamesAt, mcp, models, host, repairsYaml, read } =
  claudeCodeFormat;

/** What skills and commands have in common. */
const shared = {
  host,
  on: {
    noFrontMatter: { says: 'loads the skill without any of its fields', severity: 'warning' },
    note: {
      says: 'loads the skill without fields and describes it by its first line',
      severity: 'information',
    },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
  },
  listing: claudeCodeListing,
  strayFields: skillStray,
  tools,
  toolSets: [],
  retired,
  foreign,
  shell,
  ...(skillTool === undefined ? {} : { skillTool }),
  wildcard: '*',
  toolPatterns: 'limits an approval',
  splitsNamesAt,
  mcp,
  builtInAgents: claudeCodeFormat.builtInAgents,
  models,
  ...(hooks === undefined ? {} : { hooks: { ...hooks, mainSession: [] } }),
  ...(repairsYaml === undefined ? {} : { repairsYaml }),
  read,
} as const satisfies Partial<Format>;

const commandsShare = {
  ...shared,
  kind: 'command',
  mayBePlain: true,
  maxBytes: 1_048_576,
  on: {
    noFrontMatter: { says: 'loads the command without any of its fields', severity: 'warning' },
    unknownField: shared.on.unknownField,
    unknownTool: shared.on.unknownTool,
    duplicateKey: shared.on.duplicateKey,
  },
  fields: Object.fromEntries(
    Object.entries({ ...commandFields, paths: { ...paths, ignoredIn: 'commands' } }).map(
      ([key, { ...field }]: readonly [string, Field]): [string, Field] => [key, forCommands(field)],
    ),
  ),
  strayFields: { ...skillStray, name: noName },
} as const satisfies Partial<Format>;

/** A command without a description is as usual as one with. */
function forCommands({ missing: _fine, ...field }: Field): Field {
  return {
    ...field,
    summary: field.summary.replace('the skill', 'the command'),
    onInvalid: field.onInvalid.replace('the skill', 'the command'),
  };
}

/** `.claude/skills/<name>/SKILL.md`. */
export const claudeCodeSkill: Format = {
  ...shared,
  id: 'claude-code-skill',
  title: 'Claude Code skill',
  kind: 'skill',
  files: ['**/.claude/skills/*/SKILL.md'],
  maxBytes: MAX_SKILL_BYTES,
  fields: skillFields,
  judge: (file, reading, path, membership) => promptVerdict(skill, file, reading, claudeCodeSkill, path, membership),
};

/** `skills/<name>/SKILL.md` beside `.claude-plugin/plugin.json`. */
export const claudeCodePluginSkill: Format = {
  ...claudeCodeSkill,
  id: 'claude-code-plugin-skill',
  title: 'Claude Code plugin skill',
  files: ['**/skills/*/SKILL.md'],
  beside: {
    folder: 'skills',
    file: MANIFEST,
    membershipOf: partMembership('skills', /^skills\/[^/]+\/SKILL\.md$/, /^(?:\/[^/]+)?\/SKILL\.md$/),
  },
  judge: (file, reading, path, membership) =>
    promptVerdict(skill, file, reading, claudeCodePluginSkill, path, membership),
};

/** The skill with the name of the command at a path, in the same folder of the host. The names of commands below have colons. */
function skillOfName(path: string): string | undefined {
  const [, home, name] = /^(.*\/)?\.claude\/commands\/([^/]+)\.md$/.exec(path) ?? [];
  return name === undefined ? undefined : `${home ?? ''}.claude/skills/${name}/SKILL.md`;
}

/** `.claude/commands/**`. */
export const claudeCodeCommand: Format = {
  ...commandsShare,
  id: 'claude-code-command',
  title: 'Claude Code command',
  files: ['**/.claude/commands/**/*.md'],
  replacedBy: skillOfName,
  judge: (file, reading, path, membership) =>
    promptVerdict(command, file, reading, claudeCodeCommand, path, membership),
};

// Whether a skill of a plugin hides a command of the same name is not recorded.
const { replacedBy: _unknown, ...inProject } = claudeCodeCommand;

/** `commands/**` beside `.claude-plugin/plugin.json`. */
export const claudeCodePluginCommand: Format = {
  ...inProject,
  id: 'claude-code-plugin-command',
  title: 'Claude Code plugin command',
  files: ['**/commands/**/*.md'],
  beside: {
    folder: 'commands',
    file: MANIFEST,
    membershipOf: partMembership('commands', /^commands\/.*\.md$/, /\.md$/),
  },
  judge: (file, reading, path, membership) =>
    promptVerdict(command, file, reading, claudeCodePluginCommand, path, membership),
};
