/** Rule: text that was garbled because its UTF-8 bytes were read in another encoding. */

import type { Agent } from '../agent/agent';
import { document } from '../text/document';
import { type Misreading, type MisreadRun, misreadingIn } from '../text/misread';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import { everyKind, type Rule } from './rule';

/** How many other places the related information lists. */
const MOST_RELATED = 3;

export const encodingMojibake: Rule = {
  id: 'encoding-mojibake',
  title: 'Text garbled by a wrong encoding',
  why: 'When UTF-8 is read as Mac Roman or Windows-1252 and saved again, each emoji, dash or accented letter becomes several strange characters. The model receives these characters.',
  severity: 'warning',
  kinds: everyKind,
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## \uf8ffüîí Access\n   ^^^^ encoding-mojibake\n\n### ‚úÖ Allowed\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## 🔒 Access

        ### ✅ Allowed
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Be brief â€” the readerâ€™s time counts.
                 ^^^ encoding-mojibake
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Be brief — the reader’s time counts.
        `,
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## \uf8ffüöÄ Start\n   ^^^^ encoding-mojibake\n\nCaf√© ‚òï first.\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## 🚀 Start

        Café ☕ first.
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
        ## 🔒 Access — naïve café, § 5–§ 7
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Read –§ 5 with care.
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const found = misreadingIn(file.source);
    const runs = found === undefined ? [] : certainRuns(agent, found);
    const [first, ...others] = runs;
    if (found === undefined || first === undefined) return;
    const { text } = file.source;
    const where = runs.length === 1 ? '' : ` at all ${runs.length} places`;
    yield {
      span: first.span,
      message: `Garbled text: ${quoted(textAt(text, first.span))} should be ${quoted(first.text)} (UTF-8 read as ${found.encoding}). The model receives the wrong characters. Restore the text${where}.`,
      related: others.slice(0, MOST_RELATED).map((run) => ({
        span: run.span,
        message: `Should be ${quoted(run.text)}`,
      })),
      fixes: [
        {
          title: `Restore the text that was read as ${found.encoding} (${runs.length} ${runs.length === 1 ? 'place' : 'places'})`,
          safe: false,
          edits: runs.map((run) => ({ span: run.span, newText: run.text })),
        },
      ],
    };
  },
};

/**
 * The runs to restore, or an empty list. A single pair of characters is no evidence: `–§` is also a Cyrillic letter read as Mac
 * Roman. When the whole text converts back to valid UTF-8, two long sequences or four short ones are required. Otherwise three
 * long ones outside code are required, and only runs with long ones are restored.
 */
function certainRuns(agent: Agent, { runs, complete }: Misreading): readonly MisreadRun[] {
  if (complete) return sum(runs, 'wide') >= 2 || sum(runs, 'narrow') >= 4 ? runs : [];
  const sure = runs.filter((run) => run.wide > 0 && !agent.isCode(run.span.start));
  return sum(sure, 'wide') >= 3 ? sure : [];
}

const sum = (runs: readonly MisreadRun[], what: 'wide' | 'narrow'): number =>
  runs.reduce((total, run) => total + run[what], 0);
