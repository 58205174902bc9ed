/** The models that Qwen Code knows by name. It sends every other text to the service as it is written. */
import type { Models } from '../models';

/** Names of providers that may be before the model: `provider:model`. */
export const providers: readonly string[] = [
  'openai',
  'openai-responses',
  'qwen-oauth',
  'gemini',
  'vertex-ai',
  'anthropic',
];

export const qwenCodeModels: Models = {
  aliases: [
    { value: 'inherit', summary: 'The model of the main session.' },
    { value: 'fast', summary: 'The fast model of the settings, or the model of the main session where none is set.' },
  ],
  otherAliases: [],
  ids: [],
  retired: [],
  // Ids of other vendors work with a provider that serves them; these are ids of no service.
  foreignPrefixes: ['sonnet', 'opus', 'haiku'],
};
