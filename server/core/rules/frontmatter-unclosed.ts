/** Rule: frontmatter that is never closed is none. */
import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { closerOf } from '../hosts/reading';
import { problemsOf } from '../syntax/problems';
import { isLineBreak } from '../text/chars';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { lineStartAt } from '../text/lines';
import { lineEndOf } from '../text/source';
import { span } from '../text/span';
import type { Rule } from './rule';

export const frontmatterUnclosed: Rule = {
  id: 'frontmatter-unclosed',
  title: 'The header is never closed',
  why: 'Claude Code looks for a second `---`; where there is none it sees no header and takes the file for a note. Three dots do not close a header.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        ^^^ frontmatter-unclosed
        name: a
        description: Does a thing.

        You are an agent.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---

        You are an agent.
        `,
    },
    {
      text: document`
        ---
        ^^^ frontmatter-unclosed
        name: a
        description: Does a thing.
        -----
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        -----
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        You are an agent.
        `,
    },
  ],
  *check(agent) {
    const { host, on } = agent.format;
    for (const problem of problemsOf(agent.file, 'frontmatter-unclosed')) {
      // The host may end it at dashes that are no line of their own.
      const isSeen = agent.reading().kind === 'read';
      yield {
        span: problem.span,
        severity: isSeen ? 'warning' : on.noFrontMatter.severity,
        message: `${isSeen ? `No line of three dashes closes the header that begins here. ${host.name} ends it at the first three dashes that it finds, other readers do not` : `The header that begins here is never closed, so ${host.name} ${on.noFrontMatter.says}`}. Put a line of three dashes behind its last field.`,
        fixes: fixesOf(agent),
      };
    }
  },
};

/**
 * Closes the frontmatter after its last field, or where the host ends it when it would read something else otherwise. Where
 * neither is proved safe, only a person can say where it ends.
 */
function fixesOf(agent: Agent): readonly Fix[] {
  const { frontMatter, source } = agent.file;
  if (frontMatter === undefined) return [];
  const { text } = source;
  const closer = closerOf(agent.reading());
  const hostEnd = closer !== undefined && lineStartAt(text, closer.start) === closer.start;
  const places = [frontMatter.content.end, ...(hostEnd ? [closer.start] : [])];
  const fixes = places.map((at): Fix => {
    const end = lineEndOf(source);
    const before = at > 0 && isLineBreak(text.charCodeAt(at - 1)) ? '' : end;
    const edits = [{ span: span(at, at), newText: `${before}---${end}` }];
    return { title: 'Close the header', safe: isProvedSafe(agent, edits), edits };
  });
  const proved = fixes.filter(({ safe }) => safe);
  return (proved.length > 0 ? proved : fixes).slice(0, 1);
}
