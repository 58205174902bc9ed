/** Rule: a list of the report that the template writes as one string. */

import type { Finding } from '../findings/finding';
import { reportKeys } from '../sectionKinds/reportKeys';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportListText: Rule = {
  id: 'report-list-text',
  title: 'Report list written as a string',
  why: 'YAML reads comma-separated names as one string. A program that expects a list rejects it, or iterates over its characters.',
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

/** Only single words are certainly a list: a comma may also be part of a sentence. */
function check({ key, value }: Entry): Finding | undefined {
  if (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded') return undefined;
  const parts = value.text.split(',').map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => /^[\w./@-]+$/.test(part))) return undefined;
  const newText = `[${parts.map((part) => `"${part}"`).join(', ')}]`;
  return {
    span: value.span,
    message: `${quoted(key)} should be a list, but YAML reads this value as one string. Put the items in brackets.`,
    fixes: [{ title: `Convert ${quoted(key)} to a list`, safe: false, edits: [{ span: value.span, newText }] }],
  };
}
