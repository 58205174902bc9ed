/** The models that Gemini CLI knows by name. It does not check them, and sends every string to the service as written. */
import type { Models } from '../models';

export const geminiCliModels: Models = {
  aliases: [
    { value: 'inherit', summary: 'The model of the main session.' },
    { value: 'auto', summary: 'Lets the program choose; in the recorded run `gemini-2.5-pro`.' },
    { value: 'pro', summary: 'The current Pro model; in the recorded run `gemini-3.1-pro-preview-customtools`.' },
    { value: 'flash', summary: 'The current Flash model.' },
    { value: 'flash-lite', summary: 'The current Flash-Lite model; in the recorded run `gemini-3.5-flash-lite`.' },
  ],
  otherAliases: [],
  ids: ['gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-3.1-pro-preview-customtools', 'gemini-3.5-flash-lite'],
  retired: [],
  foreignPrefixes: [
    'claude',
    'sonnet',
    'opus',
    'haiku',
    'gpt-',
    'gpt4',
    'gpt5',
    'chatgpt',
    'o1',
    'o3',
    'o4-',
    'codex',
    'grok',
    'deepseek',
    'qwen',
    'llama',
    'mistral',
    'kimi',
    'glm-',
    'anthropic/',
    'openai/',
    'openrouter/',
  ],
};
