/** What is different about agents that come with a plugin of Claude Code. */

import type { Field, StrayField } from '../field';
import type { Format } from '../host';
import { claudeCodeFormat } from './agent';
import { observed } from './evidence';
import { pluginVerdict } from './verdict';

const { hooks: _unused, ...shared } = claudeCodeFormat;
const { when_to_use: _read, ...strays } = shared.strayFields;

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

const optional = (field: Field | undefined, fallback: string): Field | undefined =>
  field && { ...field, required: false, default: fallback, invalidSeverity: 'warning' };

const fields = Object.fromEntries(
  Object.entries(shared.fields).map(([key, field]): [string, Field] => [
    key,
    ignored.includes(key) ? { ...field, ignoredIn: 'agents of a plugin' } : field,
  ]),
);

const name = optional(fields['name'], 'the name of the file');
const description = optional(fields['description'], '`when_to_use`, or else a placeholder');

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
  files: ['**/agents/**/*.md'],
  beside: { folder: 'agents', file: '.claude-plugin/plugin.json' },
  on: {
    ...shared.on,
    noFrontMatter: {
      says: 'loads the agent under its file name, with a placeholder description and without any fields',
      severity: 'warning',
    },
  },
  judge: (file, reading, path) => pluginVerdict(file, reading, claudeCodePlugin, path),
  fields: {
    ...fields,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    when_to_use: whenToUse,
  },
  strayFields,
};
