/** How an agent is written for Copilot CLI. */
import type { Conversion } from '../conversion';
import { startersBy } from '../starters';

const NOT_FOR_MODELS = 'disable-model-invocation';

export const copilotCliStarters = startersBy([
  [NOT_FOR_MODELS, 'true'],
  ['infer', 'false'],
]);

export const copilotCliConversion: Conversion = {
  fileOf: (name) => `.github/agents/${name}.agent.md`,
  models: { inherit: 'session', 'claude-sonnet-4.5': 'claude-sonnet' },
  // A user can start every agent by its name, whatever the fields say.
  starters: { agents: {}, user: { [NOT_FOR_MODELS]: true }, both: {}, unsaid: {} },
};
