/** Auggie, whose package was read and not run. */
import { documentedField, documentedFormat } from '../documented';
import type { Evidence, Field, FieldRole, Shape } from '../field';
import type { Format, Host } from '../host';

const evidence: Evidence = { source: 'Package of Auggie 0.36.0, read and not run', checked: '2026-11-26', says: 'may' };

const field = (summary: string, shape: Shape, example: string, role?: FieldRole): Field =>
  documentedField(evidence, summary, shape, example, role === undefined ? {} : { role });

const text: Shape = { kind: 'string', scalars: true };
/** Text with commas too. */
const names: Shape = { kind: 'names' };
const flag: Shape = { kind: 'flag' };

const agent: Format = {
  ...documentedFormat,
  id: 'auggie',
  title: 'Auggie agent',
  host: { id: 'auggie', name: 'Auggie', version: '0.36.0' },
  files: ['**/.augment/agents/*.md'],
  on: {
    ...documentedFormat.on,
    noFrontMatter: { says: 'may take the name of the file and give the agent every tool', severity: 'warning' },
  },
  fields: {
    name: documentedField(evidence, 'What the agent is called.', text, 'code-reviewer', {
      role: 'identity',
      default: 'the name of the file',
    }),
    description: field('What the agent is for.', text, 'Reviews changes.', 'purpose'),
    model: documentedField(evidence, 'The model that runs the agent.', text, 'gpt-5', {
      role: 'model',
      details: 'A name that the program does not know, or that is switched off, counts as none.',
    }),
    color: field('The color in the interface.', text, 'blue'),
    // Names of tools are not recorded, so that nothing can be said about them.
    tools: field('The only tools that the agent gets; they count before `disabled_tools`.', names, '["…"]'),
    disabled_tools: field('Tools that the agent does not get.', names, '["…"]'),
    finish_tool: field('The tool with which the agent ends.', text, 'finish'),
    tool_description: field('How the agent is described as a tool.', text, 'Reviews changes.'),
    instruction_description: field('How its instructions are described as a parameter.', text, 'What to review.'),
    replace_system_prompt: field('Whether the text replaces the system prompt.', flag, 'true'),
    disable_rules: field('Whether the agent runs without rules.', flag, 'true'),
    disable_workspace_guidelines: field('Whether it runs without the guidelines of the workspace.', flag, 'true'),
    disable_skills: field('Whether it runs without skills.', flag, 'true'),
    provider_model: field('The model at another provider.', text, 'my-model'),
    provider_base_url: field('The address of that provider.', text, 'https://example.com'),
    provider_api_key: field('The key for that provider, which does not belong into a repository.', text, '"…"'),
  },
  creation: {
    fileOf: (file) => `.augment/agents/${file}.md`,
    // There is nothing to choose, because names of tools are not recorded: the agent gets every tool.
    limits: {
      choices: [],
      always: ['read', 'write', 'edit', 'run', 'search-text', 'find-files', 'list-folder'],
      fieldsFor: () => ({}),
      isOpen: true,
    },
  },
};

export const auggie = {
  ...agent.host,
  signs: ['.augment'],
  formats: [agent],
  notes: {},
} as const satisfies Host;
