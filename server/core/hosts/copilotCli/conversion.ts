/** How an agent is written for Copilot CLI. */
import type { Conversion } from '../conversion';

export const copilotCliConversion: Conversion = {
  fileOf: (name) => `.github/agents/${name}.agent.md`,
  models: { inherit: 'inherit', 'claude-sonnet-4.5': 'claude-sonnet' },
};
