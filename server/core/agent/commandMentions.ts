/** Finds where the body tells the agent to run commands of a shell. */

import type { Format } from '../hosts/host';
import type { Sentence } from '../prose/sentences';
import { runVerbs } from '../prose/wording/instructions';
import type { Agent } from './agent';
import { orderedBlocks } from './commandBlocks';
import type { Mention } from './toolMentions';

/**
 * "Run `npm test`", and code blocks of shell commands that the agent is told to run.
 * @param sentences Those that instruct, in file order.
 */
export const shellMentions = (agent: Agent, sentences: readonly Sentence[]): readonly Mention[] => [
  ...inSentences(sentences, agent.format),
  ...orderedBlocks(agent, agent.sentences()).map((at) => ({ tool: agent.format.shell.tool, span: at })),
];

const inSentences = (sentences: readonly Sentence[], { shell }: Format): readonly Mention[] =>
  sentences.flatMap(({ words }) =>
    words.flatMap((word, i): readonly Mention[] => {
      const before = words[i - 1];
      const [program = ''] = word.raw.split(' ', 1);
      const isTold = before !== undefined && !before.code && runVerbs.has(before.text) && before.after === '';
      return word.code && !word.quoted && isTold && shell.programs.includes(program)
        ? [{ tool: shell.tool, span: word.span }]
        : [];
    }),
  );
