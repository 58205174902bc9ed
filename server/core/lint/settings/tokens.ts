/** The settings `tokens.*`: where token estimates are shown, and how large the parts of an agent may be. */
import { type Bounds, choice, optionalInteger, type Setting } from './setting';

/** Where the editor shows how large a part is. */
export type TokenHints = 'off' | 'description' | 'all';

/** The description costs tokens in every conversation, so its estimate is the only one shown by default. */
export const inlayHints = choice<TokenHints>({
  description: 'Where to show token estimates in the editor. The outline always shows them.',
  choices: {
    off: 'Nowhere.',
    description: 'At the description, which is part of every conversation.',
    all: 'At the description, at the body (after the dashes above it) and at each section.',
  },
  default: 'description',
  scope: 'editor',
});

/** No model has a larger context, so a larger budget is a mistake. */
const bounds: Bounds = { minimum: 0, maximum: 1_000_000 };

const budget = (part: string, larger: string): Setting<number | null> =>
  optionalInteger({
    description: `Approximate maximum number of tokens in ${part}. ${larger} are reported. \`null\`: no limit. \`0\`: ignore the limit in \`.agent-authoring.json\`.`,
    scope: 'file',
    bounds,
  });

export const descriptionBudget = budget('the description, which is part of every conversation', 'Longer descriptions');

export const bodyBudget = budget('the body, which the agent reads each time it starts', 'Larger bodies');

export const sectionBudget = budget('each body section, including its subsections', 'Larger sections');
