/** How unlikely each reading of a code fence is, in points: what a writer seldom does costs much. */
import { type FenceLine, hasInfo, lengthOf } from './fenceLines';

/** An open code block of a reading, with those around it. */
export interface OpenBlock {
  readonly opener: FenceLine;
  readonly index: number;
  readonly isTemplate: boolean;
  /** Whether another code block was found in it. */
  readonly hasInner: boolean;
  readonly around: OpenBlock | undefined;
  readonly outermost: FenceLine;
  readonly depth: number;
}

/** A code block without a closing fence, or a closing fence without a code block. */
export const LOST = 5;

/** A fence that closes an outer code block although an inner one is open. */
export const SKIPPED = 8;

/** Readings that cost less than this more than the best one are as likely. */
export const MARGIN = 2;

/** Readings that cost this much more than a finished one are dropped. */
export const CERTAIN = 6;

/** Writers seldom nest deeper. */
export const DEEPEST = 3;

/** A code block may contain other code blocks when it contains Markdown. Without a language it may contain anything. */
const templates: ReadonlySet<string> = new Set([
  '',
  'md',
  'markdown',
  'mdx',
  'text',
  'txt',
  'plaintext',
  'xml',
  'html',
]);

export const isTemplate = (language: string): boolean => templates.has(language);

/** A bare fence that opens a code block. */
export const costOfOpening = ({ before, after }: FenceLine): number =>
  (before === 'text' || before === 'end' ? 2 : before === 'fence' ? 1 : 0) +
  (after === 'blank' ? 3 : after === 'end' ? 2 : 0);

/** A bare fence that closes a code block. One that has an announcement before it and text after it looks like an opening one. */
export const costOfClosing = ({ before, after }: FenceLine): number =>
  (before === 'blank' || before === 'intro' ? (after === 'text' || after === 'intro' ? 4 : 2) : 0) +
  (after === 'text' || after === 'intro' ? 1 : 0);

/** A code block without a line in it. */
export const EMPTY = 2;

/** A closing fence is usually indented like its opening fence, and four columns more make it code in Markdown. */
export function costOfIndent(line: FenceLine, opener: FenceLine): number {
  const more = line.prefix.length - opener.prefix.length;
  return more === 0 ? 0 : more < 4 ? 2 : 6;
}

/** An inner code block in `block`. The first one tells that there are others. */
export function costOfNesting(line: FenceLine, { isTemplate, hasInner, opener }: OpenBlock): number {
  if (hasInfo(line)) return isTemplate || hasInner ? 0 : 3;
  const first = !isTemplate ? 8 : line.prefix.length > opener.prefix.length ? 2 : 3;
  return costOfOpening(line) + (hasInner ? 0 : first);
}

/** Whether Markdown reads the line as code, because the outermost fence is longer or has other marks. */
export const isCodeIn = (line: FenceLine, { outermost }: OpenBlock): boolean =>
  line.mark !== outermost.mark || lengthOf(line) < lengthOf(outermost);
