/** Cursor, which is known from its documentation only. */
import { documentedField, documentedFormat } from '../documented';
import type { Evidence } from '../field';
import type { Format, Host } from '../host';

const evidence: Evidence = {
  source: 'Documentation of Cursor, as others quote it',
  checked: '2026-11-26',
  says: 'may',
};

const models = [
  { value: 'inherit', summary: 'The model of the main agent.' },
  { value: 'fast', summary: 'A fast model that the program chooses.' },
];

const agent: Format = {
  ...documentedFormat,
  id: 'cursor',
  title: 'Cursor subagent',
  host: { id: 'cursor', name: 'Cursor', version: 'of 2026' },
  files: ['**/.cursor/agents/*.md'],
  fields: {
    name: documentedField(evidence, 'What the agent is called.', { kind: 'string' }, 'code-reviewer', {
      role: 'identity',
      default: 'the name of the file',
    }),
    description: documentedField(evidence, 'Says when to use the agent.', { kind: 'string' }, 'Reviews changes.', {
      role: 'purpose',
      templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    }),
    model: documentedField(evidence, 'The model that runs the agent.', { kind: 'model', text: true }, 'inherit', {
      role: 'model',
      details: '`inherit`, `fast` or the name of a model.',
      default: '`inherit`',
    }),
    readonly: documentedField(evidence, 'Whether the agent is read-only.', { kind: 'flag' }, 'true', {
      default: '`false`',
    }),
    is_background: documentedField(evidence, 'Whether the agent runs in the background.', { kind: 'flag' }, 'true', {
      default: '`false`',
    }),
  },
  models: { ...documentedFormat.models, aliases: models },
  creation: {
    fileOf: (file) => `.cursor/agents/${file}.md`,
    limits: {
      choices: [
        {
          id: 'write',
          summary: 'Changes files and runs commands. Without it the agent is read-only.',
          effect: 'writes',
          gives: ['write', 'edit', 'run'],
        },
      ],
      always: ['read', 'search-text', 'find-files', 'list-folder'],
      fieldsFor: (chosen): Readonly<Record<string, boolean>> => (chosen.includes('write') ? {} : { readonly: true }),
      isOpen: true,
    },
  },
};

export const cursor = {
  ...agent.host,
  signs: ['.cursor'],
  formats: [agent],
  notes: {},
} as const satisfies Host;
