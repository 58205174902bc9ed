/** The models that Codex knows by name. It does not check them, and sends every text to the service as written. */
import type { Models } from '../models';

export const codexModels: Models = {
  aliases: [],
  otherAliases: [],
  ids: ['gpt-5.6-sol', 'gpt-5'],
  retired: [],
  foreignPrefixes: [
    'inherit',
    'claude',
    'sonnet',
    'opus',
    'haiku',
    'gemini',
    'grok',
    'anthropic/',
    'openai/',
    'openrouter/',
    'google/',
  ],
};
