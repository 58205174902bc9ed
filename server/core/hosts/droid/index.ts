/** Factory droid and the kind of file that it reads. */
import type { Host } from '../host';
import { droidAgent } from './agent';
import { droidNotes } from './notes';
import { droidTogether } from './together';

export const droid = {
  ...droidAgent.host,
  signs: ['.factory/droids', '.factory/settings.json'],
  formats: [droidAgent],
  together: droidTogether,
  notes: droidNotes,
} as const satisfies Host;
