/** Rule: a header that is never closed is no header. */

import { problemsOf } from '../syntax/problems';
import { isLineBreak } from '../text/chars';
import { lineEndOf } from '../text/source';
import { span } from '../text/span';
import type { Rule } from './rule';

export const frontmatterUnclosed: Rule = {
  id: 'frontmatter-unclosed',
  title: 'The header is never closed',
  why: 'Claude Code looks for a second `---`; where there is none it sees no header and takes the file for a note. Three dots do not close a header.',
  severity: 'error',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\n^^^ frontmatter-unclosed\nname: a\ndescription: Does a thing.\n\nYou are an agent.\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\n\nYou are an agent.\n',
    },
    {
      text: '---\n^^^ frontmatter-unclosed\nname: a\ndescription: Does a thing.\n-----\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\n-----\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\n---\nYou are an agent.\n' }],
  *check(agent) {
    const { file, format } = agent;
    const { frontMatter } = file;
    if (frontMatter === undefined) return;
    for (const problem of problemsOf(file, 'frontmatter-unclosed')) {
      // The host is content with the first three dashes anywhere, of a longer line for example.
      const isSeen = agent.reading()?.kind === 'read';
      const end = lineEndOf(file.source);
      const at = frontMatter.content.end;
      const before = at > 0 && isLineBreak(file.source.text.charCodeAt(at - 1)) ? '' : end;
      yield {
        span: problem.span,
        severity: isSeen ? 'warning' : format.on.noFrontMatter.severity,
        message: `${isSeen ? `No line of three dashes closes the header that begins here. ${format.host.name} ends it at the first three dashes that it finds, other readers do not` : `The header that begins here is never closed, so ${format.host.name} ${format.on.noFrontMatter.says}`}. Put a line of three dashes behind its last field.`,
        fixes: [
          { title: 'Close the header', safe: true, edits: [{ span: span(at, at), newText: `${before}---${end}` }] },
        ],
      };
    }
  },
};
