/** How an agent is written for VS Code. */
import type { Conversion } from '../conversion';

export const vsCodeConversion: Conversion = {
  fileOf: (name) => `.github/agents/${name}.agent.md`,
  // The model of the chat has no name: the field is left out for it.
  models: {
    'Claude Sonnet 4.5 (copilot)': 'claude-sonnet',
    'Claude Opus 4.6 (copilot)': 'claude-opus',
    'Claude Haiku 4.5 (copilot)': 'claude-haiku',
  },
};
