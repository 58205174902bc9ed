/** Reads a report or its template: YAML or JSON between two offsets of a text. */
import { excess } from '../syntax/frontMatter/guard';
import { isKeyCode } from '../syntax/frontMatter/keyLine';
import { readYaml } from '../syntax/frontMatter/yaml';
import type { Entry, Mapping, Problem } from '../syntax/tree';
import { isLineBreak } from '../text/chars';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';
import { masked, type ReportSyntax } from './mask';

/** Where a report is in a text. */
export interface ReportText {
  readonly content: Span;
  readonly syntax: ReportSyntax;
  /** Block quotes whose marks begin each line. */
  readonly quotes: number;
}

export interface ReportReading {
  /** In file order; those that could be read despite problems. Spans refer to the whole text. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads the report. Never throws; a report beyond the bounds of frontmatter has one problem, `limit`, and no entries. */
export function readReport(text: string, { content, syntax, quotes }: ReportText): ReportReading {
  const inner = masked(text, content, syntax, quotes);
  const tooMuch = excess(inner);
  if (tooMuch !== undefined) return { entries: [], problems: [{ code: 'limit', span: content, detail: tooMuch }] };
  const isMasked = syntax === 'json' || quotes > 0;
  const { entries, problems, dangling } = readYaml(text, content, isMasked ? inner : undefined);
  return { entries, problems: [...problems, ...dangling] };
}

/**
 * The first key of a mapping that may be a report: the first word of its first line, or after its first brace.
 * It is found without a parser, so that a report is recognized even when it is not valid.
 */
export function firstKeyOf(text: string, { content, syntax, quotes }: ReportText): Span | undefined {
  // It is nearly always in the first lines, and most code blocks are not reports.
  for (const length of [HEAD, content.end - content.start]) {
    const end = Math.min(content.end, lineFrom(text, content.start + length).next);
    const inner = masked(text, span(content.start, end), syntax, quotes);
    const found = keyAt(inner, firstToken(inner), content.start);
    if (found !== undefined || end === content.end) return found;
  }
  return undefined;
}

/** The key whose first character or quote is at `start` of `inner`, which begins at `at` in the text. */
function keyAt(inner: string, start: number, at: number): Span | undefined {
  const quote = inner[start];
  const isQuoted = quote === '"' || quote === "'";
  const from = isQuoted ? start + 1 : start;
  let end = from;
  while (end < inner.length && isKeyCode(inner.charCodeAt(end))) end++;
  const colon = isQuoted && inner[end] === quote ? end + 1 : end;
  return end === from || inner[skipSpace(inner, colon)] !== ':' ? undefined : span(at + from, at + end);
}

/** How much of a code block is looked at first, in UTF-16 code units. */
const HEAD = 500;

/** The first character that is neither blank, comment, `---` nor an opening brace. */
function firstToken(text: string): number {
  let at = 0;
  while (at < text.length) {
    const next = skipSpace(text, at);
    if (text[next] === '#' || (text.startsWith('---', next) && (next === 0 || isLineBreak(text.charCodeAt(next - 1)))))
      at = lineFrom(text, next).next;
    else if (text[next] === '{') at = next + 1;
    else return next;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r')) at++;
  return at;
}

/** The map under `root`, or undefined when the first entry is not that key or contains no map. */
export function mapUnder(entries: readonly Entry[], root: string): Mapping | undefined {
  const value = entries.find((entry) => entry.key === root)?.value;
  return value?.kind === 'mapping' ? value : undefined;
}
