/** Finds code blocks of shell commands that the body tells the agent to run. */

import type { Format } from '../hosts/host';
import type { Sentence } from '../prose/sentences';
import {
  badWords,
  orderTitles,
  orderVerbs,
  otherPeople,
  peoplesPlaces,
  referenceTitles,
  shellWords,
  showingWords,
} from '../prose/wording/commands';
import { negators, runVerbs, shellLanguages } from '../prose/wording/instructions';
import { role } from '../prose/wording/roles';
import { means } from '../prose/words';
import { normalTitle } from '../sectionKinds/recognize';
import type { Block, Fence } from '../syntax/tree';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { type Span, span, textAt } from '../text/span';
import type { Agent } from './agent';

/** Whether the body instructs where the code block is: not in a block quote, nor among examples. */
export function isInstructing({ file, isNonInstructional }: Agent, { span: { start } }: Fence): boolean {
  const { text } = file.source;
  return !isNonInstructional(start) && text[skipSpaces(text, lineStartAt(text, start), start)] !== '>';
}

/** The code blocks in a language of shells where the body instructs. */
export const shellBlocks = (agent: Agent): readonly Fence[] =>
  agent.file.body.fences.filter((fence) => shellLanguages.has(fence.language) && isInstructing(agent, fence));

/**
 * The languages of code blocks that the agent is told to run: directly below a sentence that says so, or below the heading of
 * a step.
 * @param sentences All sentences of the body, in file order.
 */
export function orderedBlocks(agent: Agent, sentences: readonly Sentence[]): readonly Span[] {
  const { file, format } = agent;
  const { text } = file.source;
  const { blocks } = file.body;
  const found: Span[] = [];
  let at = 0;
  let next = 0;
  for (const fence of shellBlocks(agent)) {
    while ((blocks[at]?.span.end ?? text.length + 1) <= fence.span.start) at++;
    while ((sentences[next]?.span.end ?? fence.span.start) < fence.span.start) next++;
    const above = blockAbove(blocks, at);
    const before = sentences[next - 1];
    const isOrder =
      above?.kind === 'heading'
        ? isOrderTitle(textAt(text, above.span))
        : before !== undefined && isOrderBefore(text, before, fence);
    if (isOrder && holdsCommands(text, fence, format)) found.push(span(fence.info.start, fence.info.end));
  }
  return found;
}

/** The block above the one with the number `at`, blank lines left out. */
const blockAbove = (blocks: readonly Block[], at: number): Block | undefined => {
  const above = blocks[at - 1];
  return above?.kind === 'blank' ? blocks[at - 2] : above;
};

/** "Step 2: Search", "Detection", "Verify the build"; not "Commands Reference". A very long title is cut. */
function isOrderTitle(title: string): boolean {
  const words = normalTitle(title.slice(0, 200)).split(' ');
  if (words.some((word) => referenceTitles.has(word) || negators.has(word))) return false;
  return orderVerbs.has(words[0] ?? '') || words.some((word) => orderTitles.has(word.replace(':', '')));
}

/** Whether a sentence, numbered item or bold line directly before the code block tells to do what the commands do. */
function isOrderBefore(text: string, sentence: Sentence, fence: Fence): boolean {
  const { words: all, quiet, span: whole } = sentence;
  const words = all.list;
  const between = text.slice(whole.end, Math.min(fence.span.start, whole.end + 200)).replace(/[\s*_`]/g, '');
  const before = text.slice(lineStartAt(text, whole.start), whole.start).trim();
  if (quiet || means(all, role.negates) || words.some(({ quoted }) => quoted)) return false;
  if (between === '' && BOLD.test(before) && isOrderTitle(textAt(text, whole))) return true;
  if (between !== ':' && !(between === '' && STEP.test(before))) return false;
  const verb = words.findIndex(({ text: word, code }, i) => !code && (i === 0 ? orderVerbs : runVerbs).has(word));
  return (
    verb >= 0 &&
    !words.slice(0, verb).some(({ text: word }) => otherPeople.has(word)) &&
    !words.some(({ text: word, code }) => !code && peoplesPlaces.has(word))
  );
}

/** What is before the first word of a bold line, and of a numbered item. */
const BOLD = /^(?:(?:\d{1,9}[.)]|[-*+])\s+)?(?:\*\*|__)$/;
const STEP = /^\d{1,9}[.)]\s*[*_]*$/;

/**
 * Whether the first line with a command begins with a program. A comment may say that the block only shows something, and lines
 * without a prompt between lines with one are what a program once answered.
 */
function holdsCommands(text: string, { content }: Fence, { shell }: Format): boolean {
  let first: string | undefined;
  for (let start = content.start, lines = 0; start < content.end && lines < MOST_LINES; lines++) {
    const { end, next } = lineFrom(text, start);
    const line = text.slice(start, Math.min(end, start + MOST_LENGTH)).trim();
    start = next;
    if (line.startsWith('#') && isShowing(line)) return false;
    if (line === '' || line.startsWith('#')) continue;
    if (first?.startsWith(PROMPT) === true && !line.startsWith(PROMPT)) return false;
    first ??= line;
  }
  if (first === undefined) return false;
  const [word = ''] = first.replace(/^(?:[$>] |sudo |time |\w+=\S* )+/, '').split(/\s/, 1);
  return shell.programs.includes(word) || shellWords.has(word) || /^\.{0,2}[\w./-]*\/[\w.-]+\.sh$/.test(word);
}

/** Whether a comment says that what follows is wrong, or only shown. */
export function isShowing(comment: string): boolean {
  const words = normalTitle(comment).split(/[ :(]/);
  // A cross or a check mark.
  return /[\u274c\u2705]/.test(comment) || showingWords.has(words[0] ?? '') || words.some((word) => badWords.has(word));
}

const PROMPT = '$ ';

/** How much of a code block is read. */
const MOST_LINES = 40;
const MOST_LENGTH = 200;
