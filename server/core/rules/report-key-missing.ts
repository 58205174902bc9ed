/** Rule: a key that the repository requires is missing from the report template. */
import { addKey } from '../completionReport/addKey';
import { inReportOrder } from '../sectionKinds/required';
import { document } from '../text/document';
import { asLabel, quoted } from '../text/quoted';
import type { Rule } from './rule';

const frontMatter = '---\nname: a\ndescription: Does a thing.\n---\n';
const keys = ['agent', 'files_modified', 'risk'];

export const reportKeyMissing: Rule = {
  id: 'report-key-missing',
  title: 'Missing key in the report template',
  why: 'The settings of the repository (`report.keys`, or the profile in `sections`) list the keys of a completion report. An agent writes the keys that its template shows.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ${frontMatter}\`\`\`yaml
        completion_report:
        ^^^^^^^^^^^^^^^^^ report-key-missing
          agent: a
          risk: "[low, medium or high]" # always
        \`\`\`
        `,
      reportKeys: keys,
      fixed: document`
        ${frontMatter}\`\`\`yaml
        completion_report:
          agent: a
          files_modified:
            - "[path]"
          risk: "[low, medium or high]" # always
        \`\`\`
        `,
    },
    {
      text: document`
        ${frontMatter}\`\`\`json
        {
          "completion_report": {
           ^^^^^^^^^^^^^^^^^ report-key-missing
            "files_modified": ["[path]"],
            "risk": "[how much]"
          }
        }
        \`\`\`
        `,
      reportKeys: keys,
      fixed: document`
        ${frontMatter}\`\`\`json
        {
          "completion_report": {
            "agent": "[name]",
            "files_modified": ["[path]"],
            "risk": "[how much]"
          }
        }
        \`\`\`
        `,
    },
    {
      text: document`
        ${frontMatter}> \`\`\`yaml
        > completion_report:
          ^^^^^^^^^^^^^^^^^ report-key-missing
        >   agent: a
        >   files_modified:
        >     - "[path]" # each
        >   notes: x
        > \`\`\`
        `,
      reportKeys: keys,
      fixed: document`
        ${frontMatter}> \`\`\`yaml
        > completion_report:
        >   agent: a
        >   files_modified:
        >     - "[path]" # each
        >   risk: "[risk]"
        >   notes: x
        > \`\`\`
        `,
    },
    {
      text: document`
        ${frontMatter}\`\`\`json
        { "completion_report": { "agent": "a", "risk": "[how much]" } }
           ^^^^^^^^^^^^^^^^^ report-key-missing
        \`\`\`
        `,
      reportKeys: keys,
      fixed: document`
        ${frontMatter}\`\`\`json
        { "completion_report": { "agent": "a", "files_modified": ["[path]"], "risk": "[how much]" } }
        \`\`\`
        `,
    },
  ],
  good: [
    {
      text: document`
        ${frontMatter}\`\`\`yaml
        completion_report:
          risk: "[how much]"
          agent: a
          files_modified: []
          notes: x
        \`\`\`
        `,
      reportKeys: keys,
    },
    {
      text: document`
        ${frontMatter}\`\`\`yaml
        completion_report:
          notes: x
        \`\`\`
        `,
    },
    {
      text: document`
        ${frontMatter}## Output Format

        \`\`\`yaml
        notes: x
        \`\`\`
        `,
      reportKeys: keys,
    },
    { text: `${frontMatter}Be short.\n`, reportKeys: keys },
  ],
  *check(agent, { reportKeys }) {
    const { file } = agent;
    if (reportKeys.length === 0) return;
    const report = agent.report();
    // A template without a root key, or one that cannot be read, may not be a report.
    if (report?.root === undefined || report.problems.length > 0) return;
    const present = new Set(report.entries.map(({ key }) => key));
    const order = inReportOrder(reportKeys).map(({ key }) => key);
    for (const kind of reportKeys) {
      if (present.has(kind.key)) continue;
      const edit = addKey(file, report, kind, order);
      yield {
        span: report.root,
        message: `The completion report is missing ${quoted(kind.key)} ("${asLabel(kind.summary)}"), which this repository's configuration requires.`,
        ...(edit && { fixes: [{ title: `Add the key ${quoted(kind.key)}`, safe: false, edits: [edit] }] }),
      };
    }
  },
};
