/** Rule: a report template that does not parse. */
import { readReport } from '../completionReport/read';
import { answerFencesOf, type ReportFence } from '../completionReport/template';
import type { Finding } from '../findings/finding';
import { firstLost } from '../prose/fencePairs';
import type { AgentFile, Problem } from '../syntax/tree';
import { document } from '../text/document';
import { lineAt, lineContent } from '../text/source';
import { type Span, span, trimmed } from '../text/span';
import type { Rule } from './rule';

export const reportSyntax: Rule = {
  id: 'report-syntax',
  title: 'Invalid YAML or JSON in report template',
  why: 'An agent copies its template. If the template does not parse, the reports do not parse either.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Response Format

        \`\`\`yaml
        completion_report:
          agent: "a
          ^^^^^^^^^ report-syntax
          changes_summary: "x"
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          changes_summary: Done: all of it
                           ^^^^^^^^^^^^^^^ report-syntax
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`json
        { "completion_report": { "agent": "a" "b": 1 } }
                                              ^^^^^^^^^^ report-syntax
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Output Format

        \`\`\`yaml
        summary: Done: all of it
                 ^^^^^^^^^^^^^^^ report-syntax
        \`\`\`

        \`\`\`json
        { "a": 1 "b": 2 }
               ^^^^^^^^^^ report-syntax
        \`\`\`
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
        \`\`\`yaml
        completion_report:
          agent: {{name}}
          files_modified: ["<path>"]
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`json
        { // the report
          "completion_report": { "agent": "a", "files": [ ... ] }
        }
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Setup

        \`\`\`yaml
        agent: "a
        \`\`\`
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const report = agent.report();
    const lost = firstLost(agent.fences());
    for (const fence of answerFencesOf(file)) {
      // After a code fence that is missing or too many, a code block may contain text that is not meant as code.
      if (fence.fence.opener.start >= lost) break;
      const { problems } = report?.fence === fence.fence ? report : readReport(file.source.text, fence);
      // Later problems are often only a consequence of the first one.
      const [problem] = problems;
      if (problem !== undefined && (fence.root !== undefined || problem.code === 'yaml'))
        yield findingOf(file, fence, problem);
    }
  },
};

function findingOf(file: AgentFile, { root, syntax }: ReportFence, { code, detail, span: place }: Problem): Finding {
  if (code === 'limit' && root !== undefined)
    return {
      span: root,
      severity: 'information',
      message: `The report template was not checked: ${detail}.`,
    };
  const language = syntax === 'json' ? 'JSON' : 'YAML';
  const what = root === undefined ? `This ${language} is not valid` : `The report template is not valid ${language}`;
  const whose = root === undefined ? 'answers' : 'reports';
  return {
    span: shownAt(file, place),
    // Only the root key of a report shows that a program reads the answer.
    ...(root === undefined ? { severity: 'information' as const } : {}),
    message: `${what}: ${detail}. Programs cannot read ${whose} like this. Quote the value or correct the indentation.`,
  };
}

/** From the position of the problem to the end of the line; the whole line when the position is the end of the line. */
function shownAt({ source }: AgentFile, { start }: Span): Span {
  const line = lineContent(source, lineAt(source, start));
  return start < line.end ? span(start, line.end) : trimmed(source.text, line);
}
