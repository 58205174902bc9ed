/** What is different about agents that come with a plugin of Claude Code. */

import type { Field, StrayField } from '../field';
import type { Format } from '../host';
import { claudeCodeFormat } from './agent';
import { isolations } from './choices';
import { observed } from './evidence';
import { AGENTS_FOLDER, MANIFEST, pluginMembership } from './manifest';
import { pluginVerdict } from './verdict';

const { hooks: _unused, ...shared } = claudeCodeFormat;
const { note: _agentToo, ...withoutNote } = shared.on;
const { when_to_use: _read, 'when-to-use': _readToo, ...strays } = shared.strayFields;

/** A hook never stops a plugin agent from loading, because plugin agents have no hooks. */
const strayFields = Object.fromEntries(
  Object.entries(strays).map(([key, stray]): [string, StrayField] => [
    key,
    claudeCodeFormat.hooks?.guards.includes(key) === true
      ? { kind: 'stray', effect: 'has no effect in an agent of a plugin', severity: 'warning' }
      : stray,
  ]),
);

/** Fields that a plugin must not set, because they would loosen the user's decisions. */
const ignored = [
  'permissionMode',
  'hooks',
  'mcpServers',
  'initialPrompt',
  'observer',
  'observerMessage',
  'observeSubagents',
];

const fields = Object.fromEntries(
  Object.entries(shared.fields).map(([key, field]): [string, Field] => [
    key,
    ignored.includes(key) ? { ...field, ignoredIn: 'agents of a plugin' } : field,
  ]),
);

const name: Field | undefined = fields['name'] && {
  ...fields['name'],
  details:
    'Claude Code shows the agent as `plugin:folder:name`. Any text is a name here, and a number counts as text. ' +
    'Names usually have 3 to 50 lower-case letters, digits and single hyphens.',
  shape: { kind: 'string', minLength: 1, maxLength: 256, scalars: true },
  required: false,
  default: 'the name of the file',
  onInvalid: 'uses the name of the file instead',
  invalidSeverity: 'warning',
};

/** Fields that Claude Code reads in place of a missing description. */
const standIns = ['when_to_use', 'when-to-use'];

const description: Field | undefined = fields['description'] && {
  ...fields['description'],
  shape: { kind: 'string', scalars: true },
  lineBreaks: false,
  required: false,
  default: '`when_to_use`, or else a placeholder',
  missing: { says: 'shows a placeholder instead, which does not say when to use the agent', unless: standIns },
  onInvalid: 'shows a placeholder instead',
  invalidSeverity: 'warning',
};

const isolation: Field | undefined = fields['isolation'] && {
  ...fields['isolation'],
  shape: { kind: 'choice', choices: isolations.filter(({ value }) => value !== 'remote') },
};

const whenToUse: Field = {
  summary: 'When to use the agent; used when the description is missing.',
  shape: { kind: 'string' },
  onInvalid: 'uses a placeholder instead',
  invalidSeverity: 'warning',
  example: 'After code was written.',
  evidence: observed,
};

/** `agents/**` beside `.claude-plugin/plugin.json`. */
export const claudeCodePlugin: Format = {
  ...shared,
  id: 'claude-code-plugin',
  title: 'Claude Code plugin agent',
  files: ['**/agents/**/*.md', '**/agents/**/*.MD', '**/agents/**/*.Md'],
  beside: { folder: AGENTS_FOLDER, file: MANIFEST, membershipOf: pluginMembership },
  on: {
    ...withoutNote,
    noFrontMatter: {
      says: 'loads the agent under its file name, with a placeholder description and without any fields',
      severity: 'warning',
    },
  },
  judge: (file, reading, path, membership) => pluginVerdict(file, reading, claudeCodePlugin, path, membership),
  fields: {
    ...fields,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(isolation === undefined ? {} : { isolation }),
    ...Object.fromEntries(standIns.map((key) => [key, whenToUse])),
  },
  strayFields,
  creation: { fileOf: (file) => `${AGENTS_FOLDER}/${file}.md` },
};
