/** What OpenCode and Kilo know about models: a provider and its id, which nothing checks before the first turn. */
import type { Field, ModelForm } from '../field';
import type { Models } from '../models';

export const models: Models = {
  aliases: [],
  otherAliases: [],
  ids: ['anthropic/claude-sonnet-4-5', 'anthropic/claude-opus-4-5', 'anthropic/claude-haiku-4-5', 'openai/gpt-5'],
  retired: [],
  foreignPrefixes: [],
};

/** The text up to the first slash is the provider, and what follows is the model. Spaces around it count, and no provider has them. */
export const modelForm: ModelForm = {
  matches: (name) => /^(?!\s)[^/]+\/.*\S$/s.test(name),
  wanted: 'a provider and a model, such as `anthropic/claude-sonnet-4-5`',
  effect: 'finds no such model, and every turn of the agent fails',
  near: {
    sonnet: 'anthropic/claude-sonnet-4-5',
    opus: 'anthropic/claude-opus-4-5',
    haiku: 'anthropic/claude-haiku-4-5',
    'claude-sonnet-4-5': 'anthropic/claude-sonnet-4-5',
    'claude-opus-4-5': 'anthropic/claude-opus-4-5',
    'claude-haiku-4-5': 'anthropic/claude-haiku-4-5',
    'gpt-5': 'openai/gpt-5',
  },
};

/** The field of a model, with any name accepted: the program checks the name at the first turn, and not when it loads the file. */
export const withAnyName = (field: Field): Field =>
  field.shape.kind === 'model' ? { ...field, shape: { kind: 'model', text: true } } : field;
