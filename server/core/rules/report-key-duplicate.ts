/** Rule: a key that stands twice in one map of the report template. */

import type { Finding } from '../findings/finding';
import type { Entry, Value } from '../syntax/tree';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportKeyDuplicate: Rule = {
  id: 'report-key-duplicate',
  title: 'The report template has a key twice',
  why: 'YAML and JSON allow a key once in a map. Of two, most programs keep the last and drop what the agent wrote under the first; the others refuse the whole report.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  error_handling:\n    - "[failure]"\n  agent: a\n  error_handling: []\n  ^^^^^^^^^^^^^^ report-key-duplicate\n```\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## Output Format\n```json\n{\n  "tests": [{ "name": "x", "name": "y" }]\n                           ^^^^^^ report-key-duplicate\n}\n```\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  tests:\n    - name: x\n    - name: y\n  name: z\n```\n',
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
