/** The prompt of an agent, as it is taken over, and what in it is about its host. */
import type { Agent } from '../agent/agent';
import { promptText } from '../agent/promptText';
import { namedTools, toolMentions } from '../agent/toolMentions';
import type { Format } from '../hosts/host';
import type { Change } from './report';

/** The prompt is never changed. Tools that it names are listed, because only a person knows what is meant. */
export function promptOf(agent: Agent, target: Format): { readonly text: string; readonly changes: readonly Change[] } {
  const { format } = agent;
  const names = new Set(
    agent
      .sentences()
      .flatMap((sentence) => [
        ...toolMentions(sentence, format).map(({ tool }) => tool),
        ...namedTools(sentence, format),
      ]),
  );
  return {
    text: promptText(agent),
    changes: [...names]
      .filter((name) => !Object.hasOwn(target.tools, name))
      .map((name) => ({
        outcome: 'mentioned',
        what: name,
        why: `The prompt names this tool of ${format.host.name}. Change the text by hand.`,
      })),
  };
}
