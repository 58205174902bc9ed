/** How an agent is written for Qwen Code. */
import type { Conversion } from '../conversion';

export const qwenCodeConversion: Conversion = {
  fileOf: (name) => `.qwen/agents/${name}.md`,
  models: { inherit: 'inherit' },
  modes: { default: 'ask', plan: 'plan', 'auto-edit': 'edits', yolo: 'all' },
};
