/** `opencode.json` and `kilo.json`: which of their keys contain agents. */
import { configOf } from './config';
import { kiloAgent } from './kiloCode';
import { openCodeAgent } from './openCode';

const agent = 'Agents by their names. A Markdown file of the same name counts before this, field by field.';
const mode = 'Agents that only the user starts, by their names; the older key.';

export const openCodeConfig = configOf(openCodeAgent, {
  id: 'opencode-config',
  title: 'OpenCode configuration',
  files: ['**/opencode.json', '**/opencode.jsonc'],
  keys: { agent, mode, agents: 'The same as `agent`.' },
  strayFields: {},
  checks: true,
});

export const kiloConfig = configOf(kiloAgent, {
  id: 'kilo-config',
  title: 'Kilo configuration',
  files: ['**/kilo.json', '**/kilo.jsonc'],
  keys: { agent, mode },
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
