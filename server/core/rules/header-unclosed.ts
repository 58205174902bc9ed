/** Rule: a header that is never closed is no header. */
import { lineStartAt } from '../syntax/lines';
import type { AgentFile } from '../syntax/tree';
import { lineEndOf } from '../text/source';
import { isBreakCode, span } from '../text/span';
import { problemsOf } from './problems';
import type { Context, Fix, Rule } from './rule';
import { isProvedSafe } from './safety';

export const headerUnclosed: Rule = {
  id: 'header-unclosed',
  title: 'The header is never closed',
  why: 'Claude Code looks for a second `---`; where there is none it sees no header and takes the file for a note. Three dots do not close a header.',
  severity: 'error',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\n^^^ header-unclosed\nname: a\ndescription: Does a thing.\n\nYou are an agent.\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\n\nYou are an agent.\n',
    },
    {
      text: '---\n^^^ header-unclosed\nname: a\ndescription: Does a thing.\n-----\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\n---\n-----\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\n---\nYou are an agent.\n' }],
  *check(file, context) {
    const { dialect, facts } = context;
    for (const problem of problemsOf(file, 'header-unclosed')) {
      // The host is content with the first three dashes anywhere, of a longer line for example.
      const isSeen = facts.reading()?.kind === 'read';
      yield {
        span: problem.span,
        severity: isSeen ? 'warning' : dialect.lostHeader.severity,
        message: `${isSeen ? `No line of three dashes closes the header that begins here. ${dialect.host} ends it at the first three dashes that it finds, other readers do not` : `The header that begins here is never closed, so ${dialect.host} ${dialect.lostHeader.effect}`}. Put a line of three dashes behind its last field.`,
        fixes: fixesOf(file, context),
      };
    }
  },
};

/**
 * Closes the frontmatter after its last field, or where the host ends it when it would read something else otherwise. Where
 * neither is proved safe, only a person can say where it ends.
 */
function fixesOf(file: AgentFile, { dialect, path }: Context): readonly Fix[] {
  const { header } = file;
  if (header === undefined) return [];
  const { text } = file.source;
  const { hostCloser } = header;
  const hostEnd = hostCloser !== undefined && lineStartAt(text, hostCloser.start) === hostCloser.start;
  const places = [header.content.end, ...(hostEnd ? [hostCloser.start] : [])];
  const fixes = places.map((at): Fix => {
    const end = lineEndOf(file.source);
    const before = at > 0 && isBreakCode(text.charCodeAt(at - 1)) ? '' : end;
    const edits = [{ span: span(at, at), newText: `${before}---${end}` }];
    return { title: 'Close the header', safe: isProvedSafe(file, edits, dialect, path), edits };
  });
  const proved = fixes.filter(({ safe }) => safe);
  return (proved.length > 0 ? proved : fixes).slice(0, 1);
}
