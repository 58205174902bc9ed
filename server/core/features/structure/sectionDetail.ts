/** The text that the outline shows beside a heading: the kind of section, its task list items, its size. */
import type { Agent } from '../../agent/agent';
import { normalTitle, sectionKindOf } from '../../sectionKinds/recognize';
import type { AgentFile, Section } from '../../syntax/tree';
import { firstFrom } from '../../text/sorted';
import type { Span } from '../../text/span';
import { tokensText } from '../../text/tokenEstimate';

/** Answers about spans of a body, each in logarithmic time, because nested sections are all counted. */
export interface Contents {
  readonly checksIn: (range: Span) => { readonly done: number; readonly all: number };
  readonly hasFence: (range: Span) => boolean;
}

/** Counts the task list items and fences of a file. */
export function contentsOf({ body }: AgentFile): Contents {
  const starts = body.taskItems.map(({ box }) => box.start);
  const doneBefore = [0];
  for (const [i, { done }] of body.taskItems.entries()) doneBefore.push((doneBefore[i] ?? 0) + (done ? 1 : 0));
  const fences = body.fences.map((fence) => fence.span.start);
  return {
    checksIn: ({ start, end }) => {
      const from = firstFrom(starts, itself, start);
      const to = firstFrom(starts, itself, end);
      return { done: (doneBefore[to] ?? 0) - (doneBefore[from] ?? 0), all: to - from };
    },
    hasFence: ({ start, end }) => firstFrom(fences, itself, start) < firstFrom(fences, itself, end),
  };
}

/**
 * The parts that are not empty, with ` · ` between them.
 * @example `Pre-Delivery Checklist · 3/10 · ~120 tokens` at a heading `Before you hand over`.
 */
export function sectionDetail({ tokens }: Agent, section: Section, { checksIn }: Contents): string {
  const kind = sectionKindOf(section.title);
  const { done, all } = checksIn(section.span);
  const isNamed = kind === undefined || normalTitle(kind.title) === normalTitle(section.title);
  // Joined without a list, because a large file has thousands of sections.
  const before = `${isNamed ? '' : `${kind.title} · `}${all === 0 ? '' : `${done}/${all} · `}`;
  return before + tokensText(tokens.section(section));
}

const itself = (offset: number): number => offset;
