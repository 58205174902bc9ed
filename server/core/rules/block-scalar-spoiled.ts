/** Rule: a block scalar that the host spoils while it repairs another line. */

import { faultsOf } from '../repair/faults';
import { fieldMeanings, meaningOf } from '../repair/readings';
import type { AgentFile, Entry } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import { span } from '../text/span';
import type { Rule } from './rule';

export const blockScalarSpoiled: Rule = {
  id: 'block-scalar-spoiled',
  title: 'A repair elsewhere spoils this block',
  why: 'When a header is not valid YAML, Claude Code puts values of one line in quotes and tries again. The `|` or `>` that begins a block is such a value: in quotes it begins no block any more, and the lines under it make the header unreadable.',
  severity: 'error',
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
    // What the host could not repair anyway is not the block's fault.
    if (faults.some(({ kind }) => kind !== 'colon' && kind !== 'indicator' && kind !== 'tabs')) return;
    const reading = agent.reading();
    if (reading === undefined || reading.kind === 'unseen') return;
    const read = reading.kind === 'read' ? fieldMeanings(reading.entries) : undefined;
    const isLost = read === undefined;
    for (const { key, value } of blocks) {
      if (read?.get(key) === meaningOf(value)) continue;
      const { host, on } = format;
      const loss = on.noFrontMatter.severity === 'error' ? 'the agent is not loaded' : 'none of its fields is read';
      const effect = isLost ? loss : `\`${key}\` becomes the text of that mark`;
      yield {
        span: span(value.span.start, Math.min(value.span.end, markEnd(file.source.text, value.span.start))),
        severity: isLost ? format.on.noFrontMatter.severity : 'warning',
        message: `Another line of the header is not valid YAML; when ${host.name} repairs it, it puts this mark in quotes as well, and ${effect}. Correct the other line.`,
        related: [{ span: fault.span, message: 'This makes the repair necessary.' }],
      };
    }
  },
};

/** Whether the host's repair takes the block's mark for a value: a plain key at the left margin, a line that ends in LF. */
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
