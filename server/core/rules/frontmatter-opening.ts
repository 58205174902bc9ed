/** Rule: a header that is there but does not begin as the host demands is not seen. */

import { isDelimiterLine } from '../syntax/frontMatter/keyLine';
import { problemsOf } from '../syntax/problems';
import type { AgentFile, Problem } from '../syntax/tree';
import type { Edit, Fix } from '../text/edits';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { quoted } from '../text/quoted';
import { type Span, span } from '../text/span';
import type { Rule } from './rule';

export const frontmatterOpening: Rule = {
  id: 'frontmatter-opening',
  title: 'The header does not begin as it must',
  why: 'The first three characters of the file must be dashes (one byte order mark before them is fine), followed by blanks and a line end only. A blank line, a code fence or a fourth dash, and Claude Code silently sees no agent. A language word such as `---js` even makes some front-matter libraries run the header as code.',
  severity: 'error',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '\n---\n^^^ frontmatter-opening\nname: a\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\nHi\n',
    },
    {
      text: '----\n^^^^ frontmatter-opening\nname: a\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\nHi\n',
    },
    {
      text: '\n    ---\n    ^^^ frontmatter-opening\n    name: a\n    description: Does a thing.\n    ---\n\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\n\nHi\n',
    },
    { text: '---js\n   ^^ frontmatter-opening\n{ name: "a" }\n---\nHi\n' },
    { text: '```yaml\n---\n^^^ frontmatter-opening\nname: a\n---\n```\nHi\n' },
  ],
  good: [{ text: '---  \nname: a\ndescription: Does a thing.\n---\nHi\n' }],
  *check(file, { format }) {
    const codes = [
      'frontmatter-not-first',
      'frontmatter-opener',
      'frontmatter-indented',
      'frontmatter-language',
      'frontmatter-byte-order-mark',
      'frontmatter-line-ends',
    ] as const;
    for (const problem of problemsOf(file, ...codes)) {
      const fix = fixOf(file, problem);
      yield {
        span: problem.span,
        severity: format.lostFrontMatter.severity,
        message: `${whatOf(problem)}, so ${format.host} ${format.lostFrontMatter.effect}. ${doOf(problem)}`,
        ...(fix === undefined ? {} : { fixes: [fix] }),
      };
    }
  },
};

function whatOf(problem: Problem): string {
  switch (problem.code) {
    case 'frontmatter-not-first':
      return 'The header does not stand at the very beginning of the file';
    case 'frontmatter-indented':
      return 'The header is indented';
    case 'frontmatter-language':
      return `The language word ${quoted(problem.detail)} follows the dashes`;
    case 'frontmatter-byte-order-mark':
      return 'The file begins with more than one byte order mark';
    case 'frontmatter-line-ends':
      return 'The lines of this file end in a lone carriage return';
    default:
      return 'The first line is not exactly three dashes';
  }
}

function doOf(problem: Problem): string {
  switch (problem.code) {
    case 'frontmatter-not-first':
      return 'Move the dashes to the first line.';
    case 'frontmatter-indented':
      return 'Move its lines to the left margin, and the dashes to the first line.';
    case 'frontmatter-language':
      return 'Remove the word: the header is YAML, and some libraries run other languages as code.';
    case 'frontmatter-byte-order-mark':
      return 'Keep one at most.';
    case 'frontmatter-line-ends':
      return 'Save it with LF or CRLF line ends.';
    default:
      return 'Write `---` and nothing else on it.';
  }
}

function fixOf(file: AgentFile, problem: Problem): Fix | undefined {
  const from = file.source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (problem.code === 'frontmatter-not-first') {
    // Anything but blank lines before the header was written on purpose and is not ours to delete.
    if (problem.detail !== '') return undefined;
    return {
      title: 'Remove the blank lines before the header',
      safe: true,
      edits: [{ span: span(from, problem.span.start), newText: '' }],
    };
  }
  if (problem.code === 'frontmatter-indented')
    return problem.detail === '' ? dedent(file.source.text, from, problem.span) : undefined;
  if (problem.code === 'frontmatter-opener') {
    const isDashes = !/[^-]/.test(problem.detail);
    return isDashes
      ? { title: 'Write three dashes', safe: true, edits: [{ span: problem.span, newText: '---' }] }
      : undefined;
  }
  if (problem.code === 'frontmatter-language' && (problem.detail === 'yaml' || problem.detail === 'yml')) {
    return { title: 'Remove the language word', safe: true, edits: [{ span: problem.span, newText: '' }] };
  }
  if (problem.code === 'frontmatter-byte-order-mark') {
    return { title: 'Keep one byte order mark', safe: true, edits: [{ span: span(1, problem.span.end), newText: '' }] };
  }
  return undefined;
}

/** Moves the lines from the opening dashes to the closing ones to the left margin, and drops the blank lines before them. */
function dedent(text: string, from: number, dashes: Span): Fix | undefined {
  const first = lineStartAt(text, dashes.start);
  const edits: Edit[] = [{ span: span(from, dashes.start), newText: '' }];
  for (let at = lineFrom(text, first).next; at < text.length; ) {
    const line = lineFrom(text, at);
    const end = Math.min(skipSpaces(text, line.start, line.end), line.start + dashes.start - first);
    if (end > line.start) edits.push({ span: span(line.start, end), newText: '' });
    if (isDelimiterLine(text, { start: end, end: line.end }))
      return { title: 'Move the header to the left margin', safe: true, edits };
    if (edits.length > MAX_LINES) break;
    at = line.next;
  }
  return undefined; // never closed: nobody can say how far the header goes
}

/** Lines of a header that are moved; a longer one is no header that somebody pasted with an indentation. */
const MAX_LINES = 500;
