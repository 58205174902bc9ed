/** Rule: frontmatter without closing dashes. */

import { type Agent, withText } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import { lossSeverity } from '../findings/loss';
import { closerOf } from '../hosts/reading';
import { problemsOf } from '../syntax/problems';
import { isLineBreak } from '../text/chars';
import { document } from '../text/document';
import { applyEdits, type Edit, type Fix, insertAt } from '../text/edits';
import { lineStartAt } from '../text/lines';
import { lineEndOf } from '../text/source';
import { promptKinds, type Rule } from './rule';

export const frontmatterUnclosed: Rule = {
  id: 'frontmatter-unclosed',
  title: 'Frontmatter without closing dashes',
  why: 'Without a second line of three dashes the host does not see the frontmatter, and so no agent. Three dots do not close frontmatter.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
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
      const isSeen = agent.reading().kind === 'read';
      yield {
        span: problem.span,
        severity: isSeen ? 'warning' : lossSeverity(agent),
        message: `Unclosed frontmatter: ${host.name} ${isSeen ? seenTo(agent) : on.noFrontMatter.says}. Add a \`---\` line after the last field.`,
        fixes: fixesOf(agent),
      };
    }
  },
};

/** Where the host ends the frontmatter that it reads: at dashes inside a line, or with the file. */
const seenTo = (agent: Agent): string =>
  endsWithFile(agent)
    ? 'reads the rest of the file as frontmatter, and other hosts see none'
    : 'ends it at the first three dashes that it finds, but other hosts do not';

/** Whether the host ends the frontmatter with the file. */
function endsWithFile(agent: Agent): boolean {
  const closer = closerOf(agent.reading());
  return closer !== undefined && closer.start === closer.end;
}

/**
 * Closes the frontmatter where the host ends it, so that the host reads the same fields; after its last field where the host finds
 * no end.
 */
function fixesOf(agent: Agent): readonly Fix[] {
  const { frontMatter, source } = agent.file;
  if (frontMatter === undefined) return [];
  const { text } = source;
  const closer = closerOf(agent.reading());
  const hostEnd = closer !== undefined && lineStartAt(text, closer.start) === closer.start;
  // Where the host already finds an end, another one changes where the prompt begins.
  const isLost = closer === undefined || endsWithFile(agent);
  const at = hostEnd && !isLost ? closer.start : frontMatter.content.end;
  const end = lineEndOf(source);
  const before = at > 0 && isLineBreak(text.charCodeAt(at - 1)) ? '' : end;
  const edits = [insertAt(at, `${before}---${end}`)];
  const safe = isLost && isProvedSafe(agent, edits) && loadsWith(edits, agent);
  return [{ title: 'Close the frontmatter', safe, edits }];
}

const loadsWith = (edits: readonly Edit[], agent: Agent): boolean =>
  withText(applyEdits(agent.file.source.text, edits), agent).verdict()?.cause === null;
