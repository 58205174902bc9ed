/** Headings and fences of a body as comparable lines of text, once from the scanner and once from markdown-it. */
import MarkdownIt from 'markdown-it';
import { bodyOf } from '../../server/core/syntax/body/body';
import type { Fence, Section } from '../../server/core/syntax/tree';
import { lineAt, type Source, sourceOf } from '../../server/core/text/source';

/** `line h-level title` or `first-last ~ language`; lines are zero-based and counted from where the body begins. */
export type Fact = string;

const markdown = new MarkdownIt('commonmark', { html: true, maxNesting: 300 });

export function scannerFacts(text: string, start: number): readonly Fact[] {
  const body = bodyOf(text, start);
  const source = sourceOf(text.slice(start));
  const headings = sectionsUnder(body.root).map(({ heading, level, title }) =>
    headingFact(lineAt(source, heading.start - start), level, title),
  );
  const fences = body.fences.map((fence) =>
    fenceFact(lineAt(source, fence.span.start - start), lastLine(source, fence, start), fence.language),
  );
  return [...headings, ...fences];
}

export function markdownItFacts(text: string, start: number): readonly Fact[] {
  const headings: Fact[] = [];
  const fences: Fact[] = [];
  // Without a last line end markdown-it drops a last line that holds nothing but spaces.
  const tokens = markdown.parse(ended(text.slice(start)), {});
  tokens.forEach((token, i) => {
    const [first, next] = token.map ?? [0, 0];
    if (token.type === 'heading_open') {
      headings.push(headingFact(first, Number(token.tag.slice(1)), tokens[i + 1]?.content ?? ''));
    } else if (token.type === 'fence') {
      fences.push(fenceFact(first, next - 1, firstWord(token.info)));
    }
  });
  return [...headings, ...fences];
}

/** All sections below `root`, in file order, without recursion. */
export function sectionsUnder(root: Section): readonly Section[] {
  const found: Section[] = [];
  const waiting = [...root.children].reverse();
  for (let section = waiting.pop(); section !== undefined; section = waiting.pop()) {
    found.push(section);
    waiting.push(...[...section.children].reverse());
  }
  return found;
}

const headingFact = (line: number, level: number, title: string): Fact =>
  `${line} h${level} ${title
    .replaceAll('\0', '\ufffd')
    .split('\n')
    .map((part) => part.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join(' ')}`;

const fenceFact = (first: number, last: number, language: string): Fact =>
  `${first}-${last} ~ ${language.toLowerCase().replaceAll('\0', '\ufffd')}`;

/** Words end at space and tab only, as CommonMark has it; `trim` would take U+2028 for white space too. */
const firstWord = (info: string): string => info.split(/[ \t]/).find((word) => word !== '') ?? '';

function lastLine(source: Source, fence: Fence, start: number): number {
  const { closer, content, opener } = fence;
  if (closer !== undefined) return lineAt(source, closer.start - start);
  return lineAt(source, (content.end > content.start ? content.end - 1 : opener.start) - start);
}

const ended = (text: string): string => (text.endsWith('\n') || text.endsWith('\r') ? text : `${text}\n`);
