/** Finds a report in an answer: in a code block, bare between prose, or as the whole text. */
import { bodyOf } from '../syntax/body/body';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../text/lines';
import { type Span, span, textAt } from '../text/span';
import { quotesBefore, syntaxOf } from './mask';
import { firstKeyOf, type ReportText } from './read';

/** A report in an answer. */
export interface FoundReport extends ReportText {
  /** The root key; undefined when the report's keys are at the top. */
  readonly root: Span | undefined;
}

/**
 * The last report in `answer`, because an agent may correct an earlier one. Code blocks take precedence over bare text.
 * @param root the root key of the report; undefined when the template has none
 * @param keys the keys of the report, which identify a report without its root key
 */
export function findReport(answer: string, root: string | undefined, keys: readonly string[]): FoundReport | undefined {
  const fenced = fencedReports(answer);
  const isRoot = ({ key }: Keyed): boolean => root !== undefined && textAt(answer, key) === root;
  const isKey = ({ key }: Keyed): boolean => keys.includes(textAt(answer, key));
  const rooted = fenced.findLast(isRoot);
  if (rooted !== undefined) return { ...rooted.report, root: rooted.key };
  const bare = root === undefined ? undefined : (bareYaml(answer, root) ?? bareJson(answer, root));
  if (bare !== undefined) return bare;
  const loose = fenced.findLast(isKey);
  if (loose !== undefined) return { ...loose.report, root: undefined };
  const whole = wholeText(answer);
  return whole !== undefined && isKey(whole) ? { ...whole.report, root: undefined } : undefined;
}

interface Keyed {
  readonly report: ReportText;
  readonly key: Span;
}

const keyed = (text: string, report: ReportText): readonly Keyed[] => {
  const key = firstKeyOf(text, report);
  return key === undefined ? [] : [{ report, key }];
};

const fencedReports = (answer: string): readonly Keyed[] =>
  bodyOf(answer, 0).fences.flatMap((fence) => {
    const syntax = syntaxOf(fence.language);
    return syntax === undefined
      ? []
      : keyed(answer, { content: fence.content, syntax, quotes: quotesBefore(answer, fence.opener.start) });
  });

function wholeText(answer: string): Keyed | undefined {
  const content = span(0, answer.length);
  return keyed(answer, { content, syntax: answer.trimStart().startsWith('{') ? 'json' : 'yaml', quotes: 0 })[0];
}

/** A line that is the root key and the lines below it that are indented deeper. */
function bareYaml(answer: string, root: string): FoundReport | undefined {
  let found: FoundReport | undefined;
  for (let at = 0; at < answer.length; ) {
    const line = lineFrom(answer, at);
    const start = skipSpaces(answer, line.start, line.end);
    at = line.next;
    if (!answer.startsWith(root, start) || answer[start + root.length] !== ':') continue;
    at = endOfBlock(answer, line, start - line.start);
    const content = span(line.start, at);
    found = { content, syntax: 'yaml', quotes: 0, root: span(start, start + root.length) };
  }
  return found;
}

function endOfBlock(answer: string, first: Line, indent: number): number {
  let end = first.next;
  for (let at = first.next; at < answer.length; ) {
    const line = lineFrom(answer, at);
    const isBlank = isBlankLine(answer, line);
    if (!isBlank && skipSpaces(answer, line.start, line.end) - line.start <= indent) break;
    if (!isBlank) end = line.next;
    at = line.next;
  }
  return end;
}

/** The braces around the last occurrence of the quoted root key. */
function bareJson(answer: string, root: string): FoundReport | undefined {
  const quoted = `"${root}"`;
  const at = answer.lastIndexOf(quoted);
  const open = at < 0 ? -1 : answer.slice(0, at).trimEnd().length - 1;
  if (open < 0 || answer[open] !== '{') return undefined;
  const content = span(open, closingBrace(answer, open));
  return { content, syntax: 'json', quotes: 0, root: span(at + 1, at + 1 + root.length) };
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  let isText = false;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
