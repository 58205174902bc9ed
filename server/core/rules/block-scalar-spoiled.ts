/** Rule: a block scalar that the host damages while it repairs another line. */

import { lossSeverity } from '../findings/loss';
import { faultsOf } from '../repair/faults';
import { fieldMeanings, meaningOf } from '../syntax/meaning';
import type { AgentFile, Entry } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import { quoted } from '../text/quoted';
import { span, textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const blockScalarSpoiled: Rule = {
  id: 'block-scalar-spoiled',
  title: 'Block value damaged by a repair',
  why: 'A host may repair invalid YAML by quoting values and parsing the frontmatter again. A quoted `|` or `>` no longer starts a block, so the lines below it become invalid.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: |
                     ^ block-scalar-spoiled
          Does a thing.
        initialPrompt: First: look.
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: |
          Does a thing.
        initialPrompt: "First: look."
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    if (format.repairsYaml !== true) return;
    const faults = faultsOf(agent);
    const [fault] = faults;
    const blocks = (file.frontMatter?.entries ?? []).filter((entry) => isRepaired(file, entry));
    if (fault === undefined || blocks.length === 0) return;
    // Where the host cannot repair the other line either, the block is not to blame.
    if (faults.some(({ kind }) => kind !== 'colon' && kind !== 'indicator' && kind !== 'tabs')) return;
    const reading = agent.reading();
    if (reading === undefined || reading.kind === 'unseen') return;
    const read = reading.kind === 'read' ? fieldMeanings(reading.entries) : undefined;
    const isLost = read === undefined;
    for (const { key, value } of blocks) {
      if (read?.get(key) === meaningOf(value)) continue;
      const { host, on } = format;
      const mark = span(value.span.start, Math.min(value.span.end, markEnd(file.source.text, value.span.start)));
      const loss = on.noFrontMatter.severity === 'error' ? 'the agent is not loaded' : 'none of its fields is read';
      const effect = isLost ? loss : `the value of \`${key}\` is only that mark`;
      yield {
        span: mark,
        severity: isLost ? lossSeverity(agent) : 'warning',
        message: `To repair another line, ${host.name} also quotes this ${quoted(textAt(file.source.text, mark))}, so ${effect}. Correct the other line.`,
        related: [{ span: fault.span, message: 'Needs the repair' }],
      };
    }
  },
};

/**
 * Whether the host's repair reads the block's mark as a value: after a plain key at the left margin, on a line that ends in LF.
 */
function isRepaired(file: AgentFile, { key, value }: Entry): boolean {
  if (value.kind !== 'scalar' || (value.style !== 'literal' && value.style !== 'folded')) return false;
  const { text } = file.source;
  const { end } = lineFrom(text, value.span.start);
  return text.charCodeAt(end) === 0x0a && /^[a-zA-Z_-]+$/.test(key);
}

function markEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.slice(end, end + 1).trim() !== '') end++;
  return end;
}
