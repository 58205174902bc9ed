/** Keys that people write into Claude Code's skills and commands although there is no such field. */

import type { StrayField } from '../field';
import { misspelledWith } from '../strayTable';

const approvesNothing = {
  kind: 'misspelled',
  meant: 'allowed-tools',
  effect: 'approves nothing',
  severity: 'warning',
} as const satisfies StrayField;

const refusesNothing = {
  kind: 'misspelled',
  meant: 'disallowed-tools',
  effect: 'refuses no tool',
  severity: 'error',
} as const satisfies StrayField;

const staysOpen = {
  kind: 'misspelled',
  meant: 'disable-model-invocation',
  effect: 'does not close the skill to the model',
  severity: 'error',
} as const satisfies StrayField;

const ofAgents = {
  kind: 'stray',
  effect: 'has an effect only in agents',
  severity: 'warning',
} as const satisfies StrayField;

const note = { kind: 'note', effect: 'is your own note: Claude Code ignores it' } as const satisfies StrayField;

const misspelled = misspelledWith('is not read', 'warning');

export const skillStray: Readonly<Record<string, StrayField>> = {
  tools: approvesNothing,
  allowedTools: approvesNothing,
  allowed_tools: approvesNothing,
  'Allowed-Tools': approvesNothing,
  disallowed_tools: refusesNothing,
  'Disallowed-Tools': refusesNothing,
  disable_model_invocation: staysOpen,
  disableModelInvocation: staysOpen,
  user_invocable: misspelled('user-invocable'),
  userInvocable: misspelled('user-invocable'),
  whenToUse: misspelled('when_to_use'),
  'when-to-use': misspelled('when_to_use'),
  argument_hint: misspelled('argument-hint'),
  argumentHint: misspelled('argument-hint'),
  permissionMode: ofAgents,
  maxTurns: ofAgents,
  memory: ofAgents,
  isolation: ofAgents,
  mcpServers: ofAgents,
  skills: ofAgents,
  initialPrompt: ofAgents,
  mode: { kind: 'foreign', product: 'OpenCode', effect: 'is ignored', severity: 'hint' },
  tags: note,
  author: note,
  category: note,
  triggers: note,
  title: note,
};
