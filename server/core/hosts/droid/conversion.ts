/** How an agent is written for Factory droid. */
import type { Conversion } from '../conversion';

export const droidConversion: Conversion = {
  fileOf: (name) => `.factory/droids/${name}.md`,
  // A word in the name of a model stands for the current one of its kind.
  // The word promises that the droid changes nothing, although it gives the tool that runs commands.
  forbids: (entries) => {
    const tools = entries.findLast(({ key }) => key === 'tools')?.value;
    return tools?.kind === 'scalar' && tools.text.trim() === 'read-only' ? ['write', 'edit', 'notebook', 'run'] : [];
  },
  models: { inherit: 'session', sonnet: 'claude-sonnet', opus: 'claude-opus', haiku: 'claude-haiku' },
};
