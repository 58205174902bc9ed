/** `opencode.json` and `kilo.json`: which of their keys contain agents. */
import { configOf } from './config';
import { kiloAgent } from './kiloCode';
import { openCodeAgent } from './openCode';

const agent = 'Agents by their names. A Markdown file of the same name counts before this, field by field.';
const mode = 'Agents that only the user starts, by their names; the older key.';

/** The keys of `opencode.json` that contain agents. */
export const openCodeKeys = { agent, mode, agents: 'The same as `agent`.' };

/** Those of `kilo.json`. */
export const kiloKeys = { agent, mode };

export const openCodeConfig = configOf(openCodeAgent, {
  id: 'opencode-config',
  title: 'OpenCode configuration',
  files: ['**/opencode.json', '**/opencode.jsonc'],
  keys: openCodeKeys,
  strayFields: {},
  checks: true,
});

export const kiloConfig = configOf(kiloAgent, {
  id: 'kilo-config',
  title: 'Kilo Code configuration',
  files: ['**/kilo.json', '**/kilo.jsonc'],
  keys: kiloKeys,
  strayFields: {
    agents: {
      kind: 'misspelled',
      meant: 'agent',
      effect: 'defines no agent, and nothing says so',
      severity: 'warning',
    },
  },
  checks: false,
});
