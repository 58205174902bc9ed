/** Rule: a list of the report that the template writes as one text. */

import type { Finding } from '../findings/finding';
import { reportKeys } from '../sectionKinds/reportKeys';
import type { Entry } from '../syntax/tree';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportListText: Rule = {
  id: 'report-list-text',
  title: 'A list of the report template is written as text',
  why: 'YAML reads names with commas between as one text. A program that expects a list goes through its characters, or refuses the report.',
  severity: 'hint',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  files_modified: src/a.ts, src/b.ts\n                  ^^^^^^^^^^^^^^^^^^ report-list-text\n```\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  files_modified: ["src/a.ts", "src/b.ts"]\n```\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  documentation_updates: "README.md, CHANGELOG.md"\n                         ^^^^^^^^^^^^^^^^^^^^^^^^^ report-list-text\n```\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  documentation_updates: ["README.md", "CHANGELOG.md"]\n```\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  files_modified: [src/a.ts, src/b.ts]\n  changes_summary: one, two\n  error_handling: what fails, and what the caller sees\n  tags: x, y\n```\n',
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
