/** How an agent is written for Cline. */
import type { Conversion } from '../conversion';

export const clineConversion: Conversion = {
  fileOf: (name) => `.cline/agents/${name}.yaml`,
  // Without a model the agent has that of the main agent, and which others there are depends on the provider.
  models: {},
};
