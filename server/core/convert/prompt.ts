/** The prompt of an agent, as it is taken over, and what in it is about its host. */
import type { Agent } from '../agent/agent';
import { toolMentions } from '../agent/toolMentions';
import type { Format } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { lineFrom } from '../text/lines';
import type { Change } from './report';

/** The prompt is never changed. Tools that it names are listed, because only a person knows what is meant. */
export function promptOf(agent: Agent, target: Format): { readonly text: string; readonly changes: readonly Change[] } {
  const { file, format } = agent;
  const names = new Set(
    agent.sentences().flatMap((sentence) => toolMentions(sentence, format).map(({ tool }) => tool)),
  );
  return {
    text: ownPrompt(agent),
    changes: [...names]
      .filter((name) => !Object.hasOwn(target.tools, name))
      .map((name) => ({
        outcome: 'mentioned',
        what: name,
        why: `The prompt names this tool of ${format.host.name}. Change the text by hand.`,
      })),
  };

  function ownPrompt({ reading, entries }: Agent): string {
    const key = fieldByRole(format, 'prompt')?.key;
    const value = key === undefined ? undefined : entries().findLast((entry) => entry.key === key)?.value;
    if (key !== undefined) return value?.kind === 'scalar' ? value.text : '';
    const closer = closerOf(reading());
    const { text } = file.source;
    return closer === undefined ? text.slice(file.body.span.start) : text.slice(lineFrom(text, closer.start).next);
  }
}
