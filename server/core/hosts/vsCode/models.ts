/** The models that people name in agents for VS Code. Which ones there are depends on the account, so no name is known for certain. */
import type { Models } from '../models';

const model = (name: string): { readonly value: string; readonly summary: string } => ({
  value: `${name} (copilot)`,
  summary: 'Offered where the account has it.',
});

export const vsCodeModels: Models = {
  aliases: ['Auto', 'Claude Sonnet 4.5', 'Claude Opus 4.6', 'Claude Haiku 4.5', 'GPT-4.1'].map(model),
  otherAliases: [],
  ids: [],
  retired: [],
  onUnknown: 'it ignores the name, and the agent runs with the model of the chat',
  // Words that name a model for other hosts; here a model has the name that the menu of the chat shows.
  foreignPrefixes: ['inherit', 'sonnet', 'opus', 'haiku', 'anthropic/', 'openai/', 'google/', 'openrouter/'],
};

/** What VS Code makes of the model in a file for Claude Code. */
export const vsCodeClaudeModels: Models = {
  aliases: [
    { value: 'sonnet', summary: 'Claude Sonnet 4.5.' },
    { value: 'opus', summary: 'Claude Opus 4.6.' },
    { value: 'haiku', summary: 'Claude Haiku 4.5.' },
    { value: 'inherit', summary: 'The model of the chat.' },
  ],
  otherAliases: [],
  ids: [],
  retired: [],
  onUnknown: 'it ignores the name, and the agent runs with the model of the chat',
  foreignPrefixes: [],
};
