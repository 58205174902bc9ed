/** The sentences of a body, and whether each is an instruction. */
import { type Span, span } from '../text/span';
import type { Paragraph } from './paragraphs';
import { role } from './wording/roles';
import { means, type Words } from './words';

export interface Sentence {
  /** Equal paragraphs share their words, whose spans are from the beginning of the paragraph. */
  readonly words: Words;
  readonly paragraph: Paragraph;
  readonly span: Span;
  /** Whether it is where nothing is an instruction: among examples, templates and prohibitions. */
  readonly quiet: boolean;
}

/**
 * The sentences of paragraphs and list items, in file order, without headings and code; one pass.
 * @param isQuiet Whether nothing is an instruction at an offset.
 */
export function sentencesOf(
  paragraphs: readonly Paragraph[],
  isQuiet: (offset: number) => boolean,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of paragraphs) {
    const { at, reading } = paragraph;
    for (const words of reading.sentences) {
      const [first] = words.list;
      const last = words.list.at(-1) ?? first;
      const start = at + first.start;
      sentences.push({ words, paragraph, span: span(start, at + last.end), quiet: isQuiet(start) });
    }
  }
  return sentences;
}

/** Whether a sentence tells the agent what to do: it is among instructions and does not forbid anything. */
export const instructs = ({ quiet, words }: Sentence): boolean => !quiet && !means(words, role.negates);
