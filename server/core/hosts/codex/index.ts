/** Codex and the kinds of files that it reads. */
import type { Host } from '../host';
import { codexAgent } from './agent';
import { codexNotes } from './notes';
import { codexSkill } from './skill';
import { codexTogether } from './together';

export const codex = {
  ...codexAgent.host,
  formats: [codexAgent, codexSkill],
  signs: ['.codex/agents', '.codex/config.toml', '.agents/skills'],
  together: codexTogether,
  notes: codexNotes,
} as const satisfies Host;
