/** OpenCode and Kilo, and the kinds of files that they read. */
import type { Host } from '../host';
import { kiloConfig, openCodeConfig } from './configs';
import { kiloAgent, kiloCommand, kiloMode } from './kiloCode';
import { kiloNotes, openCodeNotes } from './notes';
import { openCodeAgent, openCodeCommand, openCodeMode } from './openCode';
import { kiloTogether, openCodeTogether } from './together';

export const openCode = {
  ...openCodeAgent.host,
  formats: [openCodeAgent, openCodeMode, openCodeCommand, openCodeConfig],
  signs: ['.opencode', 'opencode.json', 'opencode.jsonc'],
  together: openCodeTogether,
  notes: openCodeNotes,
} as const satisfies Host;

export const kilo = {
  ...kiloAgent.host,
  formats: [kiloAgent, kiloMode, kiloCommand, kiloConfig],
  signs: ['.kilo', '.kilocode', 'kilo.json', 'kilo.jsonc'],
  together: kiloTogether,
  notes: kiloNotes,
} as const satisfies Host;
