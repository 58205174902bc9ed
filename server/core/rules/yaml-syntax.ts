/** Rule: frontmatter that is not valid YAML for a reason without a rule of its own. */

import { lossSeverity } from '../findings/loss';
import { faultFindings } from '../findings/yamlFindings';
import type { Fault } from '../repair/faults';
import { problemsOf } from '../syntax/problems';
import type { AgentFile, Problem } from '../syntax/tree';
import { document } from '../text/document';
import { lineAt, lineContent } from '../text/source';
import { type Span, span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  title: 'Invalid YAML in frontmatter',
  why: 'A host cannot read frontmatter that is not valid YAML.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`
        ---
        - name: a
        ^^^^^^^^^ yaml-syntax
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        mcpServers:
          - x
          y: z
        ^^^^^^ yaml-syntax
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: |
          Use this: when things break.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: "Use this: when things break."
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const finding of faultFindings(agent, 'other', adviceOn)) {
      yield { ...finding, span: shownAt(file, finding.span) };
    }
    const reading = agent.reading();
    if (reading.kind === 'broken' && reading.objection !== undefined) {
      const { span, what } = reading.objection;
      const { host, on } = agent.format;
      yield {
        span,
        severity: lossSeverity(agent),
        message: `${host.name} ${on.noFrontMatter.says}: ${what}.`,
      };
    }
    // Some hosts may accept other values than a mapping.
    if (reading.kind === 'not-a-mapping' && agent.verdict() === undefined) return;
    for (const problem of problemsOf(file, 'yaml-not-a-mapping')) {
      yield {
        span: problem.span,
        severity: lossSeverity(agent),
        message: `Write one \`key: value\` pair per line: ${agent.format.host.name} finds ${agent.format.kind === undefined ? 'neither a name nor a description' : 'no fields'} here.`,
      };
    }
  },
};

/** The kind of fault is unknown, so the advice is general. */
const adviceOn = ({ problem }: Fault): string =>
  `Correct this line: ${problem.detail}. Quote text, or write it as an indented block (\`|\`).`;

/** The parser points at one character; the rest of the line is marked too, which is easier to see. */
function shownAt(file: AgentFile, range: Problem['span']): Span {
  const line = lineContent(file.source, lineAt(file.source, range.start));
  if (range.end - range.start > 1) return span(range.start, Math.min(range.end, Math.max(line.end, range.start + 1)));
  return span(range.start, Math.max(line.end, Math.min(range.start + 1, file.source.text.length)));
}
