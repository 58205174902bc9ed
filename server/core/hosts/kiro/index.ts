/** Kiro, which is known from its documentation only. */
import { documentedField, documentedFormat } from '../documented';
import type { Evidence, Field, FieldRole, Shape } from '../field';
import type { Format, Host } from '../host';

const evidence: Evidence = { source: 'Documentation of Kiro (kiro.dev)', checked: '2026-11-26', says: 'may' };

const field = (summary: string, shape: Shape, example: string, role?: FieldRole): Field =>
  documentedField(evidence, summary, shape, example, role === undefined ? {} : { role });

const list: Shape = { kind: 'names', only: 'list' };

const agent: Format = {
  ...documentedFormat,
  id: 'kiro',
  title: 'Kiro agent',
  host: { id: 'kiro', name: 'Kiro', version: '1.0' },
  files: ['**/.kiro/agents/*.md'],
  fields: {
    name: field('What the agent is called.', { kind: 'string' }, 'code-reviewer', 'identity'),
    description: field('What the agent is for.', { kind: 'string' }, 'Reviews changes.', 'purpose'),
    model: field('The model that runs the agent.', { kind: 'string' }, 'auto', 'model'),
    // Names of tools are documented only in part, so that nothing can be said about them.
    tools: documentedField(evidence, 'The tools that the agent gets.', list, '[read, web]', {
      details:
        'Groups are `read`, `write`, `shell`, `web` and `@builtin`; `*` means every tool. Single tools have names too.',
    }),
    excludedTools: field('Tools that the agent does not get.', list, '[shell]'),
    mcpServers: field('MCP servers of the agent.', { kind: 'mapping' }, '{ docs: { command: docs-server } }'),
    includeMcpJson: field('Whether the agent gets the MCP servers of the workspace.', { kind: 'flag' }, 'true'),
    includePowers: field('Whether the agent gets the installed powers.', { kind: 'flag' }, 'true'),
    permissions: field('Rules for what the agent may do.', { kind: 'sequence' }, '[]'),
    resources: field('Files and skills that the agent gets.', { kind: 'sequence' }, '["file://README.md"]'),
    hooks: field('What runs at certain events.', { kind: 'mapping' }, '{}'),
    welcomeMessage: field('What the agent says first.', { kind: 'string' }, 'What shall I review?'),
  },
  creation: {
    fileOf: (file) => `.kiro/agents/${file}.md`,
    limits: {
      choices: [
        {
          id: 'read',
          summary: 'Reads, finds and searches files.',
          effect: 'reads',
          gives: ['read', 'search-text', 'find-files', 'list-folder'],
        },
        { id: 'write', summary: 'Creates and changes files.', effect: 'writes', gives: ['write', 'edit'] },
        { id: 'shell', summary: 'Runs shell commands.', effect: 'runs', gives: ['run'] },
        {
          id: 'web',
          summary: 'Reads web pages and searches the web.',
          effect: 'network',
          gives: ['fetch', 'search-web'],
        },
      ],
      always: [],
      fieldsFor: (chosen) => ({ tools: chosen }),
      isOpen: true,
    },
  },
};

export const kiro = {
  ...agent.host,
  signs: ['.kiro'],
  formats: [agent],
  notes: {},
} as const satisfies Host;
