/** Finds where the body tells the agent to run commands of a shell. */

import type { Format } from '../hosts/host';
import type { Sentence } from '../prose/sentences';
import { runVerbs, shellLanguages } from '../prose/wording/instructions';
import type { Fence } from '../syntax/tree';
import { span } from '../text/span';
import type { Agent } from './agent';
import type { Mention } from './toolMentions';

/**
 * "Run `npm test`", and a code block of shell commands directly after a sentence that says to run them.
 * @param sentences Those that instruct, in file order.
 */
export const shellMentions = (agent: Agent, sentences: readonly Sentence[]): readonly Mention[] => [
  ...inSentences(sentences, agent.format),
  ...inFences(agent, sentences),
];

const inSentences = (sentences: readonly Sentence[], { shell }: Format): readonly Mention[] =>
  sentences.flatMap(({ words }) =>
    words.flatMap((word, i): readonly Mention[] => {
      const before = words[i - 1];
      const [program = ''] = word.raw.split(' ', 1);
      const isTold = before !== undefined && !before.code && runVerbs.has(before.text) && before.after === '';
      return word.code && isTold && shell.programs.includes(program) ? [{ tool: shell.tool, span: word.span }] : [];
    }),
  );

function inFences(agent: Agent, sentences: readonly Sentence[]): readonly Mention[] {
  const { file } = agent;
  const { shell } = agent.format;
  const found: Mention[] = [];
  let next = 0;
  for (const fence of file.body.fences) {
    if (!shellLanguages.has(fence.language)) continue;
    while ((sentences[next]?.span.end ?? fence.span.start) < fence.span.start) next++;
    const before = sentences[next - 1];
    if (before !== undefined && leadsTo(file.source.text, before, fence))
      found.push({ tool: shell.tool, span: span(fence.info.start, fence.info.end) });
  }
  return found;
}

/** Whether the sentence says to run something, ends in a colon, and only blank lines separate it from the code block. */
function leadsTo(text: string, { words, span: { end } }: Sentence, fence: Fence): boolean {
  const between = text.slice(end, Math.min(fence.span.start, end + 200)).trim();
  return between === ':' && words.some((word) => !word.code && runVerbs.has(word.text));
}
