/** Rule: a completion report without a key that nearly all other reports beside it have. */
import { renameKey } from '../findings/fieldFixes';
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const withReport = (name: string, keys: string): string => document`
  ---
  name: ${name}
  description: Does a thing.
  ---
  Hi

  \`\`\`yaml
  completion_report:
    agent: ${name}
    files_modified: []
  ${keys}\`\`\`
  `;

const path = '/w/.claude/agents/a.md';

const usual = '  summary: "[text]"\n  next_steps: []\n';

const others = (): Readonly<Record<string, string>> =>
  Object.fromEntries(['b', 'c', 'd', 'e'].map((name) => [`/w/.claude/agents/${name}.md`, withReport(name, usual)]));

const withKeys = (keys: string): string => withReport('a', keys);

export const reportKeyDrift: Rule = {
  id: 'report-key-drift',
  title: 'Report key that only this agent lacks',
  why: 'Whoever reads the reports of a team of agents looks for the same keys in all of them.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi

        \`\`\`yaml
        completion_report:
        ^^^^^^^^^^^^^^^^^ report-key-drift
          agent: a
          files_modified: []
          summary: "[text]"
        \`\`\`
        `,
      path,
      others: others(),
    },
    {
      text: withKeys('  summary: "[text]"\n  next_step: []\n  ^^^^^^^^^ report-key-drift\n'),
      fixed: withKeys('  summary: "[text]"\n  next_steps: []\n'),
      path,
      others: others(),
    },
  ],
  good: [
    { text: withReport('a', usual), path, others: others() },
    { text: withReport('a', ''), path, others: { '/w/.claude/agents/b.md': withReport('b', usual) } },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi

        \`\`\`yaml
        completion_report:
          agent: a
          verdict: "[yes or no]"
        \`\`\`
        `,
      path,
      others: others(),
    },
  ],
  *across({ card, report }, around) {
    if (report === undefined) return;
    for (const { key, written: name, having, others, example } of around.missingReportKeys()) {
      const written = report.keys.find((one) => one.name === name);
      const many = having === others ? `all ${others}` : `${having} of ${others}`;
      yield {
        span: written?.span ?? report.root,
        message:
          written === undefined
            ? `The completion report is missing ${quoted(key)}, which ${many} other agents here report. Add it if this agent can report it too.`
            : `The completion report spells ${quoted(key)} as ${quoted(written.name)}, unlike ${many} other agents here. Use the same key.`,
        fixes: written === undefined ? [] : [renameKey(written.name, key, written.span)],
        related: [
          { span: example.nameSpan, message: `\`${shortPath(example.path, card.path)}\` has the key.`, in: example },
        ],
      };
    }
  },
};
