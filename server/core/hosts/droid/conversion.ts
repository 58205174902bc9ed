/** How an agent is written for Factory droid. */
import type { Conversion } from '../conversion';

export const droidConversion: Conversion = {
  fileOf: (name) => `.factory/droids/${name}.md`,
  // A word in the name of a model stands for the current one of its kind.
  models: { inherit: 'session', sonnet: 'claude-sonnet', opus: 'claude-opus', haiku: 'claude-haiku' },
};
