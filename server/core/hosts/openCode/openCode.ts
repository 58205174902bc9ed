/** OpenCode's own variation: agents, modes and commands. */
import type { Format } from '../host';
import { formatOf, type Kind, type Variation } from './agent';
import { conversionFor, onlyPrimary, openCodeStarters } from './conversion';
import { observed, version } from './evidence';
import { agentFields, commandFields } from './fields';
import { openCodePermissions, openCodeTools } from './tools';

const variation: Variation = {
  host: { id: 'opencode', name: 'OpenCode', version },
  homes: ['.opencode', '.config/opencode'],
  repair: 'block',
  tools: openCodeTools,
  permissions: openCodePermissions,
  builtInAgents: ['build', 'plan', 'general', 'explore'],
  evidence: observed,
};

const fields = agentFields(openCodeTools, openCodePermissions, (): Format => openCodeAgent);

const common = { isDeep: true, fields } as const;

export const openCodeAgent: Format = formatOf(variation, {
  ...common,
  id: 'opencode',
  title: 'OpenCode agent',
  folders: ['agent', 'agents'],
  conversion: conversionFor('.opencode', openCodeTools),
  starters: openCodeStarters,
});

/** A bad value loses the file only, and the mode is always the primary one. */
const skipped = { onInvalid: 'skips this file without a message' } as const;
const { name, ...others } = fields;
const modeKind: Kind = {
  ...common,
  id: 'opencode-mode',
  title: 'OpenCode mode',
  folders: ['mode', 'modes'],
  isDeep: false,
  starters: onlyPrimary,
  fields: {
    ...Object.fromEntries(Object.entries(others).map(([key, field]) => [key, { ...field, ...skipped }])),
    name,
  },
};

export const openCodeMode: Format = formatOf(variation, modeKind);

export const openCodeCommand: Format = formatOf(variation, {
  id: 'opencode-command',
  title: 'OpenCode command',
  kind: 'command',
  folders: ['command', 'commands'],
  isDeep: true,
  fields: commandFields,
});
