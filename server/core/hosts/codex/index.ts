/** Codex and the kinds of files that it reads. */
import type { Host } from '../host';
import { codexAgent } from './agent';
import { codexInstructions } from './instructions';
import { codexNotes } from './notes';
import { codexSkill } from './skill';
import { codexTogether } from './together';

export const codex = {
  ...codexAgent.host,
  formats: [codexAgent, codexSkill, codexInstructions],
  signs: ['.codex/agents', '.codex/config.toml', '.agents/skills'],
  together: codexTogether,
  notes: codexNotes,
} as const satisfies Host;
