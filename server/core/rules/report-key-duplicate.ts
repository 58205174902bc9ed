/** Rule: a key that appears twice in one mapping of the report template. */

import type { Finding } from '../findings/finding';
import type { Entry } from '../syntax/tree';
import { mapsIn } from '../syntax/values';
import { append } from '../text/append';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportKeyDuplicate: Rule = {
  id: 'report-key-duplicate',
  title: 'Duplicate key in the report template',
  why: 'A mapping may contain a key only once. Most programs keep the last value, others reject the whole report.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          error_handling:
            - "[failure]"
          agent: a
          error_handling: []
          ^^^^^^^^^^^^^^ report-key-duplicate
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
        \`\`\`json
        {
          "tests": [{ "name": "x", "name": "y" }]
                                   ^^^^^^ report-key-duplicate
        }
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
          tests:
            - name: x
            - name: y
          name: z
        \`\`\`
        `,
    },
  ],
  *check(agent) {
    const report = agent.report();
    if (report === undefined || report.problems.length > 0) return;
    const pending: (readonly Entry[])[] = [report.entries];
    for (let entries = pending.pop(); entries !== undefined; entries = pending.pop()) {
      yield* duplicates(entries);
      for (const { value } of entries) append(pending, mapsIn(value));
    }
  },
};

function* duplicates(entries: readonly Entry[]): Iterable<Finding> {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const first = seen.get(entry.key);
    if (first === undefined || entry.key === '') seen.set(entry.key, entry);
    else
      yield {
        span: entry.keySpan,
        message: `Duplicate key ${quoted(entry.key)}: programs that read the report keep at most one of the two. Rename it or merge them.`,
        related: [{ span: first.keySpan, message: 'First written here' }],
      };
  }
}
