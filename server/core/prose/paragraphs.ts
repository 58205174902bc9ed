/** The paragraphs of a body with what they say. A later version of a text takes over those that have not changed. */
import type { AgentFile, Body } from '../syntax/tree';
import type { TextChange } from '../text/change';
import { memoOfRepeated, ownText } from '../text/memo';
import { firstFrom } from '../text/sorted';
import { type Span, span } from '../text/span';
import { type Earlier, inVersions } from '../text/versions';
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
export const paragraphsOf = (
  { source, body }: AgentFile,
  isMisread: (start: number, end: number) => boolean,
): readonly Paragraph[] => paragraphsIn(source, { body, isMisread });

interface Given {
  readonly body: Body;
  readonly isMisread: (start: number, end: number) => boolean;
}

/** A paragraph with what its reading depends on. */
interface Known extends Paragraph {
  /** Its code spans, from its beginning. */
  readonly codes: readonly Span[];
  /** Whether all its lines were read. */
  readonly isWhole: boolean;
}

const paragraphsIn = inVersions(
  ({ text }, { body, isMisread }: Given, earlier?: Earlier<readonly Known[]>): readonly Known[] => {
    const paragraphs: Known[] = [];
    let next = 0;
    for (const { kind, span: range } of body.blocks) {
      if (kind !== 'paragraph') continue;
      const at = range.start;
      const codes: Span[] = [];
      for (
        let inline = body.inlines[next];
        inline !== undefined && inline.span.start < range.end;
        inline = body.inlines[++next]
      )
        if (inline.kind === 'code' && inline.span.start >= at)
          codes.push(span(inline.span.start - at, inline.span.end - at));
      const isWhole = !isMisread(at, range.end);
      const own = (): string => ownText(text.slice(at, range.end));
      const reading = isWhole
        ? (unchanged(earlier, range, codes) ?? wholeReading(own(), codes))
        : readingOf(own(), codes, (start) => !isMisread(at + start, at + start + 1));
      paragraphs.push({ at, reading, codes, isWhole });
    }
    return paragraphs;
  },
);

/** The reading of the paragraph that an earlier version of the text has there; undefined when it was another one. */
function unchanged(
  earlier: Earlier<readonly Known[]> | undefined,
  range: Span,
  codes: readonly Span[],
): ParagraphReading | undefined {
  const at = earlier && earlierStart(range, earlier.change);
  if (earlier === undefined || at === undefined) return undefined;
  const { found } = earlier;
  const known = found[firstFrom(found, (one) => one.at, at)];
  const isSame =
    known?.at === at &&
    known.isWhole &&
    known.reading.text.length === range.end - range.start &&
    areSame(known.codes, codes);
  return isSame ? known.reading : undefined;
}

/** Where a part of a text began before a change; undefined for a part that it touches. */
function earlierStart({ start, end }: Span, change: TextChange | undefined): number | undefined {
  if (change === undefined || end <= change.start) return start;
  return start < change.afterEnd ? undefined : start - (change.afterEnd - change.beforeEnd);
}

const areSame = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end }, i) => start === others[i]?.start && end === others[i].end);

/** The text alone does not say where its code spans are: that depends on the lists and quotes around it. */
const wholeReading = (text: string, codes: readonly Span[]): ParagraphReading =>
  readingFor(codes.length === 0 ? text : `\n${codes.map(({ start, end }) => `${start}-${end}`).join()}\n${text}`, {
    length: text.length,
    codes,
  });

/** How much of a key is the paragraph, and its code spans. */
interface Parts {
  readonly length: number;
  readonly codes: readonly Span[];
}

/** Projects have some paragraphs in many of their files. */
const readingFor = memoOfRepeated(1 << 20, (key, { length, codes }: Parts = { length: key.length, codes: [] }) =>
  readingOf(key.slice(-length), codes),
);

function readingOf(
  text: string,
  codes: readonly Span[],
  isRead: (lineStart: number) => boolean = () => true,
): ParagraphReading {
  const lines = linesOfParagraph(text).filter(({ content }) => isRead(content.start));
  return { text, lines, sentences: wordsOf(text, lines, codes) };
}
