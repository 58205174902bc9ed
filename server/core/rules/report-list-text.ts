/** Rule: a list of the report that the template writes as one text. */

import type { Finding } from '../findings/finding';
import { reportKeys } from '../sectionKinds/reportKeys';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportListText: Rule = {
  id: 'report-list-text',
  title: 'A list of the report template is written as text',
  why: 'YAML reads names with commas between as one text. A program that expects a list goes through its characters, or refuses the report.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          files_modified: src/a.ts, src/b.ts
                          ^^^^^^^^^^^^^^^^^^ report-list-text
        \`\`\`
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          files_modified: ["src/a.ts", "src/b.ts"]
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
          documentation_updates: "README.md, CHANGELOG.md"
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ report-list-text
        \`\`\`
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          documentation_updates: ["README.md", "CHANGELOG.md"]
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
          files_modified: [src/a.ts, src/b.ts]
          changes_summary: one, two
          error_handling: what fails, and what the caller sees
          tags: x, y
        \`\`\`
        `,
    },
  ],
  *check(agent) {
    const report = agent.report();
    if (report?.root === undefined || report.problems.length > 0) return;
    const lists = reportKeys.filter(({ shape }) => shape === 'list').map(({ key }) => key);
    for (const entry of report.entries) {
      const finding = lists.includes(entry.key) ? check(entry) : undefined;
      if (finding !== undefined) yield finding;
    }
  },
};

/** Sure only of single words: a comma may as well stand in a sentence. */
function check({ key, value }: Entry): Finding | undefined {
  if (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded') return undefined;
  const parts = value.text.split(',').map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => /^[\w./@-]+$/.test(part))) return undefined;
  const newText = `[${parts.map((part) => `"${part}"`).join(', ')}]`;
  return {
    span: value.span,
    message: `${quoted(key)} takes a list, and YAML reads this as one text. Put the items in brackets.`,
    fixes: [{ title: 'Make it a list', safe: false, edits: [{ span: value.span, newText }] }],
  };
}
