/** Words that people write for true and false. */
import { lookup } from './lookup';

const spoken: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  y: 'true',
  '1': 'true',
  false: 'false',
  no: 'false',
  off: 'false',
  n: 'false',
  '0': 'false',
};

/** `true` or `false` for a text that means it, in any case; undefined for every other text. */
export const flagMeant = (text: string): string | undefined => lookup(spoken, text.trim().toLowerCase());
