/** Rule: a report template that cannot be read. */
import { readReport } from '../completionReport/read';
import { answerFencesOf, type ReportFence } from '../completionReport/template';
import type { Finding } from '../findings/finding';
import type { AgentFile, Problem } from '../syntax/tree';
import { document } from '../text/document';
import { lineAt, lineContent } from '../text/source';
import { type Span, span, trimmed } from '../text/span';
import type { Rule } from './rule';

export const reportSyntax: Rule = {
  id: 'report-syntax',
  title: 'The report template is not valid YAML or JSON',
  why: 'An agent copies the template it is shown. When the template does not parse, neither do the reports, and a program that reads them finds nothing.',
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
    for (const fence of answerFencesOf(file)) {
      const { problems } = report?.fence === fence.fence ? report : readReport(file.source.text, fence);
      // The first problem is the writer's; what follows it is often only its echo.
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
      message: `The report template was not read: ${detail}. Nothing is checked in it.`,
    };
  const language = syntax === 'json' ? 'JSON' : 'YAML';
  const what = root === undefined ? `This ${language} is not valid` : `The report template is not valid ${language}`;
  const whose = root === undefined ? 'Answers' : 'Reports';
  return {
    span: shownAt(file, place),
    // Whether a program reads the answer, only a report's own key says.
    ...(root === undefined ? { severity: 'information' as const } : {}),
    message: `${what}: ${detail}. ${whose} written like it cannot be read by a program. Quote the value or correct the indentation.`,
  };
}

/** From where the parser objects to the end of the line; the whole line when it objects to where the line ends. */
function shownAt({ source }: AgentFile, { start }: Span): Span {
  const line = lineContent(source, lineAt(source, start));
  return start < line.end ? span(start, line.end) : trimmed(source.text, line);
}
