/** Finds where the body tells the agent to run commands of a shell. */

import type { Format } from '../hosts/host';
import type { Sentence } from '../prose/sentences';
import { role } from '../prose/wording/roles';
import { means, spanOf } from '../prose/words';
import type { Agent } from './agent';
import { orderedBlocks } from './commandBlocks';
import type { ToolMention } from './toolMentions';

/**
 * "Run `npm test`", and code blocks of shell commands that the agent is told to run.
 * @param sentences Those that instruct, in file order.
 */
export const shellMentions = (agent: Agent, sentences: readonly Sentence[]): readonly ToolMention[] => [
  ...sentences.flatMap((sentence) => inSentence(sentence, agent.format)),
  ...orderedBlocks(agent, agent.sentences()).map((at) => ({ tool: agent.format.shell.tool, span: at })),
];

function inSentence({ words, paragraph }: Sentence, { shell }: Format): readonly ToolMention[] {
  if (!means(words, role.runs) || !means(words, role.code)) return [];
  return words.list.flatMap((word, i): readonly ToolMention[] => {
    const before = words.list[i - 1];
    const isTold = before !== undefined && means(before, role.runs) && before.after === '';
    const [program = ''] = word.raw.split(' ', 1);
    return word.code && !word.quoted && isTold && shell.programs.includes(program)
      ? [{ tool: shell.tool, span: spanOf(word, paragraph.at) }]
      : [];
  });
}
