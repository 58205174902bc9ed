/** The paragraphs of a body with what they say. Equal paragraphs share one reading, so that none is read twice. */
import type { AgentFile } from '../syntax/tree';
import { memo } from '../text/memo';
import { type Span, span } from '../text/span';
import { linesOfParagraph, type ProseLine } from './lines';
import { type Words, wordsOf } from './words';

/** What a run of paragraphs and list items without blank lines between them says. Its spans are from its beginning. */
export interface ParagraphReading {
  readonly text: string;
  readonly lines: readonly ProseLine[];
  /** In file order. */
  readonly sentences: readonly Words[];
}

export interface Paragraph {
  /** The offset of its beginning. */
  readonly at: number;
  readonly reading: ParagraphReading;
}

/**
 * The paragraphs in file order; one pass.
 * @param isMisread Whether a line is among wrong code fences; such lines say nothing.
 */
export function paragraphsOf(
  file: AgentFile,
  isMisread: (start: number, end: number) => boolean,
): readonly Paragraph[] {
  const { text } = file.source;
  const { blocks, inlines } = file.body;
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const { kind, span: range } of blocks) {
    if (kind !== 'paragraph') continue;
    const at = range.start;
    const codes: Span[] = [];
    for (let inline = inlines[next]; inline !== undefined && inline.span.start < range.end; inline = inlines[++next])
      if (inline.kind === 'code' && inline.span.start >= at)
        codes.push(span(inline.span.start - at, inline.span.end - at));
    const own = text.slice(at, range.end);
    const reading = isMisread(at, range.end)
      ? read(own, codes, (start) => !isMisread(at + start, at + start + 1))
      : readingOf(keyOf(own, codes), { length: own.length, codes });
    paragraphs.push({ at, reading });
  }
  return paragraphs;
}

/** The text alone does not say where its code spans are: that depends on the lists and quotes around it. */
const keyOf = (text: string, codes: readonly Span[]): string =>
  codes.length === 0 ? text : `\n${codes.map(({ start, end }) => `${start}-${end}`).join()}\n${text}`;

const readingOf = memo(1 << 20, (key, { length, codes }: Given = { length: key.length, codes: [] }) =>
  read(key.slice(-length), codes),
);

/** How much of the key is the paragraph, and its code spans. */
interface Given {
  readonly length: number;
  readonly codes: readonly Span[];
}

function read(
  text: string,
  codes: readonly Span[],
  isRead: (lineStart: number) => boolean = () => true,
): ParagraphReading {
  const lines = linesOfParagraph(text).filter(({ content }) => isRead(content.start));
  return { text, lines, sentences: wordsOf(text, lines, codes) };
}
