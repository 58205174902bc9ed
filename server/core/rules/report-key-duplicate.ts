/** Rule: a key that stands twice in one map of the report template. */

import type { Finding } from '../findings/finding';
import type { Entry, Value } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportKeyDuplicate: Rule = {
  id: 'report-key-duplicate',
  title: 'The report template has a key twice',
  why: 'YAML and JSON allow a key once in a map. Of two, most programs keep the last and drop what the agent wrote under the first; the others refuse the whole report.',
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
      for (const { value } of entries) pending.push(...mapsIn(value));
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
        message: `${quoted(entry.key)} stands in this map already; a reader of the report keeps one of the two at most. Rename or merge it.`,
        related: [{ span: first.keySpan, message: 'First written here' }],
      };
  }
}

/** The maps directly in a value: itself, or the items of a list. */
function mapsIn(value: Value): readonly (readonly Entry[])[] {
  if (value.kind === 'mapping') return [value.entries];
  return value.kind === 'sequence' ? value.items.flatMap((item) => mapsIn(item.value)) : [];
}
