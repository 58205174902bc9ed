/** Rule: a key that the repository asks for is not in the report template. */
import { addKey } from '../completionReport/addKey';
import { inReportOrder } from '../sectionKinds/required';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const frontMatter = '---\nname: a\ndescription: Does a thing.\n---\n';
const keys = ['agent', 'files_modified', 'risk'];

export const reportKeyMissing: Rule = {
  id: 'report-key-missing',
  title: 'A key is missing in the report template that the settings ask for',
  why: 'The settings of this repository (`report.keys`, or the profile of `sections`) say which keys a completion report has, so that whoever collects the reports finds the same in each of them. An agent writes the keys that its template shows. Without that setting nothing is asked for.',
  severity: 'warning',
  bad: [
    {
      text: `${frontMatter}\`\`\`yaml\ncompletion_report:\n^^^^^^^^^^^^^^^^^ report-key-missing\n  agent: a\n  risk: "[low, medium or high]" # always\n\`\`\`\n`,
      reportKeys: keys,
      fixed: `${frontMatter}\`\`\`yaml\ncompletion_report:\n  agent: a\n  files_modified:\n    - "[path]"\n  risk: "[low, medium or high]" # always\n\`\`\`\n`,
    },
    {
      text: `${frontMatter}\`\`\`json\n{\n  "completion_report": {\n   ^^^^^^^^^^^^^^^^^ report-key-missing\n    "files_modified": ["[path]"],\n    "risk": "[how much]"\n  }\n}\n\`\`\`\n`,
      reportKeys: keys,
      fixed: `${frontMatter}\`\`\`json\n{\n  "completion_report": {\n    "agent": "[name]",\n    "files_modified": ["[path]"],\n    "risk": "[how much]"\n  }\n}\n\`\`\`\n`,
    },
    {
      text: `${frontMatter}> \`\`\`yaml\n> completion_report:\n  ^^^^^^^^^^^^^^^^^ report-key-missing\n>   agent: a\n>   files_modified:\n>     - "[path]" # each\n>   notes: x\n> \`\`\`\n`,
      reportKeys: keys,
      fixed: `${frontMatter}> \`\`\`yaml\n> completion_report:\n>   agent: a\n>   files_modified:\n>     - "[path]" # each\n>   risk: "[risk]"\n>   notes: x\n> \`\`\`\n`,
    },
    {
      text: `${frontMatter}\`\`\`json\n{ "completion_report": { "agent": "a", "risk": "[how much]" } }\n   ^^^^^^^^^^^^^^^^^ report-key-missing\n\`\`\`\n`,
      reportKeys: keys,
      fixed: `${frontMatter}\`\`\`json\n{ "completion_report": { "agent": "a", "files_modified": ["[path]"], "risk": "[how much]" } }\n\`\`\`\n`,
    },
  ],
  good: [
    {
      text: `${frontMatter}\`\`\`yaml\ncompletion_report:\n  risk: "[how much]"\n  agent: a\n  files_modified: []\n  notes: x\n\`\`\`\n`,
      reportKeys: keys,
    },
    { text: `${frontMatter}\`\`\`yaml\ncompletion_report:\n  notes: x\n\`\`\`\n` },
    { text: `${frontMatter}## Output Format\n\n\`\`\`yaml\nnotes: x\n\`\`\`\n`, reportKeys: keys },
    { text: `${frontMatter}Be short.\n`, reportKeys: keys },
  ],
  *check(agent, { reportKeys }) {
    const { file } = agent;
    if (reportKeys.length === 0) return;
    const report = agent.report();
    // A template under no root, or one that cannot be read, may be no report at all.
    if (report?.root === undefined || report.problems.length > 0) return;
    const present = new Set(report.entries.map(({ key }) => key));
    const order = inReportOrder(reportKeys).map(({ key }) => key);
    for (const kind of reportKeys) {
      if (present.has(kind.key)) continue;
      const edit = addKey(file, report, kind, order);
      yield {
        span: report.root,
        message: `The report template has no key ${quoted(kind.key)}, which the settings of this repository ask for. ${kind.summary} Add it.`,
        ...(edit && { fixes: [{ title: `Add the key ${quoted(kind.key)}`, safe: false, edits: [edit] }] }),
      };
    }
  },
};
