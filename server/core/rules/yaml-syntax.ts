/** Rule: a header that is not valid YAML. */
import { readAsHost } from '../hosts/index';
import type { AgentFile, Problem } from '../syntax/tree';
import { lineAt, lineContent } from '../text/source';
import { type Span, span } from '../text/span';
import { problemsOf } from './problems';
import type { Rule } from './rule';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  title: 'The header is not valid YAML',
  why: 'When the header does not parse, Claude Code tries once more with one-line values put in quotes. What that saves loads there and breaks in every stricter reader; what it does not save is lost, name and all, and only the debug log tells.',
  severity: 'error',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: "He said "hi" to me"\n                       ^^^^^^^^^^ yaml-syntax\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription:Does a thing.\n^^^^^^^^^^^^ yaml-syntax\ntools: Read\n---\nHi\n' },
    { text: '---\n- name: a\n^^^^^^^^^ yaml-syntax\n---\nHi\n' },
  ],
  good: [
    { text: '---\nname: a\ndescription: |\n  Use this: when things break.\n---\nHi\n' },
    { text: '---\nname: a\ndescription: "Use this: when things break."\n---\nHi\n' },
  ],
  *check(file, { dialect }) {
    const reading = readAsHost(file, dialect);
    const isSaved = reading?.kind === 'read' && reading.repaired;
    for (const problem of problemsOf(file, 'yaml')) {
      yield isSaved
        ? {
            span: shownAt(file, problem),
            severity: 'warning',
            message: `This is not valid YAML (${problem.detail}). ${dialect.host} repairs it by quoting the value, other readers of the file do not. Quote the value or turn it into a block scalar.`,
          }
        : {
            span: shownAt(file, problem),
            message: `The header is not valid YAML: ${problem.detail}. ${dialect.host} does not load the agent; only its debug log says so. Quote the value or turn it into an indented block scalar.`,
          };
    }
    for (const problem of problemsOf(file, 'yaml-not-a-map')) {
      yield {
        span: problem.span,
        message: `The header is no set of \`key: value\` lines, so ${dialect.host} finds neither name nor description in it. Write one field a line.`,
      };
    }
  },
};

/** The parser points at one character; a person sees more when the rest of the line is marked too. */
function shownAt(file: AgentFile, { span: range }: Problem): Span {
  const line = lineContent(file.source, lineAt(file.source, range.start));
  if (range.end - range.start > 1) return span(range.start, Math.min(range.end, Math.max(line.end, range.start + 1)));
  return span(range.start, Math.max(line.end, Math.min(range.start + 1, file.source.text.length)));
}
