/** Inserting a section into a file: heading and template, where such a section usually stands. */
import type { AgentFile, Section } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { lineAt, lineEndOf, lineSpan } from '../text/source';
import { isBlankCode, isBreakCode, span } from '../text/span';
import { catalogue } from './catalogue';
import { headingText, type KnownSection, usesEmoji } from './known';
import type { SectionKind } from './section';

/**
 * The heading with its template, behind the nearest section that usually stands before it, or else before those behind.
 * @param known The sections of the file that the catalogue knows, as `knownSections` finds them.
 * @returns undefined where everything behind the place is code, because nobody closed a fence.
 */
export function insertion(file: AgentFile, known: readonly KnownSection[], kind: SectionKind): Edit | undefined {
  const parent = kind.parent === undefined ? undefined : known.find((one) => one.kind.id === kind.parent)?.section;
  const siblings =
    parent === undefined ? outermost(known) : known.filter((one) => parent.children.includes(one.section));
  const place = catalogue.indexOf(kind);
  const distance = ({ kind: other }: KnownSection): number => place - catalogue.indexOf(other);
  const before = siblings
    .filter((one) => distance(one) > 0)
    .reduce<KnownSection | undefined>((near, one) => (near && distance(near) < distance(one) ? near : one), undefined);
  const behind = siblings.find((one) => distance(one) < 0);
  const level = (before ?? behind)?.section.level ?? Math.min(6, parent === undefined ? kind.level : parent.level + 1);
  const limit = before?.section.span.end ?? startOf(file, behind?.section) ?? parent?.span.end ?? file.body.span.end;
  return written(file, limit, `${'#'.repeat(level)} ${headingText(kind, usesEmoji(known, level))}`, kind.template);
}

/** The sections of kinds that stand in no other, without those that this file has put deeper than its others. */
function outermost(known: readonly KnownSection[]): readonly KnownSection[] {
  const free = known.filter(({ kind }) => kind.parent === undefined);
  const level = free.reduce((least, { section }) => Math.min(least, section.level), 6);
  return free.filter(({ section }) => section.level === level);
}

/** The start of the line that the section's heading is on: before the marks of a quote that it may stand in. */
const startOf = ({ source }: AgentFile, section: Section | undefined): number | undefined =>
  section && lineSpan(source, lineAt(source, section.heading.start)).start;

/** Writes behind the last text before `limit`, so that the blank lines already there divide it from what follows. */
function written(file: AgentFile, limit: number, heading: string, template: string): Edit | undefined {
  const { text } = file.source;
  const { body } = file;
  let at = limit;
  while (at > body.span.start && isSpaceCode(text.charCodeAt(at - 1))) at--;
  // Behind a fence that nobody closed everything is code.
  if (body.fences.some(({ closer, span: whole }) => closer === undefined && whole.start < at && at <= whole.end))
    return undefined;
  const end = lineEndOf(file.source);
  const isLast = limit === text.length;
  const lines = [heading, '', ...template.trimEnd().split('\n')].join(end);
  if (at > body.span.start) {
    const gap = isLast ? 0 : Math.max(0, 2 - breaksIn(text.slice(at, limit)));
    return { span: span(at, at), newText: end + end + lines + end.repeat(gap) };
  }
  const before = startOfLine(text, limit, end) + (file.header !== undefined && limit === body.span.start ? end : '');
  return { span: span(limit, limit), newText: before + lines + end + (isLast ? '' : end) };
}

/** How many line ends the text holds; CRLF is one. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (isBreakCode(text.charCodeAt(at)) && !(text[at] === '\n' && text[at - 1] === '\r')) count++;
  }
  return count;
}

/** What brings the insertion to the start of a line: nothing, or a line end behind a header without one. */
const startOfLine = (text: string, at: number, end: string): string =>
  at === 0 || isBreakCode(text.charCodeAt(at - 1)) ? '' : end;

const isSpaceCode = (code: number): boolean => isBlankCode(code) || isBreakCode(code);
