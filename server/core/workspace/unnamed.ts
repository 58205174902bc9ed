/** Finds where a body tells to give work to other agents without naming any. */
import type { Agent } from '../agent/agent';
import type { Sentence } from '../prose/sentences';
import { anyAgentWords } from '../prose/wording/delegation';
import { role } from '../prose/wording/roles';
import { means, spanOf, type Word } from '../prose/words';
import type { Section } from '../syntax/tree';
import { lineEndOf } from '../text/source';
import { type Span, span } from '../text/span';
import { isOthers } from './wordCalls';

export interface Unnamed {
  /** From the verb to the word "agent". */
  readonly span: Span;
  /** Where a list of names fits: the end of the section, after its last character; undefined where it cannot be added. */
  readonly end: number | undefined;
  readonly lineEnd: string;
  /** The words of the body that may be names, each once. */
  readonly words: readonly string[];
}

/** How many words may be between the verb and the word "agent": "delegate this work to the appropriate agent". */
const NEAR = 8;

/** The first place; undefined without one. */
export function unnamedIn(agent: Agent): Unnamed | undefined {
  for (const sentence of agent.instructions()) {
    const where = handingIn(sentence);
    if (where === undefined) continue;
    return {
      span: where,
      end: endOfSection(agent, where.start),
      lineEnd: lineEndOf(agent.file.source),
      words: wordsIn(agent),
    };
  }
  return undefined;
}

function handingIn({ words, paragraph }: Sentence): Span | undefined {
  if (!means(words, role.agent) || !means(words, role.hands | role.starts) || means(words, role.shows))
    return undefined;
  const { list } = words;
  const noun = list.findIndex((word, i) => means(word, role.agent) && !word.quoted && isAny(list, i));
  const named = list[noun];
  // Who works is before the verb: "other agents delegate".
  for (let i = noun - 1; i >= 0 && i >= noun - NEAR; i--) {
    const verb = list[i];
    if (named === undefined || verb === undefined || verb.quoted || verb.code || /[,:(]/.test(verb.after))
      return undefined;
    const isTo =
      (means(verb, role.hands) || givers.has(verb.text)) && list.slice(i + 1, noun).some(({ text }) => text === 'to');
    if (!isTo && !isStart(verb, list[i + 1])) continue;
    if (isOthers(list, i)) return undefined;
    return span(spanOf(verb, paragraph.at).start, spanOf(named, paragraph.at).end);
  }
  return undefined;
}

/** "Launch several agents"; many words can follow "use" and "run", so that only these start an agent for certain. */
const isStart = ({ text }: Word, next: Word | undefined): boolean =>
  starters.has(text) && next !== undefined && next.after === '';

const givers: ReadonlySet<string> = new Set(['route', 'assign']);

const starters: ReadonlySet<string> = new Set(['invoke', 'launch', 'spawn', 'dispatch']);

/** Whether the word "agent" means one that has to be chosen. Any number of agents may start without a name. */
const isAny = (list: readonly Word[], at: number): boolean => anyAgentWords.has(list[at - 1]?.text ?? '');

/** Every word once: an agent may have the name of an ordinary word. */
const wordsIn = (agent: Agent): readonly string[] => [
  ...new Set(agent.sentences().flatMap(({ words }) => words.list.map(({ raw }) => raw.replace(/^@?(?:agent-)?/, '')))),
];

/** The end of the innermost section at an offset, without blank lines. */
function endOfSection({ file, isMisread }: Agent, offset: number): number | undefined {
  const { root, blocks, fences, span: body } = file.body;
  let section: Section = root;
  for (;;) {
    const inner = section.children.findLast(({ span: where }) => where.start <= offset);
    if (inner === undefined) break;
    section = inner;
  }
  const [child] = section.children;
  const limit = child?.span.start ?? (section === root ? body.end : section.span.end);
  const last = blocks.findLast(({ kind, span: where }) => kind !== 'blank' && where.end <= limit);
  if (last === undefined || last.depth > 1 || isMisread(last.span.start, last.span.end)) return undefined;
  if (
    fences.some(
      ({ span: where, closer }) => closer === undefined && where.end >= last.span.start && where.start <= last.span.end,
    )
  )
    return undefined;
  return last.span.start + file.source.text.slice(last.span.start, last.span.end).trimEnd().length;
}
