/** Inserts a section into a file, heading and template, where such a section usually is. */
import type { AgentFile, Section } from '../syntax/tree';
import { isLineBreak, isWhitespace } from '../text/chars';
import type { Edit } from '../text/edits';
import { lineAt, lineEndOf, lineSpan } from '../text/source';
import { covers, type Span, span } from '../text/span';
import { catalogue } from './catalogue';
import type { KnownSection } from './known';
import { type Opening, openingOf } from './opening';
import type { SectionKind } from './section';

/** Where a text goes that is lines of its own, with what must be around it there: a heading, blank lines. */
export interface Place {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/**
 * The edit that inserts heading and template where `placeOfNew` puts the section.
 * @returns undefined where everything after the position is in an unclosed code block.
 */
export function insertion(file: AgentFile, known: readonly KnownSection[], kind: SectionKind): Edit | undefined {
  const place = placeOfNew(file, known, kind);
  if (place === undefined) return undefined;
  const text = kind.template.trimEnd().replaceAll('\n', lineEndOf(file.source));
  return { span: place.span, newText: place.before + text + place.after };
}

/**
 * The place of the text of a new section, with its heading: after the nearest section that usually precedes it, or else before those
 * that follow.
 * @param known The sections of the file that the catalogue knows, as `knownSections` finds them.
 * @returns undefined where everything after the position is in an unclosed code block.
 */
export function placeOfNew(file: AgentFile, known: readonly KnownSection[], kind: SectionKind): Place | undefined {
  const parent = kind.parent === undefined ? undefined : known.find((one) => one.kind.id === kind.parent)?.section;
  const siblings = parent === undefined ? outermost(known) : known.filter((one) => isBelow(parent, one.section));
  const place = catalogue.indexOf(kind);
  const distance = ({ kind: other }: KnownSection): number => place - catalogue.indexOf(other);
  const before = siblings
    .filter((one) => distance(one) > 0)
    .reduce<KnownSection | undefined>((near, one) => (near && distance(near) < distance(one) ? near : one), undefined);
  const after = siblings.find((one) => distance(one) < 0);
  const model = (before ?? after)?.section;
  const level = Math.min(6, model?.level ?? (parent === undefined ? kind.level : parent.level + 1));
  const limit = nextAfter(file, before?.section) ?? startOf(file, after?.section) ?? endOf(file, parent);
  return placeBefore(file, limit, openingOf(file.source.text, known, kind, level, model));
}

/** The place at the end of a section's own text, above its subsections; undefined as above. */
export function placeIn(file: AgentFile, section: Section): Place | undefined {
  const limit = startOf(file, section.children[0]) ?? endOf(file, section);
  return placeBefore(file, Math.max(limit, section.heading.end), undefined);
}

/**
 * The sections of top-level kinds, without those that are deeper in this file. Bold lines are
 * parts of sections; tags count where there is no known heading.
 */
function outermost(known: readonly KnownSection[]): readonly KnownSection[] {
  const free = known.filter(({ kind, section }) => kind.parent === undefined && section.form !== 'bold');
  const headings = free.filter(({ section }) => section.form === 'heading');
  const asked = headings.length > 0 ? headings : free;
  const level = asked.reduce((least, { section }) => Math.min(least, section.level), 6);
  return asked.filter(({ section }) => section.level === level);
}

/** Whether a section is directly in another one. */
const isBelow = (parent: Section, section: Section): boolean =>
  section !== parent &&
  (parent.children.includes(section) ||
    (section.form !== 'heading' && section.level <= parent.level + 1 && covers(parent.span, section.span)));

/** Where a section ends and the next text begins; a closing tag may be on any line, and blank lines after it. */
function nextAfter({ source: { text } }: AgentFile, section: Section | undefined): number | undefined {
  if (section?.form !== 'tag') return section?.span.end;
  let at = section.span.end;
  while (at < text.length && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the text of a section or of the body ends; before the closing tag if a tag opens it. */
function endOf({ source: { text }, body }: AgentFile, section: Section | undefined): number {
  if (section === undefined) return body.span.end;
  return section.form === 'tag' ? text.lastIndexOf('</', section.span.end) : section.span.end;
}

/** The start of the line of the section's heading, before block quote marks. */
const startOf = ({ source }: AgentFile, section: Section | undefined): number | undefined =>
  section && lineSpan(source, lineAt(source, section.heading.start)).start;

/** After the last text before `limit`, so that existing blank lines separate it from what follows. */
function placeBefore(file: AgentFile, limit: number, opening: Opening | undefined): Place | undefined {
  const { text } = file.source;
  const { body } = file;
  // Where the body is one of the fields, there is no place for it without that field.
  if (body.span.start === text.length && file.frontMatter?.language === 'toml') return undefined;
  let at = limit;
  while (at > body.span.start && isWhitespace(text.charCodeAt(at - 1))) at--;
  // After an unclosed fence everything is code.
  if (body.fences.some(({ closer, span: whole }) => closer === undefined && whole.start < at && at <= whole.end))
    return undefined;
  const end = lineEndOf(file.source);
  const isLast = limit === body.span.end;
  const opens = opening === undefined ? '' : opening.before + end + (opening.after === undefined ? end : '');
  const closes = opening?.after === undefined ? '' : end + opening.after;
  if (at > body.span.start) {
    const breaks = breaksIn(text.slice(at, limit));
    // At the end of a file no line end is missing, but before the quotes that close a string one is.
    const missing = isLast ? (limit < text.length && breaks === 0 ? 1 : 0) : Math.max(0, 2 - breaks);
    return { span: span(at, at), before: end + end + opens, after: closes + end.repeat(missing) };
  }
  const start =
    startOfLine(text, limit, end) + (file.frontMatter !== undefined && limit === body.span.start ? end : '');
  return { span: span(limit, limit), before: start + opens, after: closes + end + (isLast ? '' : end) };
}

/** How many line ends the text contains; CRLF is one. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (isLineBreak(text.charCodeAt(at)) && !(text[at] === '\n' && text[at - 1] === '\r')) count++;
  }
  return count;
}

/** What must precede the insertion so that it starts a line: nothing, or a line end after frontmatter without one. */
const startOfLine = (text: string, at: number, end: string): string =>
  at === 0 || isLineBreak(text.charCodeAt(at - 1)) ? '' : end;
