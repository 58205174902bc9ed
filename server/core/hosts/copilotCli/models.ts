/** The models that Copilot CLI knows by name. It does not check them when it loads an agent. */
import type { Models } from '../models';

export const copilotCliModels: Models = {
  aliases: [
    { value: 'inherit', summary: 'The model of the main session.' },
    { value: 'auto', summary: 'Lets the program choose; the model of the main session where it cannot.' },
  ],
  otherAliases: [],
  ids: ['claude-sonnet-4.5', 'gpt-4.1', 'gpt-5', 'gpt-5-mini'],
  retired: [],
  onUnknown: 'it sends the name as it is written, and the service may refuse it',
  // Other names may be those of a provider of the user's own.
  foreignPrefixes: ['sonnet', 'opus', 'haiku', 'anthropic/', 'openai/', 'openrouter/'],
};
