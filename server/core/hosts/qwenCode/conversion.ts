/** How an agent is written for Qwen Code. */
import type { Conversion } from '../conversion';

export const qwenCodeConversion: Conversion = {
  fileOf: (name) => `.qwen/agents/${name}.md`,
  confines: {
    executionBackend: { may: 'work outside of the container', with: ['read', 'write', 'edit', 'notebook', 'run'] },
  },
  models: { inherit: 'session' },
  modes: { default: 'ask', plan: 'plan', 'auto-edit': 'edits', yolo: 'all' },
};
