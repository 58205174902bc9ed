/** Replaces the Markdown marks in a code block with spaces, so that it can be parsed as YAML and all offsets stay valid. */
import { lineFrom, skipSpaces } from '../text/lines';
import type { Span } from '../text/span';

export type ReportSyntax = 'yaml' | 'json';

const syntaxes: ReadonlyMap<string, ReportSyntax> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['jsonc', 'json'],
  ['json5', 'json'],
  ['', 'yaml'],
]);

/** How a code block of this language (lower case, empty for none) is parsed; undefined when it cannot contain a report. */
export const syntaxOf = (language: string): ReportSyntax | undefined => syntaxes.get(language);

/**
 * The text of `content` with the marks of `quotes` block quotes at the start of each line, and for JSON its line comments,
 * replaced by spaces. It has the length of `content`, so all offsets stay valid.
 */
export function masked(text: string, content: Span, syntax: ReportSyntax, quotes: number): string {
  const plain = text.slice(content.start, content.end);
  const unquoted = quotes === 0 ? plain : byLine(plain, (line) => withoutQuotes(line, quotes));
  return syntax === 'json' ? byLine(unquoted, withoutComment) : unquoted;
}

/** How many block quotes the line that contains `offset` is in, counting only marks before `offset`. */
export function quotesBefore(text: string, offset: number): number {
  let quotes = 0;
  for (let at = offset - 1; at >= 0 && text[at] !== '\n' && text[at] !== '\r'; at--) if (text[at] === '>') quotes++;
  return quotes;
}

function byLine(text: string, change: (line: string) => string): string {
  let result = '';
  for (let start = 0; start < text.length; ) {
    const line = lineFrom(text, start);
    result += change(text.slice(line.start, line.end)) + text.slice(line.end, line.next);
    start = line.next;
  }
  return result;
}

function withoutQuotes(line: string, quotes: number): string {
  let at = 0;
  for (let left = quotes; left > 0; left--) {
    const mark = skipSpaces(line, at, line.length);
    if (line[mark] !== '>') break;
    at = mark + 1;
  }
  return ' '.repeat(at) + line.slice(at);
}

/** JSON has no comments, but templates written for a model do. */
function withoutComment(line: string): string {
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '\\' && isText) at++;
    else if (character === '"') isText = !isText;
    else if (character === '/' && line[at + 1] === '/' && !isText)
      return line.slice(0, at) + ' '.repeat(line.length - at);
  }
  return line;
}
