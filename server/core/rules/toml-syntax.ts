/** Rule: TOML that no parser can read. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { fileOf } from '../hosts/lookup';
import { textIn } from '../syntax/notation';
import { problemsOf } from '../syntax/problems';
import type { AgentFile, Problem } from '../syntax/tree';
import { document } from '../text/document';
import { applyEdits, type Edit, type Fix } from '../text/edits';
import { lineFrom } from '../text/lines';
import { lineAt, lineContent } from '../text/source';
import { type Span, span } from '../text/span';
import { everyKind, type Rule } from './rule';

export const tomlSyntax: Rule = {
  id: 'toml-syntax',
  title: 'Invalid TOML',
  why: 'A host that reads TOML does not load a file that is not valid, so one missing quote loses the whole agent.',
  severity: 'error',
  kinds: everyKind,
  bad: [
    {
      notation: 'toml',
      text: document`
        name = "reviewer"
        description = Reviews a diff.
                      ^^^^^^^^^^^^^^^ toml-syntax
        developer_instructions = "You review code."
        `,
      fixed: document`
        name = "reviewer"
        description = "Reviews a diff."
        developer_instructions = "You review code."
        `,
    },
    {
      notation: 'toml',
      text: document`
        name: reviewer
            ^^^^^^^^^^ toml-syntax
        description = "Reviews a diff."
        developer_instructions = "You review code."
        `,
      fixed: document`
        name = "reviewer"
        description = "Reviews a diff."
        developer_instructions = "You review code."
        `,
    },
    {
      notation: 'toml',
      text: document`
        name = "reviewer"
        description = "Reviews "all" of a diff."
                                ^^^^^^^^^^^^^^^^ toml-syntax
        developer_instructions = "You review code."
        `,
      fixed: document`
        name = "reviewer"
        description = 'Reviews "all" of a diff.'
        developer_instructions = "You review code."
        `,
    },
  ],
  good: [
    {
      notation: 'toml',
      text: document`
        name = "reviewer"
        description = "Reviews a diff."
        developer_instructions = '''
        You review code.
        '''
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const problems = problemsOf(file, 'toml');
    for (const [i, problem] of problems.entries()) {
      const fix = i < MAX_FIXES ? fixOf(agent, problem) : undefined;
      yield {
        span: shownAt(file, problem.span),
        severity: format.on.noFrontMatter.severity,
        message: `Invalid TOML: ${problem.detail}. ${format.host.name} ${format.on.noFrontMatter.says}.`,
        ...(fix === undefined ? {} : { fixes: [fix] }),
      };
    }
  },
};

/** How many problems get a fix at once, because each fix is tried on the whole file. */
const MAX_FIXES = 4;

/** The parser points at one character; the rest of the line is marked too, which is easier to see. */
function shownAt({ source }: AgentFile, { start }: Span): Span {
  const line = lineContent(source, lineAt(source, start));
  const end = line.start + source.text.slice(line.start, line.end).trimEnd().length;
  return span(start, Math.max(end, Math.min(start + 1, source.text.length)));
}

/** Writes the line of the problem as TOML, if that is one problem less. */
function fixOf(agent: Agent, problem: Problem): Fix | undefined {
  const { file, format } = agent;
  const line = lineContent(file.source, lineAt(file.source, problem.span.start));
  const edit = editOf(file.source.text, line);
  if (edit === undefined) return undefined;
  const after = fileOf(applyEdits(file.source.text, [edit]), format);
  if (problemsOf(after, 'toml').length >= problemsOf(file, 'toml').length) return undefined;
  return { title: 'Write this line as TOML', safe: isProvedSafe(agent, [edit]), edits: [edit] };
}

/** UTF-16 code units. How a longer line was meant is not guessed. */
const MAX_LINE = 2_000;

function editOf(text: string, line: Span): Edit | undefined {
  if (line.end - line.start > MAX_LINE) return undefined;
  const written = text.slice(line.start, line.end);
  const [, before, key, value] = /^([ \t]*)([\w-]+)[ \t]*[:=]+[ \t]*(\S.*?)?[ \t]*[,;]?[ \t]*$/.exec(written) ?? [];
  if (before === undefined || key === undefined || value === undefined) return undefined;
  if (/^(?:[[{]|"""|''')/.test(value) || (isOpen(value) && !endsWithLine(text, line.end))) return undefined;
  const start = line.start + before.length;
  const end = line.start + written.trimEnd().length;
  return { span: span(start, end), newText: `${key} = ${asToml(value)}` };
}

/** Whether the value begins with a quote that nothing in its line closes. */
const isOpen = (value: string): boolean => /^["']/.test(value) && value.split(value.charAt(0)).length % 2 === 0;

/** Whether the next line is empty or begins something else. Otherwise the text was meant to go on there. */
function endsWithLine(text: string, end: number): boolean {
  const next = lineFrom(text, lineFrom(text, end).next);
  return /^[ \t]*(?:$|#|\[|[\w."'-]+[ \t]*[:=])/.test(text.slice(next.start, next.end));
}

/** The value as TOML: words get quotes, and quotes inside of quotes are kept. */
function asToml(value: string): string {
  const isText = /^"(?:[^"\\]|\\.)*"$|^'[^']*'$/.test(value);
  if (isText || /^(?:true|false|[-+]?\d+)$/.test(value)) return value;
  if (/^(?:true|false)$/i.test(value)) return value.toLowerCase();
  // A quote that is never closed belongs to TOML, not to the words.
  if (isOpen(value)) return textIn('toml', value.slice(1));
  const [, inner] = /^"(.*)"$/.exec(value) ?? [];
  if (inner !== undefined && !inner.includes("'")) return `'${inner}'`;
  const [, plain] = /^'(.*)'$/.exec(value) ?? [];
  return textIn('toml', inner ?? plain ?? value);
}
