/** Rule: text whose UTF-8 bytes were once read in another encoding. */

import type { Agent } from '../agent/agent';
import { document } from '../text/document';
import { type Misreading, type MisreadRun, misreadingOf } from '../text/misread';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

/** How many other places a finding points at. */
const MOST_RELATED = 3;

export const encodingMojibake: Rule = {
  id: 'encoding-mojibake',
  title: 'The text was read in the wrong encoding',
  why: 'When UTF-8 is read as Mac Roman or Windows-1252 and saved again, each emoji, dash or accented letter becomes several strange characters. The host does not notice: the model is given them as they stand.',
  severity: 'warning',
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
    const found = misreadingOf(file.source.text);
    const runs = found === undefined ? [] : certainRuns(agent, found);
    const [first, ...others] = runs;
    if (found === undefined || first === undefined) return;
    const { text } = file.source;
    const places = runs.length === 1 ? 'this place' : `all ${runs.length} places`;
    yield {
      span: first.span,
      message: `${quoted(textAt(text, first.span))} was ${quoted(first.text)} before its UTF-8 bytes were read as ${found.encoding}. The model is given the wrong characters. Restore ${places}.`,
      related: others.slice(0, MOST_RELATED).map((run) => ({
        span: run.span,
        message: `This was ${quoted(run.text)}`,
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
 * The runs to restore, or none. A single pair of characters proves nothing (`–§` is a Cyrillic letter read as Mac Roman): when
 * the whole text goes back to valid UTF-8, two long sequences or four short ones are asked for; when other text stands between,
 * three long ones outside code, and only what holds long ones is touched.
 */
function certainRuns(agent: Agent, { runs, complete }: Misreading): readonly MisreadRun[] {
  if (complete) return sum(runs, 'wide') >= 2 || sum(runs, 'narrow') >= 4 ? runs : [];
  const sure = runs.filter((run) => run.wide > 0 && !agent.isCode(run.span.start));
  return sum(sure, 'wide') >= 3 ? sure : [];
}

const sum = (runs: readonly MisreadRun[], what: 'wide' | 'narrow'): number =>
  runs.reduce((total, run) => total + run[what], 0);
