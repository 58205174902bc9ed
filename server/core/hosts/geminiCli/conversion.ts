/** How an agent is written for Gemini CLI. */
import type { Conversion } from '../conversion';

export const geminiCliConversion: Conversion = {
  fileOf: (name) => `.gemini/agents/${name}.md`,
  models: { inherit: 'inherit', pro: 'gemini-pro', flash: 'gemini-flash' },
};
