/** The text that an agent reads as its prompt. */
import { fieldByRole } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { lineFrom } from '../text/lines';
import type { Agent } from './agent';

/** The prompt as it is written: a field where the format has one for it, else all that is below the frontmatter as the host ends it. */
export function promptText({ file, format, reading, entries }: Agent): string {
  const key = fieldByRole(format, 'prompt-text')?.key;
  const value = key === undefined ? undefined : entries().findLast((entry) => entry.key === key)?.value;
  if (key !== undefined) return value?.kind === 'scalar' ? value.text : '';
  const closer = closerOf(reading());
  const { text } = file.source;
  return closer === undefined ? text.slice(file.body.span.start) : text.slice(lineFrom(text, closer.start).next);
}
