/** Estimates the tokens of sections by adding up the parts between headings, so that nested sections are not counted again. */
import type { AgentFile, Section } from '../syntax/tree';
import { memo } from '../text/memo';
import { firstFrom } from '../text/sorted';
import { endsRun, estimateTokens } from '../text/tokenEstimate';

/** The tokens of a text, and of the same without the blank lines at its end. */
interface Size {
  readonly all: number;
  readonly trimmed: number;
}

/** Most parts of an edited file are as they were. */
const sizeOf = memo(1 << 20, (text): Size => {
  const all = estimateTokens(text);
  const end = text.trimEnd();
  return { all, trimmed: end.length === text.length ? all : estimateTokens(end) };
});

/**
 * How many tokens a section of the file has, sub-sections included, without the blank lines after. The same as an estimate of its
 * whole text: the parts are added only where no run of characters goes from one part into the next.
 */
export function sectionTokens({ source: { text }, body }: AgentFile): (section: Section) => number {
  const starts = partStarts(text, body.root);
  const sizes = starts.map((start, i) => sizeOf(text.slice(start, starts[i + 1] ?? body.span.end)));
  const before = [0];
  for (const { all } of sizes) before.push((before.at(-1) ?? 0) + all);
  return ({ span: { start, end } }) => {
    const first = firstFrom(starts, itself, start);
    const next = firstFrom(starts, itself, end);
    const isWhole = starts[first] === start && (starts[next] ?? body.span.end) === end;
    if (!isWhole) return sizeOf(text.slice(start, end)).trimmed;
    return (before[next - 1] ?? 0) - (before[first] ?? 0) + (sizes[next - 1]?.trimmed ?? 0);
  };
}

/** Where sections of headings begin, in file order, except those whose mark belongs to a run of marks before it. */
function partStarts(text: string, root: Section): readonly number[] {
  const starts: number[] = [];
  const pending: Section[] = [root];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    const { start } = section.span;
    if (section !== root && endsRun(text, start)) starts.push(start);
    for (let i = section.children.length - 1; i >= 0; i--) {
      const child = section.children[i];
      if (child !== undefined) pending.push(child);
    }
  }
  return starts;
}

const itself = (offset: number): number => offset;
