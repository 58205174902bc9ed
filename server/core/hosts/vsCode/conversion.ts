/** How an agent is written for VS Code. */
import type { Conversion } from '../conversion';
import { startersBy } from '../starters';

const NOT_FOR_MODELS = 'disable-model-invocation';
const FOR_USERS = 'user-invocable';

export const vsCodeStarters = startersBy(
  [
    [NOT_FOR_MODELS, 'true'],
    ['infer', 'false'],
  ],
  [[FOR_USERS, 'false']],
);

export const vsCodeConversion: Conversion = {
  fileOf: (name) => `.github/agents/${name}.agent.md`,
  // The model of the chat has no name: the field is left out for it.
  models: {
    'Claude Sonnet 4.5 (copilot)': 'claude-sonnet',
    'Claude Opus 4.6 (copilot)': 'claude-opus',
    'Claude Haiku 4.5 (copilot)': 'claude-haiku',
  },
  confines: { agents: { may: 'start every agent', with: ['delegate'] } },
  starters: { agents: { [FOR_USERS]: false }, user: { [NOT_FOR_MODELS]: true }, both: {}, unsaid: {} },
};
