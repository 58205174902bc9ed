/** The fields of a Cline agent, and keys that people write into such files although there is no such field. */

import type { Field, Shape, StrayField } from '../field';
import { foreignWith, misspelledWith } from '../strayTable';
import { enforced } from './evidence';

const strict = {
  onInvalid: 'does not load the file, and its log only says "Missing closing YAML frontmatter delimiter"',
  invalidSeverity: 'error',
  ofNull: 'refused',
  evidence: enforced,
} as const;

const text = {
  kind: 'string',
  pattern: { matches: (one) => one.trim() !== '', wanted: 'a text with something else than spaces' },
} as const satisfies Shape;

export const clineFields = {
  name: {
    ...strict,
    summary: 'What the agent is called. The file name does not matter.',
    details:
      'Any text. The main agent starts it with the tool `subagent_<name>`, in which everything but ASCII letters and digits is an underscore. Case makes no difference between two names.',
    role: 'identity',
    // A name of 300 characters was refused. Where the limit is was not seen.
    shape: { ...text, maxLength: 299 },
    required: true,
    example: 'code-reviewer',
  },
  description: {
    ...strict,
    summary: 'Tells the main agent when to hand work to this agent.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
    shape: text,
    required: true,
    example: 'Reviews changes for errors. Use it after code was written.',
  },
  tools: {
    ...strict,
    summary: 'The only tools that the agent gets.',
    details:
      'A list, or names separated by commas. Case does not matter. Cline silently ignores unknown names, and `*` too. With `[]` the agent has no tools.',
    role: 'allow',
    shape: { kind: 'tools', checksItems: true },
    default: 'every tool',
    example: '[read_files, search_codebase]',
  },
  skills: {
    ...strict,
    summary: 'The skills that the agent can load. With this field it gets the tool `skills`.',
    role: 'skills',
    shape: { kind: 'names', checksItems: true },
    example: '[release-notes]',
  },
  providerId: {
    ...strict,
    summary: 'The provider of the model, as the program calls it.',
    shape: text,
    default: 'the provider of the main agent',
    example: 'anthropic',
  },
  modelId: {
    ...strict,
    summary: 'The model that runs the agent, as its provider calls it.',
    details: 'It is not checked when the file is loaded.',
    role: 'model',
    shape: text,
    default: 'the model of the main agent',
    example: 'claude-sonnet-4-5',
  },
  maxIterations: {
    ...strict,
    summary: 'How many turns the agent may take.',
    role: 'turns',
    shape: { kind: 'integer', min: 1, unquoted: true },
    default: 'the limit of the main agent',
    example: '20',
  },
} as const satisfies Readonly<Record<string, Field>>;

const misspelled = misspelledWith('is ignored silently', 'warning');

const foreign = foreignWith('is ignored silently', 'warning');

export const clineStray: Readonly<Record<string, StrayField>> = {
  model: misspelled('modelId'),
  model_id: misspelled('modelId'),
  provider: misspelled('providerId'),
  provider_id: misspelled('providerId'),
  maxTurns: misspelled('maxIterations'),
  max_turns: misspelled('maxIterations'),
  max_iterations: misspelled('maxIterations'),
  steps: misspelled('maxIterations'),
  allowedTools: misspelled('tools'),
  'allowed-tools': misspelled('tools'),
  systemPrompt: {
    kind: 'stray',
    effect: 'is ignored; the prompt is the text below the frontmatter',
    severity: 'warning',
  },
  prompt: { kind: 'stray', effect: 'is ignored; the prompt is the text below the frontmatter', severity: 'warning' },
  color: foreign('Claude Code'),
  disallowedTools: foreign('Claude Code'),
  effort: foreign('Claude Code'),
  hooks: foreign('Claude Code'),
  mcpServers: foreign('Claude Code'),
  memory: foreign('Claude Code'),
  permissionMode: foreign('Claude Code'),
  mode: foreign('OpenCode'),
  permission: foreign('OpenCode'),
  handoffs: foreign('VS Code'),
};
