/** Rule: frontmatter without closing dashes. */
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
  title: 'Frontmatter without closing dashes',
  why: 'Without a second line of three dashes the host does not see the frontmatter, and so no agent. Three dots do not close frontmatter.',
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
      // The host may end it at dashes inside a line.
      const isSeen = agent.reading().kind === 'read';
      yield {
        span: problem.span,
        severity: isSeen ? 'warning' : on.noFrontMatter.severity,
        message: `Unclosed frontmatter: ${host.name} ${isSeen ? 'ends it at the first three dashes that it finds, but other hosts do not' : on.noFrontMatter.says}. Add a \`---\` line after the last field.`,
        fixes: fixesOf(agent),
      };
    }
  },
};

/**
 * Closes the frontmatter after its last field, or where the host ends it if the host would otherwise read something else. If
 * neither is proved safe, the first one is offered as an unsafe fix.
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
    return { title: 'Close the frontmatter', safe: isProvedSafe(agent, edits), edits };
  });
  const proved = fixes.filter(({ safe }) => safe);
  return (proved.length > 0 ? proved : fixes).slice(0, 1);
}
