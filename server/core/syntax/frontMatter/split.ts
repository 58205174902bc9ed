/** Finds the frontmatter: where it opens, where it closes, and what is wrong with that. */
import matter from 'gray-matter';
import { isBlankLine, type Line, lineFrom, skipSpaces } from '../../text/lines';
import { span } from '../../text/span';
import type { FrontMatter, Problem } from '../tree';
import { hasLongBlankRun, limits } from './guard';
import { isDelimiterLine, keyOf } from './keyLine';

/** Frontmatter without its entries, the offset at which the body begins, and what was found on the way. */
export interface Split {
  readonly frontMatter: Omit<FrontMatter, 'entries' | 'recovered'> | undefined;
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

/**
 * Splits a file into frontmatter and body. A text without a usable opening line is all body.
 * @param knows Whether a word is a field, which decides whether lines below a title are frontmatter.
 */
export function split(text: string, knows: (key: string) => boolean): Split {
  const start = byteOrderMarks(text);
  const first = lineFrom(text, start);
  if (!text.startsWith('---', start)) {
    return { frontMatter: undefined, bodyStart: 0, problems: [missing(text, start, knows)] };
  }
  const word = span(skipSpaces(text, start + 3, first.end), trimEnd(text, first));
  const language = text.slice(word.start, word.end).toLowerCase();
  if (language !== '' && !isWord(language)) {
    return {
      frontMatter: undefined,
      bodyStart: 0,
      problems: [{ code: 'frontmatter-opener', span: span(first.start, first.end), detail: language }],
    };
  }
  const problems: Problem[] = language === '' ? [] : [{ code: 'frontmatter-language', span: word, detail: language }];
  const opener = span(start, start + 3);
  const closing = closingLine(text, first, language);
  if (closing === undefined) {
    const end = frontMatterEnd(text, first.next);
    problems.push({ code: 'frontmatter-unclosed', span: opener, detail: '' });
    const content = span(first.next, end);
    const frontMatter = {
      span: span(start, end),
      opener,
      content,
      closer: undefined,
      closed: false,
      language,
    };
    return { frontMatter, bodyStart: end, problems };
  }
  const frontMatter: Split['frontMatter'] = {
    span: span(start, closing.next),
    opener,
    content: span(first.next, closing.start),
    closer: span(closing.start, closing.start + 3),
    closed: true,
    language,
  };
  return { frontMatter, bodyStart: closing.next, problems };
}

const byteOrderMarks = (text: string): number => {
  let count = 0;
  while (text.charCodeAt(count) === 0xfeff) count++;
  return count;
};

function trimEnd(text: string, line: Line): number {
  let end = line.end;
  while (end > line.start && skipSpaces(text, end - 1, end) === end) end--;
  return end;
}

/** A language word as front-matter libraries take it; `-` cannot begin it, so that `----` is not an opener. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (!isLetter && !(i > 0 && ((code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2e))) return false;
  }
  return true;
}

/**
 * The line that closes the frontmatter. gray-matter splits; it ends at any line that begins with three dashes, so its
 * answer counts only when that line is nothing but dashes, and the search continues after it otherwise.
 */
function closingLine(text: string, first: Line, language: string): Line | undefined {
  const own = delimiterAfter(text, first);
  const guess =
    language === '' || language === 'yaml' ? splitByLibrary(text, first, own?.next ?? text.length) : undefined;
  return guess !== undefined && isDelimiterLine(text, guess) ? guess : own;
}

function delimiterAfter(text: string, first: Line): Line | undefined {
  for (let at = first.next; at < text.length; ) {
    const line = lineFrom(text, at);
    if (isDelimiterLine(text, line)) return line;
    at = line.next;
  }
  return undefined;
}

/** Where gray-matter sees the closing line before `end`; undefined where it must not or need not be called. */
function splitByLibrary(text: string, first: Line, end: number): Line | undefined {
  const head = text.slice(first.start, Math.min(end, first.start + limits.frontMatterLength));
  if (!head.includes('\n') || hasLongBlankRun(head)) return undefined;
  try {
    const { matter: block } = matter(head, inert);
    // `block` is what is between the opening dashes (with their language) and the line end before the closing ones.
    const wordEnd = text.charCodeAt(first.end) === 0x0d ? first.end : first.start + 3 + head.slice(3).search('\n');
    const at = wordEnd + block.length + 1;
    return at < first.start + head.length ? lineFrom(text, at) : undefined;
  } catch {
    return undefined; // it throws on unknown openers and line ends; then our own scan decides
  }
}

/**
 * gray-matter would run `---js` frontmatter as code, and never frees a text when it is called without options.
 * So all of its engines are replaced by one that does nothing, and it is always called with options.
 */
const nothing = { parse: (): object => ({}), stringify: (): string => '' };
const inert = {
  language: 'yaml',
  engines: {
    yaml: nothing,
    yml: nothing,
    json: nothing,
    javascript: nothing,
    js: nothing,
    coffee: nothing,
    coffeescript: nothing,
    cson: nothing,
    toml: nothing,
  },
};

/** Where unclosed frontmatter is assumed to end: before the first line that cannot be YAML of frontmatter. */
function frontMatterEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; ) {
    const line = lineFrom(text, at);
    if (!isBlankLine(text, line)) {
      if (!isYamlLine(text, line)) return end;
      end = line.next;
    }
    at = line.next;
  }
  return end;
}

function isYamlLine(text: string, line: Line): boolean {
  if (skipSpaces(text, line.start, line.end) > line.start) return true;
  if (text.startsWith('- ', line.start)) return true;
  return keyOf(text, line)?.spaced === true;
}

/** The problem of a text that does not begin with dashes: no frontmatter, or frontmatter that is not at the start. */
function missing(text: string, start: number, knows: (key: string) => boolean): Problem {
  let isBelowTitle = false;
  for (let at = start; at < text.length; ) {
    const line = lineFrom(text, at);
    const dashes = skipSpaces(text, line.start, line.end);
    if (isDelimiterLine(text, { start: dashes, end: line.end })) {
      const next = lineFrom(text, line.next);
      const key = { start: skipSpaces(text, next.start, next.end), end: next.end };
      if (keyOf(text, key)?.spaced !== true) break;
      const isIndented = dashes > line.start && key.start - next.start >= dashes - line.start;
      if (!isIndented && (dashes > line.start || key.start > next.start)) break;
      if (isBelowTitle && !hasField(text, line, knows)) break;
      return {
        code: isIndented ? 'frontmatter-indented' : 'frontmatter-not-first',
        span: span(dashes, dashes + 3),
        detail: text.slice(start, line.start).trim(),
      };
    }
    const isTitle = text.startsWith('# ', line.start);
    isBelowTitle ||= isTitle;
    if (!isBlankLine(text, line) && !isCodeFence(text, line) && !isTitle && !text.startsWith('<!--', line.start)) break;
    at = line.next;
  }
  return { code: 'frontmatter-missing', span: span(start, lineFrom(text, start).end), detail: '' };
}

/** Whether one of the lines from an opening to a closing line of dashes begins with a field. */
function hasField(text: string, opening: Line, knows: (key: string) => boolean): boolean {
  for (let at = opening.next; at < text.length && at < opening.next + limits.frontMatterLength; ) {
    const line = lineFrom(text, at);
    if (isDelimiterLine(text, line)) return false;
    const key = keyOf(text, line);
    if (key?.spaced === true && knows(text.slice(key.span.start, key.span.end))) return true;
    at = line.next;
  }
  return false;
}

const isCodeFence = (text: string, line: Line): boolean =>
  text.startsWith('```', line.start) || text.startsWith('~~~', line.start);
