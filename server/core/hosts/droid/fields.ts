/** The fields of a custom droid, and keys that people write into such files although there is no such field. */

import type { Field, Shape, StrayField } from '../field';
import { jsYamlType } from '../jsYamlType';
import { foreignWith, misspelledWith } from '../strayTable';
import { documented, observed, readInProgram } from './evidence';

const strict = {
  onInvalid: 'loads the file without any of its fields, silently',
  invalidSeverity: 'warning',
  ofNull: 'refused',
  losesAll: true,
  evidence: observed,
} as const;

/** A field that the program keeps in the file and does not use. */
const unused = {
  onInvalid: 'ignores it',
  invalidSeverity: 'information',
  undocumented: true,
  evidence: readInProgram,
} as const;

const text: Shape = { kind: 'string', otherType: jsYamlType };
const note: Shape = { kind: 'string', scalars: true };

export const droidFields = {
  name: {
    ...strict,
    summary: 'What the droid is called; without it, the name of the file counts.',
    details: 'The program recommends lower-case letters, digits, hyphens and underscores, and accepts any text.',
    role: 'identity',
    shape: text,
    default: 'the name of the file',
    example: 'code-reviewer',
  },
  description: {
    ...strict,
    summary: 'Tells the main agent when to hand work to this droid.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    shape: text,
    missing: { says: 'lists the droid without saying what it is for', unless: [] },
    example: 'Reviews changes for errors. Use it after code was written.',
  },
  model: {
    ...strict,
    summary: 'The model that runs the droid.',
    details:
      'The id of a model that the program offers, or `custom:` with the name of one of your own. A name that it does not know counts as `inherit`.',
    role: 'model',
    shape: { kind: 'string', otherType: jsYamlType },
    default: '`inherit`',
    example: 'inherit',
  },
  reasoningEffort: {
    ...strict,
    summary: 'How much the model thinks. It has no effect with `inherit`.',
    role: 'effort',
    shape: text,
    example: 'high',
    details: 'Which words count depends on the model; usual ones are `low`, `medium` and `high`.',
  },
  tools: {
    ...strict,
    summary: 'The only tools that the droid gets.',
    details:
      'A list, names separated by commas, or one category alone: `read-only`, `edit`, `execute` or `web`. With `read-only` it can run commands too. Names are case-sensitive. Factory droid ignores unknown names, and with `[]` or `all` nothing but `TodoWrite` and `Skill` is left.',
    role: 'allow',
    shape: { kind: 'tools', checksItems: true },
    default: 'every tool',
    example: '[Read, Grep, Glob]',
  },
  mcpServers: {
    ...strict,
    summary: 'The MCP servers that the droid is meant for, by their names.',
    details: 'A list, or names separated by commas.',
    shape: { kind: 'names', checksItems: true },
    example: '[docs]',
    evidence: documented,
  },
  color: { ...unused, summary: 'A color. The program does not use it.', shape: note, example: 'blue' },
  version: { ...unused, summary: 'A version of your own.', shape: note, example: '"1.0.0"' },
  createdAt: { ...unused, summary: 'When the program wrote the file first.', shape: note, example: '"2026-01-31"' },
  updatedAt: { ...unused, summary: 'When the program wrote the file last.', shape: note, example: '"2026-01-31"' },
} as const satisfies Readonly<Record<string, Field>>;

const misspelled = misspelledWith('is ignored silently', 'warning');

const foreign = foreignWith('is ignored silently', 'warning');

export const droidStray: Readonly<Record<string, StrayField>> = {
  Name: misspelled('name'),
  Description: misspelled('description'),
  allowedTools: misspelled('tools'),
  'allowed-tools': misspelled('tools'),
  effort: misspelled('reasoningEffort'),
  reasoning_effort: misspelled('reasoningEffort'),
  mcp_servers: misspelled('mcpServers'),
  disallowedTools: foreign('Claude Code'),
  hooks: foreign('Claude Code'),
  isolation: foreign('Claude Code'),
  maxTurns: foreign('Claude Code'),
  memory: foreign('Claude Code'),
  permissionMode: foreign('Claude Code'),
  skills: foreign('Claude Code'),
  mode: foreign('OpenCode'),
  permission: foreign('OpenCode'),
  handoffs: foreign('VS Code'),
  target: foreign('GitHub Copilot'),
};
