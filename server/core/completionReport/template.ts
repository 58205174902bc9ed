/** Finds and reads the template of the completion report in an agent file. */

import { sectionKindOf } from '../sectionKinds/recognize';
import { REPORT_ROOT, reportSections } from '../sectionKinds/reportKeys';
import type { AgentFile, Entry, Fence, Problem, Section } from '../syntax/tree';
import { lazyFor } from '../text/lazy';
import { covers, type Span, textAt } from '../text/span';
import { quotesBefore, syntaxOf } from './mask';
import { firstKeyOf, mapUnder, type ReportText, readReport } from './read';

/** A code block that contains a report, valid or not. */
export interface ReportFence extends ReportText {
  readonly fence: Fence;
  /** The innermost section around it; the root when it is before every heading. */
  readonly section: Section;
  /** The root key of the report, without quotes; undefined when the report's keys are at the top. */
  readonly root: Span | undefined;
}

/** A report template. */
export interface Report extends ReportFence {
  /** The entry of the root key; undefined without one, or when it cannot be read. */
  readonly rootEntry: Entry | undefined;
  /** The keys of the report itself, in file order. */
  readonly entries: readonly Entry[];
  /** What is wrong with the YAML or JSON. */
  readonly problems: readonly Problem[];
}

/** The report template of the file; undefined when it has none, or when several code blocks could be it. */
export function reportOf(file: AgentFile): Report | undefined {
  const found = reportFenceOf(file);
  if (found === undefined) return undefined;
  const { entries, problems } = readReport(file.source.text, found);
  if (found.root === undefined) return { ...found, rootEntry: undefined, entries, problems };
  const rootEntry = entries.find((entry) => entry.key === REPORT_ROOT);
  return { ...found, rootEntry, entries: mapUnder(entries, REPORT_ROOT)?.entries ?? [], problems };
}

/**
 * The code block of the report template: the first one whose root key is that of the report, preferably in a section about the
 * answer; or else the only YAML or JSON code block of such a section. With several, it is not known which is the report.
 */
function reportFenceOf(file: AgentFile): ReportFence | undefined {
  const all = candidatesOf(file);
  const rooted = all.filter(({ root }) => root !== undefined);
  if (rooted.length > 0) return rooted.find(({ inAnswer }) => inAnswer) ?? rooted[0];
  const loose = all.filter(({ inAnswer }) => inAnswer);
  return loose.length === 1 ? loose[0] : undefined;
}

interface Candidate extends ReportFence {
  readonly inAnswer: boolean;
}

const candidatesOf = lazyFor((file: AgentFile): readonly Candidate[] => {
  const { text } = file.source;
  return file.body.fences.flatMap((fence): readonly Candidate[] => {
    const syntax = syntaxOf(fence.language);
    if (syntax === undefined) return [];
    const report = { content: fence.content, syntax, quotes: quotesBefore(text, fence.opener.start) };
    const key = firstKeyOf(text, report);
    const root = key !== undefined && textAt(text, key) === REPORT_ROOT ? key : undefined;
    // Without a language only the key identifies it.
    if (key === undefined || (root === undefined && fence.language === '')) return [];
    const path = sectionsAt(file.body.root, fence.span);
    const inAnswer = path.some(({ title }) => reportSections.includes(sectionKindOf(title)?.id ?? ''));
    return [{ ...report, fence, root, section: path.at(-1) ?? file.body.root, inAnswer }];
  });
});

/** The YAML and JSON code blocks about the agent's answer: reports, and all in a section about the answer. */
export function answerFencesOf(file: AgentFile): readonly ReportFence[] {
  return candidatesOf(file).filter(({ root, inAnswer }) => root !== undefined || inAnswer);
}

/** The sections around a span, outermost first. */
export function sectionsAt(root: Section, range: Span): readonly Section[] {
  const path: Section[] = [];
  let section: Section | undefined = root;
  while (section !== undefined) {
    path.push(section);
    section = childAt(section.children, range);
  }
  return path;
}

/** The child that contains the span, by binary search, because a body may have any number of headings and code blocks. */
function childAt(children: readonly Section[], range: Span): Section | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((children[middle]?.span.start ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  return child !== undefined && covers(child.span, { start: range.start, end: range.start }) ? child : undefined;
}

/** Whether `offset` is in a section about the answer. */
export const isInAnswer = (file: AgentFile, offset: number): boolean =>
  sectionsAt(file.body.root, { start: offset, end: offset }).some(({ title }) =>
    reportSections.includes(sectionKindOf(title)?.id ?? ''),
  );
